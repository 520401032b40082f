import { useEffect, useState, type ReactNode } from 'react';
import { PackageOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview as Preview } from '../../../shared/contract/bundles.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useProgress } from '../../api/use-progress.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { BackLink, Page, PageHeader } from '../../components/PageHeader.tsx';
import { ProgressBar } from '../../components/ProgressBar.tsx';
import { ImportDone, type Applied } from './ImportDone.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import styles from './bundles.module.css';

/** Opens a bundle, shows what it would change, and takes it in only when told to. */
export function ImportPage(): ReactNode {
  const { t } = useTranslation('bundles');
  const choose = useAsk(client.host.chooseFile);
  const open = useAsk(client.bundles.open);
  const apply = useAsk(client.bundles.apply);
  const { progress, reset } = useProgress('import');
  const [preview, setPreview] = useState<Preview | null>(null);
  const [applied, setApplied] = useState<Applied | null>(null);
  useDismissOnLeave(applied === null ? (preview?.importId ?? null) : null);

  const openFile = async (): Promise<void> => {
    open.dismiss();
    const file = await choose.ask({ purpose: 'open-bundle' });
    if (!file.ok) return;
    reset();
    const outcome = await open.ask({ file: file.value.token });
    if (outcome.ok) setPreview(outcome.value);
  };
  const takeIn = async (importId: string): Promise<void> => {
    reset();
    const outcome = await apply.ask({ importId });
    if (outcome.ok) setApplied(outcome.value);
  };

  return (
    <Page width="narrow">
      <PageHeader
        title={applied === null ? t('import.title') : t('import.done.title')}
        back={<BackLink to="/bundles">{t('title')}</BackLink>}
      />
      <div className={styles['column']}>
        {applied !== null ? (
          <ImportDone applied={applied} />
        ) : preview !== null ? (
          <>
            <ImportPreview
              preview={preview}
              isApplying={apply.pending}
              failure={apply.failure}
              onApply={() => void takeIn(preview.importId)}
              onDismiss={() => {
                apply.dismiss();
                setPreview(null);
              }}
            />
            {apply.pending && (
              <ProgressBar
                label={t('import.preview.working')}
                done={progress?.done ?? 0}
                total={progress?.total ?? null}
              />
            )}
          </>
        ) : (
          <>
            <ErrorNotice error={open.failure ?? choose.failure} />
            {open.pending ? (
              <ProgressBar
                label={t('import.choose.working')}
                done={progress?.done ?? 0}
                total={progress?.total ?? null}
              />
            ) : (
              <EmptyState
                icon={PackageOpen}
                title={t('import.choose.title')}
                actions={
                  <Button
                    variant="primary"
                    icon={PackageOpen}
                    isPending={choose.pending}
                    onPress={() => void openFile()}
                  >
                    {open.failure === null ? t('import.choose.action') : t('import.failed.again')}
                  </Button>
                }
              >
                {t('import.choose.body')}
              </EmptyState>
            )}
          </>
        )}
      </div>
    </Page>
  );
}

/** Lets the vault drop an opened bundle as soon as it is taken in, put aside or left. */
function useDismissOnLeave(importId: string | null): void {
  useEffect(() => {
    if (importId === null) return;
    return () => void client.bundles.dismiss({ importId });
  }, [importId]);
}

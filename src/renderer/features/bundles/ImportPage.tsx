import { useState, type ReactNode } from 'react';
import { PackageOpen, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useProgress } from '../../api/use-progress.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { BackLink, Page, PageHeader } from '../../components/PageHeader.tsx';
import { ProgressBar } from '../../components/ProgressBar.tsx';
import { FormBar } from '../../components/forms/Form.tsx';
import type { ContactAnswer } from '../entrustments/use-offer-answers.ts';
import { ImportDone } from './ImportDone.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { SenderLine } from './ImportSender.tsx';
import { MergeDesk } from './merge/MergeDesk.tsx';
import { useImport } from './use-import.ts';
import { useTakeInWords } from './use-take-in-words.ts';
import styles from './bundles.module.css';

/** Opens a bundle, shows what it would change, and takes it in only when told to. */
export function ImportPage(): ReactNode {
  const { t } = useTranslation(['bundles', 'merge']);
  const bundle = useImport();
  const takeInWords = useTakeInWords();
  const [isAtDesk, setAtDesk] = useState(false);
  const [answers, setAnswers] = useState<readonly ContactAnswer[]>([]);
  const { preview, applied } = bundle;
  const back = <BackLink to="/bundles">{t('title')}</BackLink>;

  if (applied !== null && preview !== null) {
    return (
      <Page width="narrow">
        <PageHeader title={t('import.done.title')} back={back} />
        <ImportDone applied={applied} sender={preview.sender} bundleId={preview.bundleId} />
      </Page>
    );
  }
  if (preview !== null && isAtDesk) {
    const { sender, conflicts } = preview;
    return (
      <Page>
        <PageHeader
          title={t('merge:desk.title')}
          lead={t('merge:desk.lead', { sender: sender.name })}
          back={back}
        />
        <div className={styles['column']}>
          <SenderLine sender={sender} />
          <ErrorNotice error={bundle.applyFailure} />
          {bundle.isApplying && <Working label={t('import.preview.working')} />}
          <MergeDesk
            key={conflicts.map(({ key }) => key).join()}
            preview={preview}
            isApplying={bundle.isApplying}
            takeIn={takeInWords(preview)}
            onTakeIn={(decisions) => bundle.takeIn(decisions, answers)}
            onBack={() => setAtDesk(false)}
          />
        </div>
      </Page>
    );
  }
  return (
    <Page width="narrow">
      <PageHeader title={t('import.title')} back={back} />
      <div className={styles['column']}>
        {preview !== null ? (
          <>
            <ImportPreview
              preview={preview}
              isApplying={bundle.isApplying}
              failure={bundle.applyFailure}
              onApply={(given) => void bundle.takeIn([], given)}
              onDesk={(given) => {
                setAnswers(given);
                setAtDesk(true);
              }}
              onDismiss={bundle.dismiss}
            />
            {bundle.isApplying && <Working label={t('import.preview.working')} />}
          </>
        ) : (
          <>
            <ErrorNotice error={bundle.openFailure} />
            {bundle.isOpening ? (
              <>
                <Working label={t('import.choose.working')} />
                <FormBar>
                  <Button icon={X} onPress={() => void client.bundles.cancelOpening()}>
                    {t('import.choose.cancel')}
                  </Button>
                </FormBar>
              </>
            ) : (
              <EmptyState
                icon={PackageOpen}
                title={t('import.choose.title')}
                actions={
                  <Button
                    variant="primary"
                    icon={PackageOpen}
                    isPending={bundle.isChoosing}
                    onPress={() => void bundle.openFile()}
                  >
                    {bundle.openFailure === null
                      ? t('import.choose.action')
                      : t('import.failed.again')}
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

/** How far opening or taking in has come, as the vault tells. */
function Working({ label }: { readonly label: string }): ReactNode {
  const { progress } = useProgress('import');
  return <ProgressBar label={label} done={progress?.done ?? 0} total={progress?.total ?? null} />;
}

import { useEffect, useState, type ReactNode } from 'react';
import { ContactRound, FileUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { VcardReport } from '../../../shared/contract/imports.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useProgress } from '../../api/use-progress.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { BackLink, Page, PageHeader } from '../../components/PageHeader.tsx';
import { ProgressBar } from '../../components/ProgressBar.tsx';
import { FormBar } from '../../components/forms/Form.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { ReportView } from './ReportView.tsx';
import styles from './imports.module.css';

/** Reads a vCard file, reports line by line, and takes the cards in as drafts when told to. */
export function ImportsPage(): ReactNode {
  const { t } = useTranslation(['imports', 'contacts']);
  const choose = useAsk(client.host.chooseFile);
  const read = useAsk(client.imports.previewVcard);
  const apply = useAsk(client.imports.applyVcard);
  const { progress, reset } = useProgress('vcard');
  const done = useUndoToast();
  const [report, setReport] = useState<VcardReport | null>(null);
  const [created, setCreated] = useState<number | null>(null);
  useDismissOnLeave(report?.importId ?? null);

  const readFile = async (): Promise<void> => {
    read.dismiss();
    const file = await choose.ask({ purpose: 'open-vcard' });
    if (!file.ok) return;
    reset();
    const outcome = await read.ask({ file: file.value.token });
    if (outcome.ok) setReport(outcome.value);
  };
  const takeIn = async (importId: string): Promise<void> => {
    reset();
    const outcome = await apply.ask({ importId });
    if (!outcome.ok) return;
    done(t('done.toast'), outcome.value.changeSetId);
    setReport(null);
    setCreated(outcome.value.created);
  };
  const bar = (label: string): ReactNode => (
    <ProgressBar label={label} done={progress?.done ?? 0} total={progress?.total ?? null} />
  );

  return (
    <Page>
      <PageHeader
        title={created === null ? t('title') : t('done.title')}
        back={<BackLink to="/contacts">{t('contacts:title')}</BackLink>}
      />
      <div className={styles['column']}>
        <ErrorNotice error={read.failure ?? choose.failure ?? apply.failure} />
        {created !== null ? (
          <>
            <Banner tone="positive" role="status" title={t('done.body', { count: created })}>
              <p>{t('done.next')}</p>
            </Banner>
            <div className={styles['buttons']}>
              <ButtonLink to="/contacts" search={{ state: 'draft' }} variant="primary">
                {t('done.drafts')}
              </ButtonLink>
              <Button onPress={() => setCreated(null)}>{t('done.another')}</Button>
            </div>
          </>
        ) : report === null ? (
          read.pending ? (
            bar(t('choose.working'))
          ) : (
            <EmptyState
              icon={ContactRound}
              title={t('choose.title')}
              actions={
                <Button
                  variant="primary"
                  icon={FileUp}
                  isPending={choose.pending}
                  onPress={() => void readFile()}
                >
                  {read.failure === null ? t('choose.action') : t('failed.again')}
                </Button>
              }
            >
              {t('choose.body')}
            </EmptyState>
          )
        ) : (
          <>
            <ReportView report={report} />
            {apply.pending && bar(t('report.working'))}
            <FormBar>
              <Button isDisabled={apply.pending} onPress={() => setReport(null)}>
                {t('report.dismiss')}
              </Button>
              <Button
                variant="primary"
                isDisabled={report.accepted === 0}
                isPending={apply.pending}
                onPress={() => void takeIn(report.importId)}
              >
                {t('report.apply', { count: report.accepted })}
              </Button>
            </FormBar>
          </>
        )}
      </div>
    </Page>
  );
}

/** Lets the vault drop what it read as soon as it is taken in, put aside or left. */
function useDismissOnLeave(importId: string | null): void {
  useEffect(() => {
    if (importId === null) return;
    return () => void client.imports.dismiss({ importId });
  }, [importId]);
}

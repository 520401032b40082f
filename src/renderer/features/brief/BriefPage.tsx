import { useCallback, useState, type ReactNode } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { BookOpen, PackageOpen, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BriefRow } from '../../../shared/contract/brief.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useCall } from '../../api/use-call.ts';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { BackLink, Page, PageHeader } from '../../components/PageHeader.tsx';
import { ProgressBar } from '../../components/ProgressBar.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { showToast } from '../../components/toasts.tsx';
import { BriefList } from './BriefList.tsx';
import { BriefReader } from './BriefReader.tsx';
import { PrintBriefDialog } from './PrintBriefDialog.tsx';
import styles from './brief.module.css';

/** The successor's brief: contact by contact, to be read before the first meeting and ticked off. */
export function BriefPage(): ReactNode {
  const { t } = useTranslation(['brief', 'bundles', 'common']);
  const { contact, bundle } = useSearch({ from: '/brief' });
  const navigate = useNavigate({ from: '/brief' });
  const overview = useCall(client.brief.overview, { bundleId: bundle ?? null });
  const tick = useAsk(client.brief.tick);
  const [isPrinting, setPrinting] = useState(false);
  const stopPrinting = useCallback(() => setPrinting(false), []);
  const rows = overview.data ?? [];
  const at = placeOf(rows, contact);
  const current = rows[at];

  const turnTo = (row: BriefRow | undefined): void => {
    if (row === undefined) return;
    void navigate({ search: (before) => ({ ...before, contact: row.contactId }), replace: true });
  };
  const note = async ({ contactId, label }: BriefRow, read: boolean): Promise<void> => {
    const outcome = await tick.ask({ contactIds: [contactId], read });
    if (!outcome.ok) return;
    await overview.refetch();
    showToast({
      title: t(read ? 'ticked' : 'unticked', { name: label }),
      action: {
        label: t('common:undo'),
        onPress: () =>
          void tick.ask({ contactIds: [contactId], read: !read }).then(() => overview.refetch()),
      },
    });
  };
  const tickCurrent = async (row: BriefRow, read: boolean): Promise<void> => {
    await note(row, read);
    if (read) turnTo(rows[at + 1]);
  };

  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t(bundle === undefined ? 'lead' : 'leadBundle')}
        back={<BackLink to="/bundles">{t('bundles:title')}</BackLink>}
        actions={
          current && (
            <Button icon={Printer} onPress={() => setPrinting(true)}>
              {t('print.button')}
            </Button>
          )
        }
      />
      <ErrorNotice error={overview.error} onRetry={() => void overview.refetch()} />
      <ErrorNotice error={tick.failure} onDismiss={tick.dismiss} />
      {overview.data === undefined && overview.error === null && <Skeleton lines={8} />}
      {overview.data?.length === 0 && (
        <EmptyState
          icon={BookOpen}
          title={t('emptyTitle')}
          actions={
            <ButtonLink to="/bundles/import" variant="primary" icon={PackageOpen}>
              {t('import')}
            </ButtonLink>
          }
        >
          {t(bundle === undefined ? 'emptyBody' : 'emptyBundle')}
        </EmptyState>
      )}
      {current && (
        <div className={styles['board']}>
          <div className={styles['aside']}>
            <Progress rows={rows} />
            <BriefList
              rows={rows}
              current={current.contactId}
              onOpen={turnTo}
              onToggle={(row) => void note(row, row.readAt === null)}
            />
          </div>
          <BriefReader
            row={current}
            isTicking={tick.pending}
            onTick={(read) => void tickCurrent(current, read)}
            onBefore={at === 0 ? null : () => turnTo(rows[at - 1])}
            onAfter={at === rows.length - 1 ? null : () => turnTo(rows[at + 1])}
          />
        </div>
      )}
      {current && isPrinting && (
        <PrintBriefDialog onClose={stopPrinting} current={current} rows={rows} />
      )}
    </Page>
  );
}

/** The contact that was asked for; else the first whose brief was not read. */
function placeOf(rows: readonly BriefRow[], contactId: string | undefined): number {
  const asked = rows.findIndex((row) => row.contactId === contactId);
  if (asked !== -1) return asked;
  return Math.max(
    0,
    rows.findIndex((row) => row.readAt === null),
  );
}

function Progress({ rows }: { readonly rows: readonly BriefRow[] }): ReactNode {
  const { t } = useTranslation('brief');
  const done = rows.filter(({ readAt }) => readAt !== null).length;
  return (
    <div role="status">
      <ProgressBar
        label={t('progress', { done, total: rows.length })}
        done={done}
        total={rows.length}
      />
    </div>
  );
}

import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { SquareKanban } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import { ContactPlans } from '../plans/ContactPlans.tsx';
import { ContactTasks } from '../tasks/OwnedTasks.tsx';
import { ActionCard } from './ActionCard.tsx';
import { boardColumns } from './board.ts';
import { useMoveAction } from './use-move-action.tsx';
import styles from './actions.module.css';

/** What is planned, under way and done for a contact; a panel of the contact page. */
export function ContactActions({ contactId }: { readonly contactId: string }): ReactNode {
  const { t } = useTranslation('actions');
  const label = useLabel();
  const list = useCall(client.actions.list, { contactId });
  const { move, panel } = useMoveAction();
  if (list.error !== null) {
    return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  }
  if (list.data === undefined) return <Skeleton lines={5} />;
  return (
    <div className={styles['column']} role="region" aria-label={t('ofContact.label')}>
      <ContactTasks contactId={contactId} />
      <ContactPlans contactId={contactId} />
      {list.data.length === 0 ? (
        <EmptyState
          icon={SquareKanban}
          title={t('ofContact.emptyTitle')}
          isCompact
          actions={
            <ButtonLink to="/actions/new" search={{ contact: contactId }}>
              {t('ofContact.first')}
            </ButtonLink>
          }
        >
          {t('ofContact.emptyBody')}
        </EmptyState>
      ) : (
        boardColumns(list.data)
          .filter((column) => column.rows.length > 0)
          .map((column) => (
            <section key={column.status}>
              <h3 className={styles['columnHead']}>{label('actionStatus', column.status)}</h3>
              <ul className={styles['cardGrid']}>
                {column.rows.map((row) => (
                  <li key={row.id} className={styles['cardItem']}>
                    <ActionCard
                      row={row}
                      onMove={move}
                      title={
                        <Link to="/actions/$id" params={{ id: row.id }}>
                          {row.title}
                        </Link>
                      }
                    />
                  </li>
                ))}
              </ul>
            </section>
          ))
      )}
      {panel}
    </div>
  );
}

import type { ReactNode } from 'react';
import { Plus, Route } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PlanCard } from './PlanCard.tsx';
import styles from './plans.module.css';

/** The plans for a contact; a card of their actions. */
export function ContactPlans({ contactId }: { readonly contactId: string }): ReactNode {
  const { t } = useTranslation('plans');
  const list = useCall(client.plans.list, { contactId });
  return (
    <Card
      title={t('title')}
      icon={Route}
      actions={
        <ButtonLink
          to="/plans/new"
          search={{ contact: contactId }}
          size="sm"
          variant="quiet"
          icon={Plus}
        >
          {t('new')}
        </ButtonLink>
      }
    >
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {list.data?.length === 0 && <p className={styles['muted']}>{t('ofContactNone')}</p>}
      {list.data !== undefined && list.data.length > 0 && (
        <ul className={styles['grid']}>
          {list.data.map((row) => (
            <li key={row.id}>
              <PlanCard row={row} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

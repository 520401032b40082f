import type { ReactNode } from 'react';
import { Plus, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { IncidentList } from './IncidentList.tsx';
import styles from './incidents.module.css';

/** The incidents that name a contact; part of the panel "Risk" of the contact page. */
export function ContactIncidents({ contactId }: { readonly contactId: string }): ReactNode {
  const { t } = useTranslation('incidents');
  const add = (
    <ButtonLink size="sm" icon={Plus} to="/incidents/new" search={{ contact: contactId }}>
      {t('new')}
    </ButtonLink>
  );
  return (
    <Card title={t('ofContact.title')} icon={TriangleAlert} actions={add}>
      <div className={styles['panelList']}>
        <IncidentList
          label={t('ofContact.label')}
          filter={{ contactId }}
          empty={
            <EmptyState icon={TriangleAlert} title={t('ofContact.emptyTitle')} isCompact>
              {t('ofContact.emptyBody')}
            </EmptyState>
          }
        />
      </div>
    </Card>
  );
}

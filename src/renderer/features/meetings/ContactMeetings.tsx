import type { ReactNode } from 'react';
import { HeartHandshake, NotebookPen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PromiseItem } from './PromiseItem.tsx';
import { Timeline } from './Timeline.tsx';
import styles from './meetings.module.css';

/** A contact's meetings and the promises still open to them; a panel of the contact page. */
export function ContactMeetings({ contactId }: { readonly contactId: string }): ReactNode {
  const { t } = useTranslation('meetings');
  const open = useCall(client.meetings.promises, { contactId, states: ['open'] });
  return (
    <div className={styles['column']}>
      {open.data !== undefined && open.data.length > 0 && (
        <Card title={t('ofContact.promises')} icon={HeartHandshake}>
          <ul className={styles['items']}>
            {open.data.map((promise) => (
              <PromiseItem key={promise.id} promise={promise} showsMeeting />
            ))}
          </ul>
        </Card>
      )}
      <div className={styles['panelList']}>
        <Timeline
          label={t('ofContact.label')}
          filter={{ contactId }}
          empty={
            <EmptyState
              icon={NotebookPen}
              title={t('ofContact.emptyTitle')}
              isCompact
              actions={
                <ButtonLink to="/meetings/new" search={{ contact: contactId }}>
                  {t('timeline.emptyAction')}
                </ButtonLink>
              }
            >
              {t('ofContact.emptyBody')}
            </EmptyState>
          }
        />
      </div>
    </div>
  );
}

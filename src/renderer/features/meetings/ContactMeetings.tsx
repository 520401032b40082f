import type { ReactNode } from 'react';
import { HeartHandshake, Megaphone, NotebookPen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { ToldTimeline } from '../rhythm/ToldTimeline.tsx';
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
      <ToldCard contactId={contactId} />
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

/** When they were last told what the mission does, and all they were told; nothing before any. */
function ToldCard({ contactId }: { readonly contactId: string }): ReactNode {
  const { t } = useTranslation('rhythm');
  const format = useFormat();
  const { data } = useCall(client.rhythm.toldTo, { contactId });
  const last = data?.[0];
  if (last === undefined) return null;
  return (
    <Card title={t('told.ofContact')} icon={Megaphone}>
      <p>{t('told.ofContactLast', { when: format.relativeDate(last.on) })}</p>
      <Disclosure label={t('told.ofContactAll')} isLazy>
        <ToldTimeline contactId={contactId} />
      </Disclosure>
    </Card>
  );
}

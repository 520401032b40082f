import type { ReactNode } from 'react';
import { CircleCheck, CircleDashed, CircleSlash } from 'lucide-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FollowUpRow } from '../../../shared/contract/meetings.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Menu } from '../../components/Menu.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { localToday } from '../../i18n/local-today.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import styles from './meetings.module.css';

const ICONS = { open: CircleDashed, done: CircleCheck, dropped: CircleSlash } as const;

/** Something to do after a meeting; settled in place, with undo. */
export function FollowUpItem({
  followUp,
  showsMeeting,
}: {
  readonly followUp: FollowUpRow;
  /** Names the meeting that it came from, and links to it. */
  readonly showsMeeting?: boolean | undefined;
}): ReactNode {
  const { t } = useTranslation('meetings');
  const label = useLabel();
  const format = useFormat();
  const settle = useAsk(client.meetings.settleFollowUp);
  const done = useUndoToast();
  const isOpen = followUp.state === 'open';
  const isOverdue = isOpen && followUp.dueOn !== null && followUp.dueOn < localToday();

  const settleAs = async (state: FollowUpRow['state']): Promise<void> => {
    const settledOn = state === 'open' ? null : localToday();
    const outcome = await settle.ask({ id: followUp.id, state, settledOn });
    if (outcome.ok) done(t('followUp.settledToast'), outcome.value.changeSetId);
  };

  return (
    <li className={styles['item']}>
      <div>
        <p dir="auto" className={isOpen ? undefined : styles['settled']}>
          {followUp.text}
        </p>
        <p className={styles['itemNotes']}>
          <StatusPill
            icon={ICONS[followUp.state]}
            tone={followUp.state === 'done' ? 'positive' : 'neutral'}
            isPlain
          >
            {followUp.settledOn === null
              ? label('followUpState', followUp.state)
              : t('followUp.settledOn', {
                  state: label('followUpState', followUp.state),
                  date: format.date(followUp.settledOn),
                })}
          </StatusPill>
          {followUp.assignedTo !== null && (
            <bdi>{t('followUp.assignedTo', { name: followUp.assignedTo })}</bdi>
          )}
          {followUp.contactLabel !== null && (
            <bdi>{t('followUp.about', { name: followUp.contactLabel })}</bdi>
          )}
          {isOpen && followUp.dueOn !== null && (
            <span>
              {t(isOverdue ? 'promise.overdue' : 'promise.due', {
                date: format.date(followUp.dueOn),
              })}
            </span>
          )}
          {showsMeeting === true && (
            <Link to="/meetings/$id" params={{ id: followUp.meetingLogId }} dir="auto">
              {followUp.meetingTitle}
            </Link>
          )}
        </p>
        <ErrorNotice error={settle.failure} onDismiss={settle.dismiss} />
      </div>
      <div className={styles['itemActions']}>
        {isOpen && (
          <Button
            size="sm"
            icon={CircleCheck}
            isDisabled={settle.pending}
            onPress={() => void settleAs('done')}
          >
            {t('followUp.done')}
          </Button>
        )}
        <Menu
          label={t('followUp.settle', { text: followUp.text })}
          items={[
            isOpen
              ? {
                  id: 'dropped',
                  label: t('followUp.dropped'),
                  icon: CircleSlash,
                  onAction: () => void settleAs('dropped'),
                }
              : {
                  id: 'open',
                  label: t('followUp.reopen'),
                  icon: CircleDashed,
                  onAction: () => void settleAs('open'),
                },
          ]}
        />
      </div>
    </li>
  );
}

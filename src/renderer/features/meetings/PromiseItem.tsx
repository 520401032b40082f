import { useState, type ReactNode } from 'react';
import { CircleCheck, CircleDashed, CircleX, Handshake, MessageCircleCheck } from 'lucide-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PromiseRow } from '../../../shared/contract/meetings.ts';
import type { PROMISE_STATES } from '../../../shared/model/vocabulary/meeting.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Menu } from '../../components/Menu.tsx';
import { StatusPill, type Tone } from '../../components/StatusPill.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { localToday } from '../../i18n/local-today.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import styles from './meetings.module.css';

type PromiseState = (typeof PROMISE_STATES)[number];

const LOOK: Record<PromiseState, { readonly icon: typeof CircleCheck; readonly tone: Tone }> = {
  open: { icon: CircleDashed, tone: 'warning' },
  kept: { icon: CircleCheck, tone: 'positive' },
  broken: { icon: CircleX, tone: 'danger' },
  released: { icon: Handshake, tone: 'neutral' },
};

export interface PromiseItemProps {
  readonly promise: PromiseRow;
  /** Names the meeting it was made at, and links to it. */
  readonly showsMeeting?: boolean | undefined;
  /** Says to whom, with a link; where the meeting is not shown, it is said anyway. */
  readonly showsContact?: boolean | undefined;
}

/** One promise: by when, whether kept, whether they were told; settled in place, with undo. */
export function PromiseItem({ promise, showsMeeting, showsContact }: PromiseItemProps): ReactNode {
  const { t } = useTranslation('meetings');
  const label = useLabel();
  const format = useFormat();
  const settle = useAsk(client.meetings.settlePromise);
  const done = useUndoToast();
  // What a press sends is made from this row: until the changed one has come, a second press would
  // take the first one back.
  const [sent, setSent] = useState<PromiseRow | null>(null);
  const isBusy = settle.pending || sent === promise;
  const { icon, tone } = LOOK[promise.state];
  const isOpen = promise.state === 'open';
  const isOverdue = isOpen && promise.dueOn !== null && promise.dueOn < localToday();

  const change = async (
    to: { readonly state: PromiseState; readonly settledOn: string | null },
    toldThemOn: string | null,
    said: string,
  ): Promise<void> => {
    setSent(promise);
    const outcome = await settle.ask({ id: promise.id, ...to, toldThemOn });
    if (!outcome.ok || outcome.value.changeSetId === null) setSent(null);
    if (outcome.ok) done(said, outcome.value.changeSetId);
  };
  const settleAs = (state: PromiseState): void =>
    void change(
      { state, settledOn: state === 'open' ? null : localToday() },
      promise.toldThemOn,
      state === 'open' ? t('promise.reopenedToast') : t('promise.settledToast'),
    );

  return (
    <li className={styles['item']}>
      <div>
        <p dir="auto" className={isOpen ? undefined : styles['settled']}>
          {promise.text}
        </p>
        <p className={styles['itemNotes']}>
          <StatusPill icon={icon} tone={tone} isPlain>
            {promise.settledOn === null
              ? label('promiseState', promise.state)
              : t('promise.settledOn', {
                  state: label('promiseState', promise.state),
                  date: format.date(promise.settledOn),
                })}
          </StatusPill>
          {showsContact === true ? (
            <Link to="/contacts/$id" params={{ id: promise.contactId }}>
              <bdi>{t('promise.to', { name: promise.contactLabel })}</bdi>
            </Link>
          ) : (
            showsMeeting !== true && <bdi>{t('promise.to', { name: promise.contactLabel })}</bdi>
          )}
          {isOpen && (
            <span>
              {promise.dueOn === null
                ? t('promise.noDate')
                : t(isOverdue ? 'promise.overdue' : 'promise.due', {
                    date: format.date(promise.dueOn),
                  })}
            </span>
          )}
          <span>
            {promise.toldThemOn === null
              ? t('promise.notTold')
              : t('promise.toldOn', { date: format.date(promise.toldThemOn) })}
          </span>
          {showsMeeting === true && (
            <Link to="/meetings/$id" params={{ id: promise.meetingLogId }} dir="auto">
              {promise.meetingTitle}
            </Link>
          )}
        </p>
        <ErrorNotice error={settle.failure} onDismiss={settle.dismiss} />
      </div>
      <div className={styles['itemActions']}>
        {isOpen && (
          <Button size="sm" icon={CircleCheck} isDisabled={isBusy} onPress={() => settleAs('kept')}>
            {t('promise.kept')}
          </Button>
        )}
        {promise.toldThemOn === null && (
          <Button
            size="sm"
            icon={MessageCircleCheck}
            isDisabled={isBusy}
            onPress={() =>
              void change(
                { state: promise.state, settledOn: promise.settledOn },
                localToday(),
                t('promise.toldToast'),
              )
            }
          >
            {t('promise.toldThem')}
          </Button>
        )}
        <Menu
          label={t('promise.settle', { text: promise.text })}
          items={
            isOpen
              ? [
                  {
                    id: 'broken',
                    label: t('promise.broken'),
                    icon: CircleX,
                    onAction: () => settleAs('broken'),
                  },
                  {
                    id: 'released',
                    label: t('promise.released'),
                    icon: Handshake,
                    onAction: () => settleAs('released'),
                  },
                ]
              : [
                  {
                    id: 'open',
                    label: t('promise.reopen'),
                    icon: CircleDashed,
                    onAction: () => settleAs('open'),
                  },
                ]
          }
        />
      </div>
    </li>
  );
}

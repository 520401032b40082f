import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { CircleHelp, CircleSlash2, Link2, Waypoints } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { daysBetween } from '../../../shared/model/cadence.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { BacklashTimeline } from './BacklashTimeline.tsx';
import { onlyPaired, type Question, questionsOf } from './backlash-view.ts';
import styles from './impact.module.css';

/** Our actions beside later incidents, and the question asked of each pair; of one contact or all. */
export function BacklashCheck({
  contactId,
}: {
  readonly contactId?: string | undefined;
}): ReactNode {
  const { t } = useTranslation('impact');
  const { data, error } = useCall(
    client.impact.backlash,
    contactId === undefined ? {} : { contactId },
  );
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return <Skeleton lines={6} />;
  const shown = contactId === undefined ? onlyPaired(data) : data;
  if (shown.actions.length === 0) {
    return (
      <EmptyState icon={Waypoints} title={t('backlash.emptyTitle')}>
        {t(contactId === undefined ? 'backlash.emptyBody' : 'backlash.emptyBodyOne')}
      </EmptyState>
    );
  }
  return (
    <div className={styles['column']}>
      <Card title={t('backlash.timeline')} icon={Waypoints}>
        <BacklashTimeline backlash={shown} />
      </Card>
      <Card title={t('backlash.question')} icon={CircleHelp} isFlush>
        {shown.pairs.length === 0 ? (
          <p className={styles['none']}>{t('backlash.nothingAfter')}</p>
        ) : (
          <ul className={styles['rows']}>
            {questionsOf(shown).map((question) => (
              <li key={`${question.action.id} ${question.incident.id}`}>
                <QuestionRow question={question} />
              </li>
            ))}
          </ul>
        )}
      </Card>
    </div>
  );
}

const ANSWER_ICONS = { open: CircleHelp, linked: Link2, 'not-linked': CircleSlash2 } as const;
const ANSWER_TONES = { open: 'info', linked: 'warning', 'not-linked': 'neutral' } as const;

function QuestionRow({
  question: { pair, action, incident },
}: {
  readonly question: Question;
}): ReactNode {
  const { t } = useTranslation('impact');
  const format = useFormat();
  const days = Math.max(0, daysBetween(action.beganOn, incident.occurredOn));
  return (
    <>
      <span className={styles['words']}>
        <Link to="/incidents/$id" params={{ id: incident.id }} className={styles['main']}>
          <bdi>{incident.title}</bdi>
        </Link>
        <span className={styles['muted']}>
          {t('backlash.after', { count: days, date: format.date(incident.occurredOn) })}{' '}
          <Link to="/actions/$id" params={{ id: action.id }} dir="auto">
            {action.title}
          </Link>
        </span>
      </span>
      <StatusPill icon={ANSWER_ICONS[pair.answer]} tone={ANSWER_TONES[pair.answer]}>
        {t(`backlash.answer.${pair.answer}`)}
      </StatusPill>
      {pair.answer === 'open' &&
        (action.status === 'done' ? (
          <ButtonLink
            to="/actions/$id/review"
            params={{ id: action.id }}
            search={{ incident: incident.id }}
            size="sm"
          >
            {t('backlash.answerNow')}
          </ButtonLink>
        ) : (
          <span className={styles['muted']}>{t('backlash.whenDone')}</span>
        ))}
    </>
  );
}

import type { ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Pencil, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { VisitRow } from '../../../shared/contract/custody.ts';
import { daysBetween } from '../../../shared/model/cadence.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Menu } from '../../components/Menu.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { localToday } from '../../i18n/local-today.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { RestsOn } from './RestsOn.tsx';
import { VisitPill, visitStop } from './status-looks.tsx';
import { StopLine } from './StopLine.tsx';
import styles from './custody.module.css';

/** The visits asked for in a detention: what was answered, why one was refused, what was found. */
export function VisitLine({ visits }: { readonly visits: readonly VisitRow[] }): ReactNode {
  const { t } = useTranslation('custody');
  if (visits.length === 0) return <p className={styles['muted']}>{t('visits.none')}</p>;
  return (
    <StopLine
      label={t('visits.title')}
      stops={visits.map((visit) => ({
        key: visit.id,
        look: visitStop(visit.status),
        children: <Visit visit={visit} />,
      }))}
    />
  );
}

function Visit({ visit }: { readonly visit: VisitRow }): ReactNode {
  const { t } = useTranslation('custody');
  const format = useFormat();
  const { requestedOn, requestedFrom, status, answeredOn, visitOn, visitors } = visit;
  const waited = daysBetween(requestedOn, localToday());
  const days = [
    t('visits.askedOn', { from: requestedFrom, date: format.date(requestedOn) }),
    answeredOn !== null && t('visits.answered', { date: format.date(answeredOn) }),
    status === 'requested' && waited > 0 && t('visits.waiting', { count: waited }),
    visitOn !== null &&
      t(status === 'held' ? 'visits.madeOn' : 'visits.visitOn', { date: format.date(visitOn) }),
  ].filter((part) => part !== false);
  return (
    <>
      <div className={styles['stopHead']}>
        <span className={styles['stopTitle']} dir="auto">
          {days[0]}
        </span>
        <VisitPill status={status} />
        <VisitMenu visit={visit} />
      </div>
      {days.length > 1 && <p className={styles['stopNote']}>{days.slice(1).join(' · ')}</p>}
      {visitors !== null && (
        <p className={styles['stopNote']}>
          {t('visits.visitors')}: <bdi>{visitors}</bdi>
        </p>
      )}
      <Quote label={t('visits.reason')} text={visit.refusalReason} />
      <Quote label={t('visits.findings')} text={visit.findings} />
      <RestsOn action={visit.action} wasThere={status === 'held'} />
    </>
  );
}

function Quote({ label, text }: { readonly label: string; readonly text: string }): ReactNode {
  if (text.trim() === '') return null;
  return (
    <p className={styles['quote']}>
      <span className={styles['quoteLabel']}>{label}</span>
      <bdi>{text}</bdi>
    </p>
  );
}

function VisitMenu({ visit }: { readonly visit: VisitRow }): ReactNode {
  const { t } = useTranslation('custody');
  const format = useFormat();
  const navigate = useNavigate();
  const remove = useAsk(client.custody.removeVisit);
  const done = useUndoToast();
  const { id, requestedOn } = visit;
  const date = format.date(requestedOn);
  const removeNow = async (): Promise<void> => {
    const outcome = await remove.ask({ id });
    if (outcome.ok) done(t('visits.removed'), outcome.value.changeSetId);
  };
  return (
    <>
      <Menu
        label={t('visits.more', { date })}
        items={[
          {
            id: 'edit',
            label: t('visits.editShort'),
            icon: Pencil,
            onAction: () => void navigate({ to: '/visits/$id/edit', params: { id } }),
          },
          {
            id: 'remove',
            label: t('visits.remove'),
            icon: Trash2,
            isDangerous: true,
            onAction: () => void removeNow(),
          },
        ]}
      />
      <ErrorNotice error={remove.failure} />
    </>
  );
}

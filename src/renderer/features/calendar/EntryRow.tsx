import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Ban, Check } from 'lucide-react';
import type { CalendarEntry } from '../../../shared/contract/calendar.ts';
import { StatusPill } from '../../components/StatusPill.tsx';
import { groupOf } from './entry-groups.ts';
import { ENTRY_ICONS } from './entry-looks.ts';
import { entryTarget } from './entry-target.ts';
import { useEntryWords } from './use-entry-words.ts';
import styles from './calendar.module.css';

/** One entry in full: when, what, whom it is about, and whether anything is left to do. */
export function EntryRow({ entry }: { readonly entry: CalendarEntry }): ReactNode {
  const words = useEntryWords()(entry);
  const Icon = ENTRY_ICONS[entry.kind];
  return (
    <div className={styles['entryRow']} data-over={entry.isOver || entry.isOff ? '' : undefined}>
      <span className={styles['entryIcon']} data-group={groupOf(entry.kind)}>
        <Icon aria-hidden />
      </span>
      <div className={styles['entryWords']}>
        <Link {...(entryTarget(entry) as { to: '/today' })} className={styles['entryTitle']}>
          {entry.time !== null && <span className={styles['time']}>{entry.time}</span>}
          <bdi>{words.title}</bdi>
        </Link>
        <p className={styles['entryNote']}>
          {words.kind}
          {words.kind !== null && words.who !== '' && ' · '}
          <bdi>{words.who}</bdi>
        </p>
      </div>
      {words.state !== null && (
        <StatusPill icon={entry.isOff ? Ban : Check} isPlain>
          {words.state}
        </StatusPill>
      )}
    </div>
  );
}

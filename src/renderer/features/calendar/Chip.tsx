import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { CalendarEntry } from '../../../shared/contract/calendar.ts';
import { groupOf } from './entry-groups.ts';
import { ENTRY_ICONS } from './entry-looks.ts';
import { entryTarget } from './entry-target.ts';
import { useEntryWords } from './use-entry-words.ts';
import styles from './calendar.module.css';

/**
 * An entry within a day of the grid. It can be pressed; by keys it is reached in the list of its
 * day, so that the grid itself is one stop.
 */
export function Chip(props: {
  readonly entry: CalendarEntry;
  readonly isRoomy: boolean;
}): ReactNode {
  const { entry, isRoomy } = props;
  const { title, kind, who } = useEntryWords()(entry);
  // In little room: somebody's own words, or else whom it is about; the icon says of which kind.
  const short = kind === null && who !== '' ? who : title;
  const Icon = ENTRY_ICONS[entry.kind];
  return (
    <Link
      {...(entryTarget(entry) as { to: '/today' })}
      tabIndex={-1}
      title={[title, who].filter(Boolean).join(' · ')}
      className={styles['chip']}
      data-group={groupOf(entry.kind)}
      data-over={entry.isOver ? '' : undefined}
      data-off={entry.isOff ? '' : undefined}
      data-roomy={isRoomy ? '' : undefined}
      onClick={(event) => event.stopPropagation()}
    >
      <Icon aria-hidden />
      <span className={styles['chipWords']}>
        {entry.time !== null && <span className={styles['time']}>{entry.time}</span>}
        <bdi>{isRoomy ? title : short}</bdi>
        {!isRoomy && short === who && <span className="visually-hidden">{title}</span>}
        {isRoomy && who !== '' && (
          <span className={styles['chipWho']}>
            <bdi>{who}</bdi>
          </span>
        )}
      </span>
    </Link>
  );
}

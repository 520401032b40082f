import type { ReactNode } from 'react';
import { EntryWords } from '../../components/EntryWords.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { CHANNEL_ICONS } from './channel-icon.ts';
import { MeetingMarks } from './MeetingMarks.tsx';
import type { TimelineEntry } from './timeline.ts';
import { useMonths } from '../../i18n/use-months.ts';
import styles from './meetings.module.css';

/** One log in the timeline: day, channel, title, who, the first words and its marks. */
export function TimelineRow({ entry }: { readonly entry: TimelineEntry }): ReactNode {
  const { row, month, day } = entry;
  const label = useLabel();
  const format = useFormat();
  const names = useMonths();
  const Icon = CHANNEL_ICONS[row.channel];
  return (
    <div role="gridcell">
      {month !== null && <div className={styles['month']}>{names.month(month)}</div>}
      <div className={styles['entry']}>
        <time className={styles['day']} dateTime={row.startedAt}>
          {day === null ? (
            <span className="visually-hidden">{format.date(row.startedAt.slice(0, 10))}</span>
          ) : (
            <>
              <span className={styles['dayNumber']}>{names.dayOfMonth(day)}</span>
              <span className={styles['weekday']}>{names.weekday(day)}</span>
            </>
          )}
        </time>
        <span className={styles['channel']} title={label('meetingChannel', row.channel)}>
          <Icon aria-hidden />
          <span className="visually-hidden">{label('meetingChannel', row.channel)}</span>
        </span>
        <EntryWords
          to="/meetings/$id"
          id={row.id}
          title={row.title}
          marks={<MeetingMarks row={row} />}
          meta={
            <>
              <span>{names.time(row.startedAt)}</span>
              {row.contacts.length > 0 && (
                <span>
                  <bdi>{format.list(row.contacts.map((contact) => contact.label))}</bdi>
                </span>
              )}
              {row.place !== null && (
                <span>
                  <bdi>{row.place}</bdi>
                </span>
              )}
            </>
          }
          excerpt={row.excerpt}
          excerptLines={2}
        />
      </div>
    </div>
  );
}

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarEntry } from '../../../shared/contract/calendar.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { useTaskWords } from '../tasks/use-task-words.ts';

export interface EntryWords {
  /** What it is: what somebody wrote, or what its kind says. */
  readonly title: string;
  /** Its kind, where the title is somebody's own words. */
  readonly kind: string | null;
  /** Whom it is about; empty for nobody by name. */
  readonly who: string;
  /** `held`, `put off`; null for what is still open. */
  readonly state: string | null;
}

/** The words of an entry, on the screen and on paper. */
export function useEntryWords(): (entry: CalendarEntry) => EntryWords {
  const { t } = useTranslation('calendar');
  const { text: taskWords } = useTaskWords();
  const label = useLabel();
  const format = useFormat();
  return useCallback(
    (entry) => {
      const { kind, title, purpose, months, step, startedBy, contacts, isOver, isOff } = entry;
      const named = contacts.map((contact) => contact.label || t('entry.unnamed'));
      const own =
        step !== null
          ? [taskWords({ step, text: null }), title].filter(Boolean).join(': ')
          : title === null
            ? null
            : taskWords({ step, text: title, startedBy });
      const ofKind =
        months === null ? t(`kind.${kind}`) : t('entry.reviewAfter', { count: months });
      const about = purpose === null ? null : label('purpose', purpose);
      return {
        title: own ?? (about === null ? ofKind : `${ofKind}: ${about}`),
        kind: own === null ? null : ofKind,
        who: named.length === 0 ? '' : format.list(named),
        state: isOff
          ? t(`off.${kind === 'hearing' ? 'hearing' : 'other'}`)
          : isOver
            ? t('over')
            : null,
      };
    },
    [t, taskWords, label, format],
  );
}

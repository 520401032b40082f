import type { ReactNode } from 'react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Popover,
} from 'react-aria-components';
import { parseDate, type CalendarDate } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cx } from '../cx.ts';
import { usePreferences } from '../../theme/preferences.tsx';
import menu from '../Menu.module.css';
import { FieldLabel, FieldNotes, type FieldProps } from './field-parts.tsx';
import styles from './field.module.css';

export interface DateFieldProps extends FieldProps {
  /** ISO 8601 calendar date, or null for none. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly minDate?: string | undefined;
  readonly maxDate?: string | undefined;
  readonly className?: string | undefined;
}

/** A calendar date: typed part by part, or picked from a calendar. Empty is null. */
export function DateField(props: DateFieldProps): ReactNode {
  const { t } = useTranslation();
  const { direction } = usePreferences();
  const { label, value, error, isRequired } = props;
  const Before = direction === 'rtl' ? ChevronRight : ChevronLeft;
  const After = direction === 'rtl' ? ChevronLeft : ChevronRight;
  return (
    <DatePicker<CalendarDate>
      className={cx(styles['field'], props.className)}
      value={value === null || value === '' ? null : parseDate(value)}
      onChange={(date) => props.onChange(date === null ? null : date.toString())}
      isInvalid={error !== undefined}
      isRequired={isRequired ?? false}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
      validationBehavior="aria"
      shouldForceLeadingZeros
      {...(props.minDate === undefined ? {} : { minValue: parseDate(props.minDate) })}
      {...(props.maxDate === undefined ? {} : { maxValue: parseDate(props.maxDate) })}
      {...(props.onBlur === undefined ? {} : { onBlur: props.onBlur })}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <Group className={cx(styles['control'], styles['row'])}>
        <DateInput className={styles['segments'] ?? ''}>
          {(segment) => <DateSegment segment={segment} className={styles['segment'] ?? ''} />}
        </DateInput>
        {value !== null && isRequired !== true && (
          <Button
            slot={null}
            className={styles['affix'] ?? ''}
            aria-label={t('clear')}
            onPress={() => props.onChange(null)}
          >
            <X aria-hidden />
          </Button>
        )}
        <Button className={styles['affix'] ?? ''} aria-label={t('openCalendar')}>
          <CalendarDays aria-hidden />
        </Button>
      </Group>
      <FieldNotes description={props.description} error={error} />
      <Popover className={menu['popover'] ?? ''} offset={4}>
        <Dialog className={styles['calendar'] ?? ''} aria-label={label}>
          <Calendar>
            <header className={styles['calendarHead']}>
              <Button slot="previous" className={styles['affix'] ?? ''}>
                <Before aria-hidden />
              </Button>
              <Heading className={styles['calendarHeading'] ?? ''} />
              <Button slot="next" className={styles['affix'] ?? ''}>
                <After aria-hidden />
              </Button>
            </header>
            <CalendarGrid className={styles['grid'] ?? ''}>
              {(date) => <CalendarCell date={date} className={styles['day'] ?? ''} />}
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

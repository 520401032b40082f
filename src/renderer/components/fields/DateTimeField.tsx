import type { ReactNode } from 'react';
import { DateField, DateInput, DateSegment } from 'react-aria-components';
import { parseDateTime, type CalendarDateTime } from '@internationalized/date';
import { cx } from '../cx.ts';
import { FieldLabel, FieldNotes, type FieldProps } from './field-parts.tsx';
import styles from './field.module.css';

export interface DateTimeFieldProps extends FieldProps {
  /** Wall-clock time to the minute (`2026-11-24T09:30`), or '' for none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly className?: string | undefined;
}

/** Date and wall-clock time at the place of the meeting; the zone is a field of its own. */
export function DateTimeField(props: DateTimeFieldProps): ReactNode {
  const { label, value, error, isRequired } = props;
  return (
    <DateField<CalendarDateTime>
      className={cx(styles['field'], props.className)}
      value={value === '' ? null : parseDateTime(value)}
      onChange={(moment) => props.onChange(moment === null ? '' : moment.toString().slice(0, 16))}
      granularity="minute"
      hourCycle={24}
      shouldForceLeadingZeros
      isInvalid={error !== undefined}
      isRequired={isRequired ?? false}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
      validationBehavior="aria"
      {...(props.onBlur === undefined ? {} : { onBlur: props.onBlur })}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <DateInput className={cx(styles['control'], styles['segments'])}>
        {(segment) => <DateSegment segment={segment} className={styles['segment'] ?? ''} />}
      </DateInput>
      <FieldNotes description={props.description} error={error} />
    </DateField>
  );
}

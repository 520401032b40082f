import { useMemo, type ReactNode } from 'react';
import { ComboBox, type ComboBoxProps } from './ComboBox.tsx';

/** An IANA time zone, found by the name of its city; shows its offset from UTC today. */
export function TimeZoneField(props: Omit<ComboBoxProps, 'options'>): ReactNode {
  const options = useMemo(() => {
    const known = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]);
    if (props.value !== null) known.add(props.value);
    return [...known].map((zone) => ({
      value: zone,
      label: zone.replaceAll('_', ' '),
      note: offsetOf(zone),
      keywords: zone,
    }));
  }, [props.value]);
  return <ComboBox {...props} options={options} />;
}

function offsetOf(zone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  return parts.formatToParts().find((part) => part.type === 'timeZoneName')?.value ?? '';
}

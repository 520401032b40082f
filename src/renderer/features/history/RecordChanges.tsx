import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLabel } from '../../i18n/use-label.ts';
import type { RecordChange } from './change-groups.ts';
import { FieldChange } from './FieldChange.tsx';
import styles from './history.module.css';

export interface RecordChangesProps {
  readonly record: RecordChange;
  /** `text` for a record that may not be here yet, `none` where all that is shown is of one record. */
  readonly naming: 'link' | 'text' | 'none';
  /** How many fields are shown; all without it. */
  readonly shownFields?: number | undefined;
}

/** What was done to one record, field by field. */
export function RecordChanges({ record, naming, shownFields }: RecordChangesProps): ReactNode {
  const { t } = useTranslation('history');
  return (
    <div className={styles['record']}>
      {naming !== 'none' && <RecordName record={record} naming={naming} />}
      {naming === 'none' && record.what !== 'changed' && (
        <span className={styles['muted']}>{t(`change.${record.what}`)}</span>
      )}
      {record.fields.slice(0, shownFields).map((change) => (
        <FieldChange key={change.field} change={change} />
      ))}
    </div>
  );
}

function RecordName({ record, naming }: Pick<RecordChangesProps, 'record' | 'naming'>): ReactNode {
  const { t } = useTranslation('history');
  const label = useLabel();
  const type = label('recordType', record.record.type);
  return (
    <p className={styles['recordName']}>
      <span className={styles['type']}>{type}</span>
      {naming === 'link' ? <RecordLink record={record} /> : <bdi>{record.label}</bdi>}
      {record.what !== 'changed' && (
        <span className={styles['muted']}>{t(`change.${record.what}`)}</span>
      )}
    </p>
  );
}

/** The record's name, as a link where it has a page of its own and still exists. */
function RecordLink({
  record: { record, label, what },
}: {
  readonly record: RecordChange;
}): ReactNode {
  if (what !== 'removed') {
    const params = { id: record.id };
    if (record.type === 'contact') {
      return (
        <Link to="/contacts/$id" params={params} dir="auto">
          {label}
        </Link>
      );
    }
    if (record.type === 'meeting-log') {
      return (
        <Link to="/meetings/$id" params={params} dir="auto">
          {label}
        </Link>
      );
    }
    if (record.type === 'action') {
      return (
        <Link to="/actions/$id" params={params} dir="auto">
          {label}
        </Link>
      );
    }
  }
  return <bdi>{label}</bdi>;
}

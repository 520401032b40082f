import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordType } from '../../../shared/model/record-type.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { OptionalSelect } from '../../components/fields/Select.tsx';
import { ChangeSetEntry } from './ChangeSetEntry.tsx';
import { useFieldName } from './FieldChange.tsx';
import styles from './history.module.css';

export interface RecordHistoryProps {
  readonly type: RecordType;
  readonly id: string;
}

/** What a record said before, change by change; of one field alone where that is asked for. */
export function RecordHistory({ type, id }: RecordHistoryProps): ReactNode {
  const { t } = useTranslation('history');
  const fieldName = useFieldName();
  const history = useCall(client.history.ofRecord, { type, id });
  const [field, setField] = useState<string | null>(null);
  if (history.error !== null) return <ErrorNotice error={history.error} />;
  if (history.data === undefined) return <Skeleton lines={4} />;

  const fields = [
    ...new Set(history.data.flatMap((set) => set.changes.map((change) => change.field))),
  ].filter((name) => name !== '$exists');
  const shown = history.data
    .map((set) => ({
      ...set,
      changes: set.changes.filter((change) => field === null || change.field === field),
    }))
    .filter((set) => set.changes.length > 0);

  return (
    <div className={styles['column']}>
      {fields.length > 1 && (
        <OptionalSelect
          className={styles['picker']}
          label={t('record.field')}
          noneLabel={t('record.allFields')}
          value={field}
          onChange={setField}
          options={fields.map((name) => ({
            value: name,
            label: fieldName({ record: { type, id }, field: name }),
          }))}
        />
      )}
      {shown.length === 0 ? (
        <p className={styles['muted']}>{t('record.empty')}</p>
      ) : (
        <ol className={styles['sets']} aria-label={t('record.label')}>
          {shown.map((set) => (
            <ChangeSetEntry key={set.id} set={set} isOfOneRecord />
          ))}
        </ol>
      )}
    </div>
  );
}

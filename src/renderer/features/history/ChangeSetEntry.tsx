import { useState, type ReactNode } from 'react';
import { FileInput, Undo2 } from 'lucide-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { ChangeSetView } from '../../../shared/contract/records.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Badge, StatusPill } from '../../components/StatusPill.tsx';
import { showToast } from '../../components/toasts.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { changesByRecord, type RecordChange } from './change-groups.ts';
import { FieldChange } from './FieldChange.tsx';
import styles from './history.module.css';

/** A bundle that has left and a vault that was set up cannot be taken back; no button offers it. */
const FINAL: readonly ChangeSetView['reason'][] = ['export-bundle', 'set-up'];
/** Records and fields shown before the rest is folded away. */
const SHOWN_RECORDS = 4;
const SHOWN_FIELDS = 5;

export interface ChangeSetEntryProps {
  readonly set: ChangeSetView;
  /** Leaves out the record's name and link: every change is of the one record shown. */
  readonly isOfOneRecord?: boolean | undefined;
}

/** One change: who, when, why, what from and to; and a button that takes it back. */
export function ChangeSetEntry({ set, isOfOneRecord }: ChangeSetEntryProps): ReactNode {
  const { t } = useTranslation('history');
  const label = useLabel();
  const format = useFormat();
  const undo = useAsk(client.history.undo);
  const [showsAll, setShowsAll] = useState(false);
  const records = changesByRecord(set);
  const shown = showsAll ? records : records.slice(0, SHOWN_RECORDS);
  const isFolded = records.some((record) => record.fields.length > SHOWN_FIELDS);
  const reason = label('changeReason', set.reason);
  const what = t('set.what', { reason, label: records[0]?.label ?? '' });

  const takeBack = async (): Promise<void> => {
    const outcome = await undo.ask({ changeSetId: set.id });
    if (outcome.ok) showToast({ title: t('set.undoneToast') });
  };

  return (
    <li className={styles['set']} data-undone={set.undoneBy === null ? undefined : ''}>
      <div className={styles['setHead']}>
        <strong>{reason}</strong>
        {set.sourceBundle !== null && (
          <StatusPill icon={FileInput} isPlain>
            {t('set.fromBundle')}
          </StatusPill>
        )}
        {set.undoneBy !== null && <Badge>{t('set.undone')}</Badge>}
        {set.undoOf !== null && <Badge>{t('set.undoes')}</Badge>}
        <span className={styles['by']}>
          <bdi>{set.author}</bdi>
          {' · '}
          <time dateTime={set.at}>{format.instant(set.at)}</time>
        </span>
        {set.undoneBy === null && !FINAL.includes(set.reason) && (
          <Button
            size="sm"
            variant="quiet"
            icon={Undo2}
            isPending={undo.pending}
            aria-label={t('set.undoLabel', { what })}
            onPress={() => void takeBack()}
          >
            {t('set.undo')}
          </Button>
        )}
      </div>
      {undo.failure !== null && <UndoFailure failure={undo.failure} onDismiss={undo.dismiss} />}
      {shown.map((record) => (
        <div key={record.key} className={styles['record']}>
          {isOfOneRecord !== true && <RecordName record={record} />}
          {isOfOneRecord === true && record.what !== 'changed' && (
            <span className={styles['muted']}>{t(`change.${record.what}`)}</span>
          )}
          {(showsAll ? record.fields : record.fields.slice(0, SHOWN_FIELDS)).map((change) => (
            <FieldChange key={change.field} change={change} />
          ))}
        </div>
      ))}
      {!showsAll && (records.length > SHOWN_RECORDS || isFolded) && (
        <div>
          <Button size="sm" variant="quiet" onPress={() => setShowsAll(true)}>
            {records.length > SHOWN_RECORDS
              ? t('set.more', { count: records.length - SHOWN_RECORDS })
              : t('set.showAll')}
          </Button>
        </div>
      )}
    </li>
  );
}

function RecordName({ record }: { readonly record: RecordChange }): ReactNode {
  const { t } = useTranslation('history');
  const label = useLabel();
  const type = label('recordType', record.record.type);
  return (
    <p className={styles['recordName']}>
      <span className={styles['type']}>{type}</span>
      <RecordLink record={record} />
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

interface UndoFailureProps {
  readonly failure: Failure;
  readonly onDismiss: () => void;
}

/** Why an undo was refused, in words that say what to do instead. Nothing was changed. */
function UndoFailure({ failure, onDismiss }: UndoFailureProps): ReactNode {
  const { t } = useTranslation('history');
  const detail =
    failure.kind === 'undo-conflict'
      ? t('undoFailed.undo-conflict', { count: failure.records.length })
      : failure.kind === 'not-undoable'
        ? t(`undoFailed.${failure.reason}`)
        : failure.kind === 'not-found' ||
            failure.kind === 'consent-missing' ||
            failure.kind === 'action-not-ready' ||
            failure.kind === 'sealed'
          ? t(`undoFailed.${failure.kind}`)
          : null;
  if (detail === null) return <ErrorNotice error={failure} onDismiss={onDismiss} />;
  return (
    <Banner tone="danger" role="alert" title={t('undoFailed.title')} onDismiss={onDismiss}>
      <p>{detail}</p>
    </Banner>
  );
}

import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button.tsx';
import { fieldKind, isLongText } from '../../history/field-kinds.ts';
import { DiffWords } from '../../history/DiffWords.tsx';
import { listDiff } from '../../history/list-diff.ts';
import { paragraphDiff, type ParagraphChange } from '../../history/paragraph-diff.ts';
import { useWords } from '../../history/use-words.ts';
import { valueWords } from '../../history/value-words.ts';
import type { ImportConflict } from '../../../../shared/contract/bundles.ts';

import styles from './merge.module.css';

export interface SideValueProps {
  readonly conflict: Pick<ImportConflict, 'record' | 'field' | 'base'>;
  readonly value: unknown;
  /** Marks what was added and taken out since both had the same. */
  readonly marksChanges: boolean;
}

/** What one side has in the field, in words; what that side changed is marked in it. */
export function SideValue({ conflict, value, marksChanges }: SideValueProps): ReactNode {
  const { t } = useTranslation('merge');
  const words = useWords();
  const { record, field, base } = conflict;
  const kind = fieldKind(record.type, field);
  if (isLongText(record.type, field) && typeof value === 'string' && value !== '') {
    const from = marksChanges && typeof base === 'string' ? base : value;
    return <LongText from={from} to={value} />;
  }
  const lines = valueWords(kind, value, words);
  if (lines.length === 0) return <p className={styles['small']}>{t('conflict.empty')}</p>;
  if (kind.kind !== 'list' || !marksChanges) return <Lines lines={lines} />;
  return (
    <ul className={styles['lines']}>
      {listDiff(valueWords(kind, base, words), lines).map((part, index) => (
        <li key={index} dir="auto">
          <DiffWords parts={[part]} />
        </li>
      ))}
    </ul>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }): ReactNode {
  if (lines.length === 1) {
    return (
      <p dir="auto" className={styles['value']}>
        {lines[0]}
      </p>
    );
  }
  return (
    <ul className={styles['lines']}>
      {lines.map((line, index) => (
        <li key={index} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  );
}

/** Unchanged paragraphs shown on each side of a change when the rest is folded away. */
const SHOWN_AROUND = 1;

function LongText({ from, to }: { readonly from: string; readonly to: string }): ReactNode {
  const { t } = useTranslation('merge');
  const [isWhole, setWhole] = useState(false);
  const changes = paragraphDiff(from, to);
  const isOnlySame = changes.every(({ kind }) => kind === 'same');
  const canFold = !isOnlySame && changes.some((change) => foldedIn(change) > 0);
  return (
    <div className={styles['text']}>
      {changes.map((change, index) => (
        <Paragraphs key={index} change={change} isFolded={canFold && !isWhole} />
      ))}
      {canFold && (
        <Button size="sm" variant="quiet" onPress={() => setWhole(!isWhole)}>
          {t(isWhole ? 'conflict.showChanged' : 'conflict.showAll')}
        </Button>
      )}
    </div>
  );
}

/** How many paragraphs of an unchanged run are folded away. */
function foldedIn(change: ParagraphChange): number {
  return change.kind === 'same' ? Math.max(0, change.paragraphs.length - 2 * SHOWN_AROUND) : 0;
}

function Paragraphs(props: {
  readonly change: ParagraphChange;
  readonly isFolded: boolean;
}): ReactNode {
  const { t } = useTranslation('merge');
  const { change } = props;
  if (change.kind !== 'same') {
    const parts =
      change.kind === 'changed' ? change.parts : [{ kind: change.kind, text: change.paragraph }];
    return (
      <p dir="auto">
        <DiffWords parts={parts} />
      </p>
    );
  }
  const { paragraphs } = change;
  const count = props.isFolded ? foldedIn(change) : 0;
  const shown = count === 0 ? paragraphs.length : SHOWN_AROUND;
  return paragraphs.map((paragraph, index) => {
    if (index === shown && count > 0) {
      return (
        <p key={index} className={styles['small']}>
          {t('conflict.unchanged', { count })}
        </p>
      );
    }
    if (index > shown && index < shown + count) return null;
    return (
      <p key={index} dir="auto">
        {paragraph}
      </p>
    );
  });
}

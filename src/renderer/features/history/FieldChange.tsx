import { useState, type ReactNode } from 'react';
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FieldChange as Change } from '../../../shared/contract/records.ts';
import { Button } from '../../components/Button.tsx';
import { fieldKind, isLongText } from './field-kinds.ts';
import { foldedDiff, textDiff, type DiffPart } from './text-diff.ts';
import { useWords } from './use-words.ts';
import { valueWords } from './value-words.ts';
import styles from './history.module.css';

/** Entries of a list shown before the rest is asked for. */
const SHOWN_LINES = 6;

/** The name of a field; one that this version does not know is shown as it is. */
export function useFieldName(): (change: Pick<Change, 'record' | 'field'>) => string {
  const { t } = useTranslation('history');
  return ({ record, field }) =>
    (t as (key: string, options: object) => string)(`field.${record.type}.${field}`, {
      defaultValue: field,
    });
}

/** One field's change: from and to in words, or inside the text where it is long. */
export function FieldChange({ change }: { readonly change: Change }): ReactNode {
  const { t } = useTranslation('history');
  const name = useFieldName()(change);
  return (
    <div className={styles['change']}>
      <span className={styles['field']}>{name}</span>
      {change.erased ? (
        <span className={styles['erased']}>{t('change.erased')}</span>
      ) : isLongText(change.record.type, change.field) &&
        typeof change.from === 'string' &&
        typeof change.to === 'string' &&
        change.from !== '' ? (
        <TextChange from={change.from} to={change.to} />
      ) : (
        <FromTo change={change} />
      )}
    </div>
  );
}

function FromTo({ change }: { readonly change: Change }): ReactNode {
  const { t } = useTranslation('history');
  const words = useWords();
  const kind = fieldKind(change.record.type, change.field);
  const from = valueWords(kind, change.from, words);
  const to = valueWords(kind, change.to, words);
  return (
    <span className={styles['fromTo']}>
      {from.length > 0 && (
        <>
          <span className="visually-hidden">{t('change.from')}</span>
          <Lines lines={from} className={styles['from']} />
          <ArrowRight aria-hidden className={styles['arrow']} />
          <span className="visually-hidden">{t('change.to')}</span>
        </>
      )}
      {to.length === 0 ? (
        <span className={styles['muted']}>{t('change.empty')}</span>
      ) : (
        <Lines lines={to} className={styles['to']} />
      )}
    </span>
  );
}

function Lines({
  lines,
  className,
}: {
  readonly lines: readonly string[];
  readonly className: string | undefined;
}): ReactNode {
  const { t } = useTranslation('history');
  const [showsAll, setShowsAll] = useState(false);
  if (lines.length === 1) {
    return (
      <span dir="auto" className={className}>
        {lines[0]}
      </span>
    );
  }
  const shown = showsAll ? lines : lines.slice(0, SHOWN_LINES);
  return (
    <div className={className}>
      <ul>
        {shown.map((line, index) => (
          <li key={index} dir="auto">
            {line}
          </li>
        ))}
      </ul>
      {shown.length < lines.length && (
        <Button size="sm" variant="quiet" onPress={() => setShowsAll(true)}>
          {t('change.moreLines', { count: lines.length - shown.length })}
        </Button>
      )}
    </div>
  );
}

function TextChange({ from, to }: { readonly from: string; readonly to: string }): ReactNode {
  const { t } = useTranslation('history');
  const [isWhole, setWhole] = useState(false);
  const parts = textDiff(from, to);
  const folded = foldedDiff(parts);
  const canFold = folded.some((part, index) => part.text !== parts[index]?.text);
  return (
    <div>
      <p dir="auto" className={styles['diff']}>
        {(isWhole ? parts : folded).map((part, index) => (
          <Part key={index} part={part} />
        ))}
      </p>
      {canFold && (
        <Button size="sm" variant="quiet" onPress={() => setWhole(!isWhole)}>
          {t(isWhole ? 'change.hideText' : 'change.showText')}
        </Button>
      )}
    </div>
  );
}

/** `ins` and `del` carry the meaning; the words for a screen reader stand before them. */
function Part({ part }: { readonly part: DiffPart }): ReactNode {
  const { t } = useTranslation('history');
  if (part.kind === 'same') return part.text;
  const Tag = part.kind === 'added' ? 'ins' : 'del';
  return (
    <>
      <span className="visually-hidden">
        {` ${t(part.kind === 'added' ? 'change.added' : 'change.taken')}: `}
      </span>
      <Tag>{part.text}</Tag>
    </>
  );
}

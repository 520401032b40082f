import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DiffPart } from './text-diff.ts';

/**
 * A text with what was added and taken out marked in it. `ins` and `del` carry the meaning; the
 * words for a screen reader stand before them. Their look is in base.css.
 */
export function DiffWords({ parts }: { readonly parts: readonly DiffPart[] }): ReactNode {
  const { t } = useTranslation('history');
  return parts.map((part, index) => {
    if (part.kind === 'same') return <Fragment key={index}>{part.text}</Fragment>;
    const Tag = part.kind === 'added' ? 'ins' : 'del';
    return (
      <Fragment key={index}>
        <span className="visually-hidden">
          {` ${t(part.kind === 'added' ? 'change.added' : 'change.taken')}: `}
        </span>
        <Tag>{part.text}</Tag>
      </Fragment>
    );
  });
}

import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileContent as Content } from '../../../shared/contract/contacts.ts';
import styles from './files.module.css';

/** Longest part of a text that is shown, in characters: about a hundred pages. */
const SHOWN_TEXT_MAX = 200_000;

/**
 * What is in a file, as the vault says that it may be shown: a picture decoded, everything else as
 * text or not at all. Nothing is run, opened by another program or written out.
 */
export function FileContent({
  content,
  name,
}: {
  readonly content: Content;
  readonly name: string;
}): ReactNode {
  const { t } = useTranslation();
  switch (content.shownAs) {
    case 'picture':
      return <Picture content={content} name={name} className={styles['picture'] ?? ''} />;
    case 'text':
      return <Text base64={content.base64} name={name} />;
    case 'oversized-picture':
      return <p>{t('file.oversized')}</p>;
    case 'nothing':
      return <p>{t('file.notShown')}</p>;
  }
}

/** A picture, or a sentence where its bytes turn out to be none. */
export function Picture({
  content,
  name,
  className,
}: {
  readonly content: Content;
  readonly name: string;
  readonly className?: string;
}): ReactNode {
  const { t } = useTranslation();
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return <span className={styles['note']}>{t('file.undecodable')}</span>;
  return (
    <img
      className={className}
      alt={name}
      draggable={false}
      src={`data:${content.mediaType};base64,${content.base64}`}
      onError={() => setBroken(true)}
    />
  );
}

function Text({ base64, name }: { readonly base64: string; readonly name: string }): ReactNode {
  const { t } = useTranslation();
  const text = useMemo(() => textOf(base64), [base64]);
  return (
    <>
      {text.length > SHOWN_TEXT_MAX && <p className={styles['note']}>{t('file.textCut')}</p>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard (WCAG 2.1.1) */}
      <pre tabIndex={0} role="region" aria-label={name} dir="auto" className={styles['text']}>
        {text.slice(0, SHOWN_TEXT_MAX)}
      </pre>
    </>
  );
}

function textOf(base64: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
}

import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import styles from './EntryWords.module.css';

export interface EntryWordsProps {
  readonly to: '/meetings/$id' | '/incidents/$id';
  readonly id: string;
  readonly title: string;
  readonly marks: ReactNode;
  /** What there is to say in a line, one element each. */
  readonly meta: ReactNode;
  readonly excerpt: string;
  /** How many lines of the excerpt are shown. */
  readonly excerptLines: 1 | 2;
}

/** What happened, as a list says it: a title that leads to it, marks, a line of facts, first words. */
export function EntryWords(props: EntryWordsProps): ReactNode {
  const { to, id, title, marks, meta, excerpt, excerptLines } = props;
  return (
    <div className={styles['words']}>
      <div className={styles['head']}>
        <Link to={to} params={{ id }} className={styles['title']} dir="auto" tabIndex={-1}>
          {title}
        </Link>
        {marks}
      </div>
      <div className={styles['meta']}>{meta}</div>
      {excerpt !== '' && (
        <p className={styles['excerpt']} data-lines={excerptLines} dir="auto">
          {excerpt}
        </p>
      )}
    </div>
  );
}

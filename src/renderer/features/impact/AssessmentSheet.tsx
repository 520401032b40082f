import { useEffect, type ReactNode } from 'react';
import {
  type DocumentWords,
  type Narrative,
  NARRATIVE_PARTS,
} from '../../../shared/model/assessment.ts';
import type { Figures } from '../../../shared/model/statistics.ts';
import { FigureTables } from './FigureTables.tsx';
import styles from './assessment.module.css';

/**
 * The document on paper: the same parts in the same order as in the file that the vault writes. It
 * is there only while it is printed, so that nothing is printed that the vault did not let out.
 */
export function AssessmentSheet({
  figures,
  words,
  narrative,
  onPrinted,
}: {
  readonly figures: Figures;
  readonly words: DocumentWords;
  readonly narrative: Narrative;
  /** It was printed, or the printing called off: the sheet can go. */
  readonly onPrinted: () => void;
}): ReactNode {
  useEffect(() => {
    window.addEventListener('afterprint', onPrinted);
    return () => window.removeEventListener('afterprint', onPrinted);
  }, [onPrinted]);
  // Once, whatever changes while the dialog is open.
  useEffect(() => window.print(), []);
  return (
    <article className={styles['sheet']}>
      <h1>{words.title}</h1>
      <p>{words.made}</p>
      {NARRATIVE_PARTS.map((part) => (
        <section key={part}>
          <h2>{words.narrative[part]}</h2>
          <p dir="auto" className={styles['text']}>
            {narrative[part].trim() === '' ? words.none : narrative[part]}
          </p>
        </section>
      ))}
      <FigureTables figures={figures} words={words} />
    </article>
  );
}

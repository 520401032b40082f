import type { ReactNode } from 'react';
import {
  type DocumentWords,
  FIGURE_SECTIONS,
  type FigureSection,
  rowsOfSection,
} from '../../../shared/model/assessment.ts';
import type { Figure, Figures } from '../../../shared/model/statistics.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './assessment.module.css';

/** The numbers of the document, a table for each question, each number with its share drawn. */
export function FigureTables({
  figures,
  words,
}: {
  readonly figures: Figures;
  readonly words: DocumentWords;
}): ReactNode {
  const format = useFormat();
  return (
    <div className={styles['tables']}>
      <p className={styles['people']}>
        {words.people} <strong>{format.number(figures.people)}</strong>
      </p>
      {FIGURE_SECTIONS.map((section) => (
        <FigureTable key={section} section={section} figures={figures} words={words} />
      ))}
      <p className={styles['rule']}>{words.rule}</p>
    </div>
  );
}

function FigureTable({
  section,
  figures,
  words,
}: {
  readonly section: FigureSection;
  readonly figures: Figures;
  readonly words: DocumentWords;
}): ReactNode {
  const format = useFormat();
  const { title, rows } = words.sections[section];
  const said = figures[section] as Readonly<Record<string, Figure>>;
  return (
    <table className={styles['table']}>
      <caption>{title}</caption>
      <tbody>
        {rowsOfSection(section).map((row) => {
          const figure = said[row] ?? 'few';
          return (
            <tr key={row}>
              <th scope="row">{rows[row]}</th>
              <td className={typeof figure === 'number' ? styles['number'] : styles['unsaid']}>
                {typeof figure === 'number' ? format.number(figure) : words[figure]}
              </td>
              <td className={styles['share']} aria-hidden>
                {typeof figure === 'number' && <Share of={figure} all={figures.people} />}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Rounded numbers can say more of a part than of the whole: the bar ends where the whole does. */
function Share({ of, all }: { readonly of: number; readonly all: number }): ReactNode {
  return (
    <svg width="100%" height="8" className={styles['bar']}>
      <rect width="100%" height="8" rx="4" className={styles['track']} />
      <rect
        width={`${Math.min(100, (of / all) * 100)}%`}
        height="8"
        rx="4"
        className={styles['fill']}
      />
    </svg>
  );
}

import {
  type DocumentWords,
  FIGURE_SECTIONS,
  type FigureSection,
  NARRATIVE_PARTS,
  rowsOfSection,
  type Narrative,
} from '../../shared/model/assessment.ts';
import type { Figure, Figures } from '../../shared/model/statistics.ts';

export interface AssessmentDocument {
  readonly language: string;
  readonly words: DocumentWords;
  readonly figures: Figures;
  readonly narrative: Narrative;
}

/**
 * The document as one page of HTML that any browser opens: no script, nothing fetched, and a policy
 * that lets it have neither.
 */
export function assessmentHtml({
  language,
  words,
  figures,
  narrative,
}: AssessmentDocument): string {
  const title = text(words.title);
  return `<!doctype html>
<html lang="${text(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin-block: 0 1.5rem; }
caption { text-align: start; font-weight: 600; padding-block: 0.5rem; }
th, td { text-align: start; font-weight: 400; padding: 0.25rem 0.5rem; border-bottom: 1px solid #ccc; }
td { text-align: end; white-space: nowrap; }
p { white-space: pre-wrap; overflow-wrap: anywhere; }
</style>
</head>
<body>
<h1>${title}</h1>
<p>${text(words.made)}</p>
${NARRATIVE_PARTS.map((part) => paragraphs(words, part, narrative)).join('\n')}
<p>${text(words.people)}: ${figures.people}</p>
<p>${text(words.rule)}</p>
${FIGURE_SECTIONS.map((section) => table(words, section, figures)).join('\n')}
</body>
</html>
`;
}

function paragraphs(
  words: DocumentWords,
  part: (typeof NARRATIVE_PARTS)[number],
  narrative: Narrative,
): string {
  const written = narrative[part].trim();
  return `<h2>${text(words.narrative[part])}</h2>
<p dir="auto">${text(written === '' ? words.none : written)}</p>`;
}

function table(words: DocumentWords, section: FigureSection, figures: Figures): string {
  const { title, rows } = words.sections[section];
  const said = figures[section] as Readonly<Record<string, Figure>>;
  const lines = rowsOfSection(section).map(
    (row) =>
      `<tr><th scope="row">${text(rows[row] ?? row)}</th><td>${inWords(words, said[row])}</td></tr>`,
  );
  return `<table>
<caption>${text(title)}</caption>
<tbody>
${lines.join('\n')}
</tbody>
</table>`;
}

function inWords(words: DocumentWords, figure: Figure | undefined): string {
  if (figure === undefined) throw new Error('a row without a figure');
  return typeof figure === 'number' ? String(figure) : text(words[figure]);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function text(value: string): string {
  return value.replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? '');
}

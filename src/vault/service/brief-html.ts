import type { ContactBrief } from '../../shared/model/brief.ts';
import {
  briefAbout,
  briefFormat,
  briefSections,
  type BriefFact,
  type BriefFormat,
  type BriefLine,
  type BriefSection,
} from '../../shared/model/brief-sections.ts';
import type { BriefWords } from '../../shared/model/brief-words.ts';
import { htmlPage, text } from './html-page.ts';

export interface BriefDocument {
  readonly words: BriefWords;
  readonly briefs: readonly ContactBrief[];
  /** Calendar date, ISO 8601. */
  readonly madeOn: string;
  /** The officer whose brief it is, with their post. */
  readonly madeBy: string;
}

/**
 * The brief as one page of HTML: a list of contacts to jump from, then one after another, each
 * beginning a sheet of its own where it is printed.
 */
export function briefHtml({ words, briefs, madeOn, madeBy }: BriefDocument): string {
  const format = briefFormat(words.language);
  return htmlPage({
    language: words.language,
    direction: words.direction,
    title: words.word.title,
    style: STYLE,
    body: `<h1>${text(words.word.title)}</h1>
<p>${text(words.word.made)}: ${text(format.date(madeOn))} · <bdi>${text(madeBy)}</bdi></p>
<nav aria-label="${text(words.word.contacts)}">
<ol>
${briefs.map(({ contactId, label }) => `<li><a href="#c-${text(contactId)}"><bdi>${text(label)}</bdi></a></li>`).join('\n')}
</ol>
</nav>
${briefs.map((brief) => article(brief, words, format)).join('\n')}`,
  });
}

const STYLE = `h1, h2, h3, h4 { line-height: 1.25; overflow-wrap: anywhere; }
article { border-block-start: 2px solid; margin-block-start: 3rem; }
section { break-inside: avoid-page; }
ul { list-style: none; padding: 0; }
li { margin-block: 0.5rem; overflow-wrap: anywhere; }
p { margin-block: 0.25rem; }
.facts, .none { color: #444; }
.warning { border-inline-start: 4px solid; padding-inline-start: 0.75rem; font-weight: 600; }
.passage { white-space: pre-wrap; overflow-wrap: anywhere; }
@media print {
  nav { display: none; }
  article { border: 0; margin: 0; }
  article + article { break-before: page; }
}`;

function article(brief: ContactBrief, words: BriefWords, format: BriefFormat): string {
  return `<article id="c-${text(brief.contactId)}">
<h2><bdi>${text(brief.label)}</bdi></h2>
${facts(briefAbout(brief, words, format))}
${briefSections(brief, words, format).map(section).join('\n')}
</article>`;
}

function section({ title, none, lines }: BriefSection): string {
  const content =
    lines.length === 0
      ? `<p class="none">${text(none)}</p>`
      : `<ul>\n${lines.map(entry).join('\n')}\n</ul>`;
  return `<section>
<h3>${text(title)}</h3>
${content}
</section>`;
}

function entry({ lead, text: written, facts: more, passages, isWarning }: BriefLine): string {
  const own = lead === null ? '' : `<strong>${text(lead)}</strong>`;
  const theirs = written === null ? '' : `<bdi>${text(written)}</bdi>`;
  const head = [own, theirs].filter((part) => part !== '').join(' ');
  return `<li${isWarning ? ' class="warning"' : ''}>${[
    head === '' ? '' : `<p>${head}</p>`,
    facts(more),
    ...passages.map(passage),
  ].join('')}</li>`;
}

function facts(of: readonly BriefFact[]): string {
  if (of.length === 0) return '';
  const shown = of.map(({ label, text: value }) =>
    label === null ? `<bdi>${text(value)}</bdi>` : `${text(label)}: <bdi>${text(value)}</bdi>`,
  );
  return `<p class="facts">${shown.join(' · ')}</p>`;
}

function passage({ label, text: value }: BriefFact): string {
  const heading = label === null ? '' : `<h4>${text(label)}</h4>`;
  return `${heading}<p class="passage" dir="auto">${text(value)}</p>`;
}

import { createHmac } from 'node:crypto';
import type { Calls } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/define.ts';
import { emptyNarrative, NARRATIVE_PARTS } from '../../shared/model/assessment.ts';
import { type Draw, type Figures, figuresOf } from '../../shared/model/statistics.ts';
import { fail, ok } from '../../shared/outcome.ts';
import { appendAccess } from '../db/access-log.ts';
import type { ReadStore } from '../db/store.ts';
import { findAssessment, putAssessment, roundingKey } from '../store/assessments.ts';
import { countedIn, yearsWithRecords } from '../store/counted.ts';
import { groupBy } from '../store/group-by.ts';
import { dayOf } from './action-gate.ts';
import { assessmentHtml } from './assessment-html.ts';
import { invalid, type VaultContext } from './context.ts';
import { writeGrantedFile } from './granted-file.ts';
import { namesAContact } from './named-in-text.ts';
import { overrideRows } from './overrides.ts';

/** The assessment of a year; what its numbers may tell is in docs/decisions/0030. */
export const assessmentHandlers: Handlers<Calls, 'vault', VaultContext>['assessments'] = {
  ofYear: (context, { year }) => {
    const { store } = context;
    const thisYear = Number(context.today().slice(0, 4));
    const made = findAssessment(store, year);
    const { people, notCounted } = countedIn(store, year, context.today());
    return ok({
      years: [...new Set([thisYear, year, ...yearsWithRecords(store)])]
        .filter((one) => one <= thisYear)
        .sort((a, b) => b - a),
      state: made !== null ? 'made' : year < thisYear ? 'over' : 'running',
      madeOn: made?.madeOn ?? null,
      figures: made?.figures ?? currentFigures(context, year),
      narrative: made?.narrative ?? emptyNarrative(),
      counted: people.length,
      notCounted: [...groupBy(notCounted, (why) => why)].map(([why, contacts]) => ({
        why,
        contacts: contacts.length,
      })),
      overrides: overridesIn(store, year, context.today()),
    });
  },

  make: (context, { year, narrative, words, language, file }) => {
    const { store } = context;
    if (year >= Number(context.today().slice(0, 4))) return invalid(['year'], 'year-not-over');
    const naming = NARRATIVE_PARTS.find((part) => namesAContact(store, narrative[part]));
    if (naming !== undefined) return invalid(['narrative', naming], 'names-a-contact');
    const before = findAssessment(store, year);
    const figures = before?.figures ?? currentFigures(context, year);
    if (figures === null) return fail({ kind: 'nothing-to-export' });
    const madeOn = before?.madeOn ?? context.today();
    // Kept before anything leaves: figures that are out and not kept could be made anew, and differ.
    putAssessment(store, year, { madeOn, figures, narrative });
    if (file !== null) {
      const html = assessmentHtml({ language, words, figures, narrative });
      const written = writeGrantedFile(context, file, Buffer.from(html, 'utf8'));
      if (!written.ok) return written;
    }
    appendAccess(store, {
      kind: file === null ? 'print' : 'export',
      detail: { what: 'assessment', year },
      contactIds: [],
    });
    return ok({ madeOn });
  },
};

function currentFigures(context: VaultContext, year: number): Figures | null {
  const { people } = countedIn(context.store, year, context.today());
  return figuresOf(people, drawWith(roundingKey(context.store)));
}

/**
 * The same people in the same row are always rounded the same way, so that asking again tells
 * nothing; any other people are rounded as by chance.
 */
function drawWith(key: Buffer): Draw {
  return (row, ids) =>
    createHmac('sha256', key)
      .update(`${row}\n${ids.join('\n')}`)
      .digest()
      .readUInt32BE(0) % 5;
}

function overridesIn(store: ReadStore, year: number, today: string) {
  return overrideRows(store, today)
    .filter(({ override }) => dayOf(override).startsWith(`${year}-`))
    .map(({ actionId, title, type, status, override }) => ({
      ...{ actionId, title, type, status },
      on: dayOf(override),
      authorisedBy: override.authorisedBy,
    }));
}

import { COVERAGE, figures, TICK_QUESTIONS } from '../../../src/shared/model/statistics.ts';
import type { BundleKind } from '../../../src/shared/model/bundle-kind.ts';
import {
  CONTACT,
  vectorAttachments,
  vectorChangeSets,
  vectorDraft,
  type VectorContent,
} from './vector-kit.ts';

const OTHER_CONTACT = '01930000-0000-7000-8000-0000000000c2';
const HANDED_OVER = '01930000-0000-7000-8000-0000000000b1';

const BRIEF = `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<title>Successor’s brief</title>
<h1>Amina Example</h1>
<p>Safe ways to make contact: none by phone. Introduced by nobody who exists. أمينة</p>
</html>
`;

/** A bundle of each kind to this recipient, each with all that its kind may hold. */
export function vectorOf(kind: BundleKind, recipient: string): VectorContent {
  const draft = vectorDraft(recipient);
  const records = { changeSets: vectorChangeSets, attachments: vectorAttachments };
  const nothing = { changeSets: [], attachments: [] };
  const about = (id: string) => ({ ...draft, kind, verb: null, bundleId: id, consentScope: null });
  switch (kind) {
    case 'handover':
      return { manifest: { ...draft, answerBy: '2026-12-24' }, brief: BRIEF, ...records };
    case 'update':
      return {
        manifest: {
          ...{ ...draft, kind, verb: null, bundleId: '01930000-0000-7000-8000-0000000000b2' },
          ...{ sequence: 3, previousBundle: 'cd'.repeat(32) },
          base: { sequence: 1, sha256: 'ef'.repeat(32) },
        },
        changeSets: vectorChangeSets.slice(1),
        attachments: vectorAttachments.slice(0, 1),
      };
    case 'share':
      return {
        manifest: {
          ...{ ...draft, kind, verb: null, bundleId: '01930000-0000-7000-8000-0000000000b3' },
          ...{ purpose: 'Emergency grant – for the family’s move', until: '2027-03-31' },
        },
        brief: BRIEF,
        ...records,
      };
    case 'statistics':
      return {
        manifest: {
          ...{ ...draft, kind, verb: null, bundleId: '01930000-0000-7000-8000-0000000000b4' },
          consentScope: { audience: 'capital', purpose: 'statistics', evaluatedOn: '2026-11-24' },
        },
        document: { kind, value: STATISTICS },
        ...nothing,
      };
    case 'receipt':
      return {
        manifest: about('01930000-0000-7000-8000-0000000000b5'),
        document: {
          kind,
          value: {
            ...{ bundleId: HANDED_OVER, kind: 'handover', sequence: 2, sha256: 'ab'.repeat(32) },
            receivedAt: '2026-11-25T08:00:00.000Z',
            contacts: [
              { contactId: CONTACT, answer: 'accepted' },
              { contactId: OTHER_CONTACT, answer: 'rejected', reason: 'Has moved abroad' },
            ],
          },
        },
        ...nothing,
      };
    case 'request':
      return {
        manifest: about('01930000-0000-7000-8000-0000000000b6'),
        document: {
          kind,
          value: {
            ...{ asks: 'contacts', contactIds: [CONTACT] },
            description: 'Lawyers in the south\nwho speak Arabic',
            reason: 'They asked us for an introduction.',
          },
        },
        ...nothing,
      };
  }
}

function ofEach(rows: readonly string[]): Record<string, number | string> {
  const shown = [10, 'few', 'nearly-all', 25];
  return Object.fromEntries(rows.map((row, i) => [row, shown[i % shown.length] ?? 'few']));
}

const STATISTICS = {
  year: 2025,
  madeOn: '2026-01-15',
  figures: figures.parse({
    people: 40,
    ...Object.fromEntries(Object.entries(TICK_QUESTIONS).map(([name, rows]) => [name, ofEach(rows)])),
    coverage: Object.fromEntries(COVERAGE.map((part, i) => [part, i === 0 ? 20 : 'left-out'])),
  }),
  narrative: { done: 'Visits to remote regions.', helped: '', heard: 'Keep calling.', next: '' },
};

import type { ImportConflict } from '../../shared/contract/bundles.ts';
import type { ForeignChangeSet } from '../db/change-types.ts';
import { readChangeSet } from '../db/history.ts';
import type { ReadStore } from '../db/store.ts';
import { recordLabel } from '../store/labels.ts';
import { contactsOf, fieldsNow } from './incoming-effects.ts';
import type { Question } from './merge/plan-merge.ts';

/** The questions of a merge as the officer is shown them: named, with who wrote what and when. */
export function conflictsOf(
  store: ReadStore,
  questions: readonly Question[],
  incoming: readonly ForeignChangeSet[],
): ImportConflict[] {
  const wroteBy = writersOf(store, incoming);
  return questions.map((question) => {
    const { key, kind, record, field, suggested, because, edits, goesAlong } = question;
    const { base, mine, theirs, both } = question;
    const values = { base, mine, theirs, both } as Pick<
      ImportConflict,
      'base' | 'mine' | 'theirs' | 'both'
    >;
    return {
      ...{ key, kind, record, field, suggested, because, ...values },
      label: recordLabel(store, record),
      contactIds: [...contactsOf(record, fieldsNow(store, record))],
      mineBy: wroteBy(question.mineSet),
      theirsBy: wroteBy(question.theirsSet),
      edits: edits as ImportConflict['edits'],
      goesAlong: goesAlong.map((one) => ({ record: one, label: recordLabel(store, one) })),
    };
  });
}

/** Who wrote a change set that comes or is here, and when; each is read once. */
function writersOf(
  store: ReadStore,
  incoming: readonly ForeignChangeSet[],
): (changeSetId: string | null) => ImportConflict['mineBy'] {
  const writers = new Map(incoming.map((set) => [set.id, writerOf(set)]));
  return (id) => {
    if (id === null) return null;
    if (!writers.has(id)) writers.set(id, writerOf(readChangeSet(store, id)));
    return writers.get(id) ?? null;
  };
}

function writerOf(
  set: Pick<ForeignChangeSet, 'authorName' | 'at'> | null,
): ImportConflict['mineBy'] {
  return set && { author: set.authorName, at: set.at };
}

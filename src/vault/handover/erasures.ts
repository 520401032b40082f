import type { RecordRef } from '../../shared/contract/parts.ts';
import type { JsonValue } from '../canonical-json.ts';
import type { Change, ForeignChangeSet } from '../db/change-types.ts';
import type { EraseTarget } from '../db/erasures.ts';
import { refuse } from '../db/errors.ts';
import type { KnownChanges } from '../db/known-changes.ts';
import { nodeOf } from '../db/hlc.ts';
import { readRecord } from '../db/record-table.ts';
import type { ReadStore } from '../db/store.ts';
import { onlyTakesAway, onlyTakesOutWords } from '../erasure/take-away.ts';
import {
  contactErasedOn,
  erasuresKnownOf,
  hasErasure,
  isInLog,
  type KnownErasure,
} from '../store/erasures.ts';
import { knownToOfficer } from '../store/known-to-officer.ts';

/*
 * Erasures that come with a bundle. They are carried out like those made here, in the transaction of
 * the import, with these limits: what is erased cannot be had back, and a sender may be hostile.
 *
 * - An erasure counts for what the sender can know: a record that came from them or went to them, or
 *   one that is not here yet. Others are left out, and the officer is told.
 * - A decision on consent goes only together with its contact. So no erasure takes a refusal away
 *   from somebody whose record stays.
 * - Of what is sealed, an erasure only takes something out; it puts nothing in its place.
 */

/** What a bundle brings, with its erasures judged. */
export interface Admitted {
  /** What is taken in. */
  readonly changeSets: readonly ForeignChangeSet[];
  /** What a merge has to ask about: not what is erased, nor what was made on top of it. */
  readonly toMerge: readonly ForeignChangeSet[];
  /** What is erased here by this bundle and was not before. */
  readonly erases: readonly EraseTarget[];
  /** Of what the sender cannot know, or could loosen a consent with: not carried out. */
  readonly refused: readonly EraseTarget[];
}

/** Judges the erasures among these change sets. Refused with `bundle-malformed` where one says something new. */
export function admitErasures(
  store: ReadStore,
  { senderId, known: log }: { readonly senderId: string; readonly known: KnownChanges },
  incoming: readonly ForeignChangeSet[],
): Admitted {
  assertOnlyTaken(store, log, incoming);
  const brought = erasuresIn(incoming).filter(({ id }) => !hasErasure(store, id));
  if (brought.length === 0) {
    return { changeSets: incoming, toMerge: kept(store, incoming, []), erases: [], refused: [] };
  }
  const isKnownThere = knownToOfficer(store, senderId);
  const couldKnow = ({ target }: BroughtErasure): boolean =>
    !isInLog(store, target.record) || isKnownThere(target.record);
  const known = brought.filter(couldKnow);
  const goneContacts = new Set(
    known
      .filter(({ target }) => target.record.type === 'contact' && target.field === null)
      .map(({ target }) => target.record.id),
  );
  const isAdmitted = (one: BroughtErasure): boolean =>
    couldKnow(one) && !takesConsentAlone(store, one.target, goneContacts);
  const refused = brought.filter((one) => !isAdmitted(one));
  const admitted = brought.filter(isAdmitted);
  const changeSets = without(incoming, refused);
  const isNew = ({ target }: BroughtErasure): boolean =>
    !erasuresKnownOf(store, target.record).some(({ field }) => field === target.field);
  return {
    changeSets,
    toMerge: kept(store, changeSets, admitted),
    erases: admitted.filter(isNew).map(({ target }) => target),
    refused: refused.map(({ target }) => target),
  };
}

/** Whether a change carries out an erasure of its own set, which `admitErasures` has judged. */
export function isErasing(set: ForeignChangeSet, change: Change): boolean {
  return erasuresIn([set]).some(({ target }) => isAbout(target, change));
}

interface BroughtErasure {
  readonly id: string;
  readonly changeSetId: string;
  readonly hlc: string;
  readonly target: EraseTarget;
}

/** The erasures that are made in these sets. What is not whole is left for the import to refuse. */
function erasuresIn(sets: readonly ForeignChangeSet[]): BroughtErasure[] {
  return sets.flatMap((set) => {
    const made = new Map<string, Map<string, JsonValue>>();
    for (const { recordType, recordId, field, newValue } of set.changes) {
      if (recordType !== 'erasure') continue;
      const fields = made.get(recordId) ?? new Map<string, JsonValue>();
      made.set(recordId, fields.set(field, newValue));
    }
    return [...made].flatMap(([id, fields]) => {
      const [type, recordId] = [fields.get('recordType'), fields.get('recordId')];
      if (typeof type !== 'string' || typeof recordId !== 'string') return [];
      const record = { type, id: recordId } as RecordRef;
      const target = { record, field: (fields.get('field') ?? null) as string | null };
      return [{ id, changeSetId: set.id, hlc: set.hlc, target }];
    });
  });
}

function isAbout({ record, field }: EraseTarget, change: Change): boolean {
  return (
    change.recordType === record.type &&
    change.recordId === record.id &&
    (field === null || change.field === field)
  );
}

/** A refusal that goes while the contact stays would leave an earlier consent standing. */
function takesConsentAlone(
  store: ReadStore,
  { record, field }: EraseTarget,
  goneContacts: ReadonlySet<string>,
): boolean {
  if (record.type !== 'consent-event' || field !== null) return false;
  const event = readRecord(store, 'consent-event', record.id);
  if (event === null) return false;
  return !goneContacts.has(event.contactId) && contactErasedOn(store, event.contactId) === null;
}

/** Leaves out what was refused, and what its set says of the same. */
function without(
  sets: readonly ForeignChangeSet[],
  refused: readonly BroughtErasure[],
): readonly ForeignChangeSet[] {
  if (refused.length === 0) return sets;
  const ids = new Set(refused.map(({ id }) => id));
  return cutDown(sets, (set, change) => {
    if (change.recordType === 'erasure') return !ids.has(change.recordId);
    return !refused.some(
      ({ changeSetId, target }) => changeSetId === set.id && isAbout(target, change),
    );
  });
}

/** The parts of a consent that say something of people; none of them says whether it was given. */
const TEXTS_OF_CONSENT: readonly string[] = ['conditions', 'note', 'interpreter', 'withholdings'];

/** Refuses what would say something new of a sealed log, or of a decision on consent, that is here. */
function assertOnlyTaken(
  store: ReadStore,
  log: KnownChanges,
  sets: readonly ForeignChangeSet[],
): void {
  for (const set of sets) {
    for (const { id, target } of erasuresIn([set])) {
      const { record, field } = target;
      const said = set.changes.find((change) => isAbout(target, change));
      if (field === null) continue;
      // Nothing said anew is nothing said from now on.
      const isKnown = said === undefined ? hasErasure(store, id) : log.knows(set.id, said);
      if (isKnown) continue;
      const after = said?.newValue ?? null;
      // One that was taken in already is later, and is what stands.
      const isOvertaken = erasuresKnownOf(store, record).some(
        (known) => known.field === field && known.since > set.hlc,
      );
      const before = isOvertaken ? null : sealedValue(store, record, field);
      if (before === null) continue;
      const mayBe =
        record.type === 'consent-event' && field !== 'proxy'
          ? TEXTS_OF_CONSENT.includes(field) && onlyTakesOutWords(before, after)
          : onlyTakesAway(before, after);
      if (!mayBe) malformed();
    }
  }
}

/** What a field says that is never edited; null where it may be, or says nothing. */
function sealedValue(store: ReadStore, { type, id }: RecordRef, field: string): JsonValue {
  if (type !== 'consent-event' && type !== 'meeting-log') return null;
  const fields = readRecord(store, type, id) as Fields | null;
  const isSealed = type === 'consent-event' || fields?.['state'] === 'sealed';
  return isSealed ? (fields?.[field] ?? null) : null;
}

type Fields = Readonly<Record<string, JsonValue>>;

function malformed(): never {
  return refuse({ kind: 'bundle-malformed', rule: 'erasure-says-something-new' });
}

/** Leaves out what is erased, here or by these: it is nothing to be asked about. */
function kept(
  store: ReadStore,
  sets: readonly ForeignChangeSet[],
  admitted: readonly BroughtErasure[],
): readonly ForeignChangeSet[] {
  const brought = new Map<string, KnownErasure[]>();
  for (const { hlc, target } of admitted) {
    const key = `${target.record.type} ${target.record.id}`;
    brought.set(key, [...(brought.get(key) ?? []), { field: target.field, since: hlc }]);
  }
  const here = new Map<string, readonly KnownErasure[]>();
  const hereOf = ({ recordType, recordId }: Change): readonly KnownErasure[] => {
    const key = `${recordType} ${recordId}`;
    const known = here.get(key) ?? erasuresKnownOf(store, { type: recordType, id: recordId });
    here.set(key, known);
    return known;
  };
  return cutDown(sets, (set, change) => {
    if (change.recordType === 'erasure') return true;
    const [known, added] = [
      hereOf(change),
      brought.get(`${change.recordType} ${change.recordId}`) ?? [],
    ];
    const all = [...known, ...added];
    if (all.some(({ field }) => field === null)) return false;
    const ofField = all.filter(({ field }) => field === change.field);
    if (ofField.length === 0) return true;
    // What is said anew where it is erased takes the place of whatever is here.
    if (!known.some(({ field }) => field === change.field)) return false;
    return ofField.some(({ since }) => since <= set.hlc && nodeOf(since) === nodeOf(set.hlc));
  });
}

function cutDown(
  sets: readonly ForeignChangeSet[],
  isKept: (set: ForeignChangeSet, change: Change) => boolean,
): readonly ForeignChangeSet[] {
  return sets
    .map((set) => ({ ...set, changes: set.changes.filter((change) => isKept(set, change)) }))
    .filter((set) => set.changes.length > 0);
}

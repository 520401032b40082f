import { createHash } from 'node:crypto';
import type { RecordRef } from '../../shared/contract/parts.ts';
import { isCallBackStep, type CallBackStep } from '../../shared/model/call-back.ts';
import type { RecordType } from '../../shared/model/record-type.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { DraftKey } from '../db/drafts.ts';
import type { ReadStore } from '../db/store.ts';
import { contactErasedOn } from '../store/erasures.ts';
import { everNaming, lastFields, partsOf, type NamingPlace } from '../store/ever-naming.ts';
import { draftsAbout } from '../store/drafts-about.ts';
import { mentionsOf, namesOf, type Mention } from './mentions.ts';
import { nameMatcher, type NameMatcher } from './name-matcher.ts';

/** All that this vault holds of one person, and what becomes of it when they are forgotten. */
export interface ForgetPlan {
  readonly contactId: string;
  /** Records of theirs alone, removed ones included: erased as a whole. */
  readonly gone: readonly RecordRef[];
  /** Records of others too: what names them is taken out, and erased from the past of that field. */
  readonly kept: readonly NamingPlace[];
  /** Words in the records of others that may be about them: for the officer to say. */
  readonly mentions: readonly Mention[];
  readonly drafts: readonly DraftKey[];
  readonly matcher: NameMatcher;
  /** Another one as soon as any of this is. */
  readonly id: string;
}

/**
 * Whom a record is of. Who is named besides is not asked: a demarche for one defender is theirs
 * alone, though it went to a ministry and with a partner.
 */
const OWNERS: Readonly<Partial<Record<RecordType, string>>> = {
  promise: 'contactId',
  'follow-up': 'contactId',
  'consent-event': 'contactId',
  'risk-assessment': 'contactId',
  custody: 'contactId',
  'visit-request': 'contactId',
  hearing: 'contactId',
  task: 'contactId',
  entrustment: 'contactId',
  attachment: 'ownerId',
  'meeting-log': 'participants',
  action: 'subjectIds',
  incident: 'victims',
  plan: 'subjectIds',
};

/** Tied to a person by either end, they have nothing to say without one of them. */
const TIES: readonly RecordType[] = ['relationship'];

/** Works out what is to go. Reads the whole history: what was removed long ago is in it still. */
export function planForgetting(store: ReadStore, contactId: string): ForgetPlan {
  const matcher = nameMatcher(namesOf(store, contactId));
  const gone = new Map<string, RecordRef>();
  const kept: NamingPlace[] = [];
  const take = (record: RecordRef): void => {
    gone.set(keyOf(record), record);
  };
  const contact = { type: 'contact', id: contactId } as const;
  // Elsewhere they may be forgotten already, and have left something here.
  if (contactErasedOn(store, contactId) === null) take(contact);
  for (const place of everNaming(store, contactId)) {
    if (place.record.type === 'contact') continue;
    if (isTheirs(store, place.record, contactId)) take(place.record);
    else kept.push(place);
  }
  // What belongs to what goes, goes: a file of a log, a review of an action.
  for (let owners = [contact, ...gone.values()]; owners.length > 0;) {
    const parts = partsOf(store, owners).filter(
      (record) => !gone.has(keyOf(record)) && !isCallBack(store, record),
    );
    for (const part of parts) take(part);
    owners = parts;
  }
  const stays = kept.filter(({ record }) => !gone.has(keyOf(record)) && !isCallBack(store, record));
  const mentions = mentionsOf(store, matcher, {
    isGone: (record) => gone.has(keyOf(record)),
    sharedWith: stays.map(({ record }) => record),
  });
  const drafts = draftsAbout(
    store,
    [...gone.values()].map(({ id }) => id),
    matcher,
  );
  const plan = { contactId, gone: [...gone.values()], kept: stays, mentions, drafts };
  const id = createHash('sha256').update(canonicalJson(plan)).digest('hex');
  return { ...plan, matcher, id };
}

/** Whether a record is this person's and nobody else's, as it stands or last stood. */
function isTheirs(store: ReadStore, record: RecordRef, contactId: string): boolean {
  if (isCallBack(store, record)) return false;
  if (TIES.includes(record.type)) return true;
  const field = OWNERS[record.type];
  if (field === undefined) return false;
  const owners = contactsIn(lastFields(store, record)[field]);
  return owners.includes(contactId) && owners.every((id) => id === contactId);
}

/** Started like a call-back, and done with once the person is forgotten. */
const NO_CALL_BACK: readonly CallBackStep[] = ['stop-action', 'finish-forgetting'];

/** What has to be called back is to be called back still; it names whom by an identifier only. */
function isCallBack(store: ReadStore, record: RecordRef): boolean {
  if (record.type !== 'task') return false;
  const step = lastFields(store, record)['step'] ?? null;
  return typeof step === 'string' && isCallBackStep(step) && !NO_CALL_BACK.includes(step);
}

function contactsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    if (typeof entry === 'string') return [entry];
    const named = (entry as { readonly contactId?: unknown }).contactId;
    return typeof named === 'string' ? [named] : [];
  });
}

export function keyOf({ type, id }: RecordRef): string {
  return `${type} ${id}`;
}

import type { MergeChoice } from '../../shared/contract/bundles.ts';
import type { RecordRef } from '../../shared/contract/parts.ts';
import type { Action } from '../../shared/model/action.ts';
import type { TravelAudience } from '../../shared/model/travel.ts';
import type { OpenedBundle } from '../bundle/open-bundle.ts';
import {
  distinctRecords,
  recordsOf,
  type Change,
  type ForeignChangeSet,
} from '../db/change-types.ts';
import type { EraseTarget } from '../db/erasures.ts';
import { Refused, refuse } from '../db/errors.ts';
import { importChangeSets } from '../db/import-change-sets.ts';
import type { RecordOf } from '../db/record-types.ts';
import type { ReadStore } from '../db/store.ts';
import { transact } from '../db/transaction.ts';
import { writeMerge } from '../db/write-merge.ts';
import { isUnderWay, standingGates } from '../service/action-gate.ts';
import { restedWhenDone } from '../service/done-action.ts';
import type { VaultContext } from '../service/context.ts';
import { writeQuietly } from '../service/write.ts';
import { actionsByIds } from '../store/actions.ts';
import { contactsOfEvents } from '../store/consent-events.ts';
import { countContacts } from '../store/contacts.ts';
import { recordLabel } from '../store/labels.ts';
import { assertKnowable, assertKnownBefore } from './consent-claims.ts';
import { contactsCarried, recordAnswers, type Answer } from './entrusted.ts';
import { admitErasures, type Admitted } from './erasures.ts';
import { startFinishing } from './finish-erasures.ts';
import { foreignOf } from './foreign-change-set.ts';
import {
  holdBackPresence,
  presencesOf,
  unrestedPresences,
  type HeldBackPresence,
} from './held-back.ts';
import { assertFile, filesNamed, takeFile } from './incoming-files.ts';
import { lookBefore, type Before } from './incoming-effects.ts';
import { assertHonest, assertMayRemove, isHere, removedBy } from './incoming-rules.ts';
import { withoutContacts } from './left-out.ts';
import { mergeViewOf } from './merge/merge-view.ts';
import { planMerge, type MergePlan } from './merge/plan-merge.ts';
import { takeInDocument } from './receipt.ts';

/** A bundle that has been opened, as the store wants it. */
export interface Incoming {
  readonly opened: OpenedBundle;
  readonly changeSets: readonly ForeignChangeSet[];
}

/** What the officer says to what only they can say. */
export interface Answers {
  /** By the question's key. */
  readonly choices: ReadonlyMap<string, MergeChoice>;
  readonly allowDeletions: boolean;
  /** By contact; who is not in it is accepted. Nothing of one that is rejected is taken in. */
  readonly contacts: ReadonlyMap<string, Answer>;
}

/** What taking a bundle in did, or would do. */
export interface TakenIn {
  readonly records: readonly RecordRef[];
  /** The change set that entered it in the register: undoing it takes all of the bundle back. */
  readonly changeSetId: string;
  readonly changeSets: number;
  /** Actions that came as under way and that the gate would not let begin: they are `planned` here. */
  readonly heldBack: readonly Pick<Action, 'id' | 'title'>[];
  /** Visits and attendances that rest on no action here: taken in as not made. */
  readonly presencesHeldBack: readonly HeldBackPresence[];
  /** Records that were here and that the sender had removed. */
  readonly deletions: readonly RecordRef[];
  /** What was here and is erased, for a person asked to be forgotten. */
  readonly erased: readonly (EraseTarget & { readonly label: string })[];
  /** Erasures that were not carried out: the sender cannot know what they are of. */
  readonly erasuresRefused: readonly EraseTarget[];
}

/**
 * The change sets of an opened bundle. Refused with `bundle-malformed` where one is about records
 * that no bundle may bring, or is none the change log could have written.
 */
export function incomingOf(opened: OpenedBundle): Incoming {
  return { opened, changeSets: opened.changeSets.map(foreignOf) };
}

/** How what comes and what is here become one, and what has to be asked for that. */
export function mergeOf({ store }: VaultContext, incoming: Incoming): MergePlan {
  const { opened, changeSets } = incoming;
  return planMerge(mergeViewOf(store), admittedOf(store, opened, changeSets).toMerge);
}

function admittedOf(
  store: ReadStore,
  { manifest }: OpenedBundle,
  changeSets: readonly ForeignChangeSet[],
): Admitted {
  const { officerId: senderId } = manifest.sender;
  return admitErasures(store, { senderId, known: mergeViewOf(store) }, changeSets);
}

/**
 * Takes a bundle in, in one transaction: change sets, what the merge comes to, files, the entry in
 * the register, and the gate asked of every action that came with it, and of every visit and
 * attendance. Throws `Refused` (`bundle-conflicts` where a question has no answer); then nothing was
 * changed.
 */
export function takeIn(
  context: VaultContext,
  incoming: Incoming,
  register: Register,
  answers: Answers,
): TakenIn {
  return transact(context.store, () => {
    const taken = takeInRecords(context, incoming, register, answers);
    for (const sha256 of filesNamed(context.store, taken.records)) {
      takeFile(context.store, incoming.opened, sha256);
    }
    return taken;
  });
}

function takeInRecords(
  context: VaultContext,
  incoming: Incoming,
  register: Register,
  answers: Answers,
): TakenIn {
  const { store } = context;
  const { opened, changeSets: offered } = incoming;
  const rejected = [...answers.contacts].filter(([, { answer }]) => answer === 'rejected');
  const wanted = withoutContacts(store, offered, new Set(rejected.map(([id]) => id)));
  const { bundleId: bundle, sender } = opened.manifest;
  const known = mergeViewOf(store);
  const { changeSets, toMerge, erases, refused } = admittedOf(store, opened, wanted);
  assertHonest(store, known, changeSets);
  assertKnowable(store, changeSets);
  const removed = removedBy(store, known, toMerge);
  assertMayRemove(store, { senderId: sender.officerId, incoming: toMerge }, removed);
  const erased = erases
    .filter(({ record }) => isHere(store, record))
    .map((target) => ({
      ...target,
      label: recordLabel(store, target.record),
    }));
  const plan = planMerge(known, toMerge);
  const changes = answered(store, plan, answers);
  const presencesBefore = presencesOf(store, recordsOf(changeSets.flatMap((set) => set.changes)));
  const imported = asMalformed(() => importChangeSets(store, changeSets, { bundle }));
  writeMerge(store, { author: context.author, device: context.device }, changes);
  const deletions = removed.filter((record) => !isHere(store, record));
  const goesAway = recordsGone(deletions, erased);
  if (!answers.allowDeletions && isMassDeletion(store, goesAway)) {
    refuse({ kind: 'mass-deletion', deletions: goesAway.length });
  }
  const records = distinctRecords([...imported.records, ...recordsOf(changes)]);
  const ids = (type: RecordRef['type']): string[] =>
    records.filter((record) => record.type === type).map((record) => record.id);
  assertKnownBefore(store, contactsOfEvents(store, ids('consent-event')));
  const heldBack = notLetPass(context, actionsByIds(store, ids('action')));
  const presencesHeldBack: HeldBackPresence[] = [];
  const { changeSetId } = writeQuietly(context, 'import-bundle', (writer) => {
    for (const { id } of heldBack) {
      writer.update('action', id, {
        ...{ status: 'planned', consentEventIds: [], startedAt: null, doneOn: null },
      });
    }
    // After the actions: what rested on one that was held back is held back with it.
    presencesHeldBack.push(...unrestedPresences(store, presencesBefore, records));
    for (const presence of presencesHeldBack) holdBackPresence(writer, presence);
    const { manifest } = opened;
    takeInDocument(context, writer, opened);
    recordAnswers(writer, manifest, contactsCarried(offered), answers.contacts, context.today());
    startFinishing(context, writer, { records, erases, senderName: sender.name });
    writer.create(
      'bundle-entry',
      {
        direction: 'in',
        kind: opened.manifest.kind,
        counterpartId: sender.officerId,
        counterpartName: sender.name,
        counterpartVerified: register.senderVerified,
        audience: register.audience,
        sequence: opened.manifest.sequence,
        sha256: opened.bundleSha256,
        previousSha256: opened.manifest.previousBundle,
        signingKey: opened.manifest.sender.signingKey,
        document: opened.document,
        sizeBytes: register.sizeBytes,
        at: context.now().toISOString(),
        contactIds: imported.records.filter(({ type }) => type === 'contact').map(({ id }) => id),
        recordCount: imported.records.length,
      },
      bundle,
    );
  });
  if (changeSetId === null) throw new Error('a bundle taken in without its entry');
  return {
    records,
    changeSetId,
    changeSets: imported.changeSetIds.length,
    heldBack: heldBack.map(({ id, title }) => ({ id, title })),
    presencesHeldBack,
    deletions,
    erased,
    erasuresRefused: refused,
  };
}

/** Every record that goes, whether removed or erased. */
export function recordsGone(
  deletions: readonly RecordRef[],
  erased: TakenIn['erased'],
): readonly RecordRef[] {
  const whole = erased.filter(({ field }) => field === null).map(({ record }) => record);
  return distinctRecords([...deletions, ...whole]);
}

/** What the merge writes by these answers. Refused while a question has none. */
function answered(store: ReadStore, plan: MergePlan, { choices }: Answers): readonly Change[] {
  const open = plan.questions.filter(({ key, both }) => {
    const choice = choices.get(key);
    return choice === undefined || (choice === 'both' && both === null);
  });
  if (open.length > 0) {
    refuse({
      kind: 'bundle-conflicts',
      conflicts: open.map(({ record, field }) => ({
        ...{ record, field },
        label: recordLabel(store, record),
      })),
    });
  }
  return changesBy(plan, choices);
}

function changesBy(plan: MergePlan, choices: Answers['choices']): readonly Change[] {
  const decided = plan.questions.flatMap((question) =>
    question.changesFor(choices.get(question.key) ?? question.suggested),
  );
  return [...plan.merged, ...decided];
}

/** Fewer than this many records are never too many to remove unasked. */
const FEW_DELETIONS = 10;
/** Of the contacts here, the share whose number is taken for many. */
const MASS_SHARE = 0.1;

/** Whether so many records would go that the officer has to say that they may. */
export function isMassDeletion(store: ReadStore, deletions: readonly RecordRef[]): boolean {
  return deletions.length > Math.max(FEW_DELETIONS, countContacts(store) * MASS_SHARE);
}

export interface Register {
  readonly senderVerified: boolean;
  /** Null where the bundle tells of no contact. */
  readonly audience: TravelAudience | null;
  readonly sizeBytes: number;
}

/**
 * Does all of `takeIn` but for the files, with the suggested answers, lets `look` see the store as it
 * would then be, and takes everything back. A preview made this way cannot differ from what happens.
 */
export function tryOut<T>(
  context: VaultContext,
  incoming: Incoming,
  register: Register,
  look: (taken: TakenIn, before: Before) => T,
): T {
  const { store } = context;
  const plan = mergeOf(context, incoming);
  const choices = new Map(plan.questions.map(({ key, suggested }) => [key, suggested]));
  const answers: Answers = { choices, allowDeletions: true, contacts: new Map() };
  const before = lookBefore(
    store,
    [...incoming.changeSets.flatMap((set) => set.changes), ...changesBy(plan, choices)],
    context.today(),
  );
  let seen: { readonly value: T } | null = null;
  try {
    transact(store, () => {
      const taken = takeInRecords(context, incoming, register, answers);
      for (const sha256 of filesNamed(store, taken.records)) {
        assertFile(store, incoming.opened, sha256);
      }
      seen = { value: look(taken, before) };
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack) || seen === null) throw error;
  }
  return (seen as unknown as { readonly value: T }).value;
}

class TakenBack extends Error {}

/** An edit of what is sealed is an ordinary refusal at home, and a forgery in a bundle. */
function asMalformed<T>(use: () => T): T {
  try {
    return use();
  } catch (error) {
    if (error instanceof Refused && error.failure.kind === 'sealed') {
      return refuse({ kind: 'bundle-malformed', rule: 'edits-what-is-sealed' });
    }
    throw error;
  }
}

/**
 * Actions in progress that the gate would not let begin, and actions said to be done that rested on
 * neither consent nor an override when they were: what is done else is done and stays a fact.
 */
function notLetPass(
  { store, today }: VaultContext,
  actions: readonly RecordOf<'action'>[],
): readonly RecordOf<'action'>[] {
  const underWay = actions.filter(({ status }) => isUnderWay(status));
  const gates = standingGates(store, underWay, today());
  return underWay.filter((action) => {
    if (gates.get(action.id)?.allowed === true) return false;
    return action.status !== 'done' || !restedWhenDone(store, action);
  });
}

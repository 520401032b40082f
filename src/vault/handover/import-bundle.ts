import { randomUUID } from 'node:crypto';
import type { ImportPreview } from '../../shared/contract/bundles.ts';
import type { Calls } from '../../shared/contract/contract.ts';
import type { OutcomeOf, ParsedArgOf } from '../../shared/contract/define.ts';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { isTrusted } from '../../shared/model/officer.ts';
import { TRAVEL_AUDIENCES, type TravelAudience } from '../../shared/model/travel.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { malformed, type OpenBundleFailure } from '../bundle/bundle-failure.ts';
import { openBundleFile } from '../bundle/bundle-file.ts';
import { SourceGone, type ByteSource } from '../bundle/byte-source.ts';
import type { Manifest } from '../bundle/manifest.ts';
import { openBundle, type OpenedBundle } from '../bundle/open-bundle.ts';
import { appendAccess } from '../db/access-log.ts';
import { Refused } from '../db/errors.ts';
import { officerFingerprint } from '../keys/fingerprint-words.ts';
import { openingKeys, type OpeningKeys } from '../keys/opening-keys.ts';
import type { VaultContext } from '../service/context.ts';
import { senderTrust } from '../service/sender-trust.ts';
import { findBundleEntry } from '../store/bundle-entries.ts';
import { recordLabel } from '../store/labels.ts';
import { findOfficer } from '../store/officers.ts';
import { arrivalOf } from './arrival.ts';
import { contactsInDocument } from './document-contacts.ts';
import { countByType } from './carried-records.ts';
import { conflictsOf } from './conflict-views.ts';
import { offerOf } from './entrusted.ts';
import {
  consentChangesIn,
  contactsIn,
  contactsOf,
  fieldChangesOf,
  fieldsNow,
  type Before,
} from './incoming-effects.ts';
import {
  incomingOf,
  isMassDeletion,
  recordsGone,
  mergeOf,
  takeIn,
  tryOut,
  type Incoming,
  type Register,
  type TakenIn,
} from './incoming.ts';
import type { Arrival } from './sequence.ts';

type Open = Calls['bundles']['open'];
type Apply = Calls['bundles']['apply'];
type Preview = Calls['bundles']['preview'];
type ChangesOf = Calls['bundles']['changesOf'];

interface Held {
  readonly importId: string;
  readonly incoming: Incoming;
  readonly register: Register;
  /** As it was when the bundle was opened; taking it in asks again. */
  readonly arrival: Arrival;
  /** When our key that it is sealed to was given up. */
  readonly sealedToKeyGivenUpAt: string | null;
}

/**
 * The opened bundle that the officer is looking at: one per open vault, in memory only (many
 * attachments stay sealed in its file). Opening another, dismissing it, taking it in and locking all forget it.
 */
const held = new WeakMap<VaultContext, Held>();

/** What stops the opening that is under way: one per open vault. */
const openings = new WeakMap<VaultContext, AbortController>();

/** Stops the opening that is under way, if one is; it ends with `cancelled`. */
export function cancelOpening(context: VaultContext): void {
  openings.get(context)?.abort();
}

function stopEarlierOpening(context: VaultContext): AbortController {
  cancelOpening(context);
  const opening = new AbortController();
  openings.set(context, opening);
  return opening;
}

/** Opens a bundle to its end, verifies it, and says what taking it in would do. Writes nothing. */
export async function openForImport(
  context: VaultContext,
  token: string,
): Promise<OutcomeOf<Open>> {
  const path = context.grants.resolve(token, 'open');
  if (path === null) return fail({ kind: 'file-not-granted' });
  const { signal } = stopEarlierOpening(context);
  const file = await openBundleFile(path);
  if (!file.ok) return file;
  const ours = await openingKeys(context.identity());
  let opened: Awaited<ReturnType<typeof openAsOurs>>;
  try {
    opened = await openAsOurs(context, file.value, ours, signal);
  } finally {
    await file.value.close();
  }
  // Said after the last piece was read, it still counts: nothing is shown of what was given up.
  if (signal.aborted) return fail({ kind: 'cancelled' });
  if (!opened.ok) return opened;
  const arrival = arrivalOf(context.store, opened.value);
  if (!arrival.ok) return arrival;
  const audience = audienceOf(opened.value.manifest);
  if (audience === undefined) return malformed('consent-scope');
  const sender = senderOf(context, opened.value.manifest);
  const register = {
    audience,
    senderVerified: isTrusted(sender.trust),
    sizeBytes: file.value.size,
  };
  const preview = settled(() => {
    const incoming = incomingOf(opened.value);
    const importId = randomUUID();
    const sealedToKeyGivenUpAt = ours.givenUpAt(opened.value.manifest.recipients);
    const kept = { importId, incoming, register, arrival: arrival.value, sealedToKeyGivenUpAt };
    const found = previewOf(context, kept, sender);
    held.set(context, kept);
    return found;
  });
  return preview;
}

async function openAsOurs(
  context: VaultContext,
  file: ByteSource,
  { identities, ownRecipients }: OpeningKeys,
  signal: AbortSignal,
): Promise<Outcome<OpenedBundle, OpenBundleFailure>> {
  return openBundle(file, {
    ...{ identities, ownRecipients, signal },
    onProgress: (stage, done, total) =>
      context.emitProgress({ operation: 'import', stage, done, total }),
  });
}

/** The opened bundle against the records as they are now. */
export function previewAgain(context: VaultContext, importId: string): OutcomeOf<Preview> {
  const kept = held.get(context);
  if (kept?.importId !== importId) return fail({ kind: 'not-found', record: null });
  return settled(() => previewOf(context, kept, senderOf(context, kept.incoming.opened.manifest)));
}

/** Every field that the opened bundle would change of a contact and of what belongs to it. */
export function changesOf(
  context: VaultContext,
  { importId, contactId }: ParsedArgOf<ChangesOf>,
): OutcomeOf<ChangesOf> {
  const kept = held.get(context);
  if (kept?.importId !== importId) return fail({ kind: 'not-found', record: null });
  const { store } = context;
  return settled(() =>
    tryOut(context, kept.incoming, kept.register, ({ records }, before) => {
      const ofContact = records.filter((record) =>
        contactsOf(record, fieldsNow(store, record) ?? before.fieldsOf(record)).includes(contactId),
      );
      return fieldChangesOf(store, ofContact, before);
    }),
  );
}

/** Takes in the bundle that was opened, once everything that has to be asked has its answer. */
export function applyImport(
  context: VaultContext,
  { importId, decisions, allowDeletions, contacts }: ParsedArgOf<Apply>,
): OutcomeOf<Apply> {
  const kept = held.get(context);
  if (kept?.importId !== importId) return fail({ kind: 'not-found', record: null });
  const { incoming, register } = kept;
  const { bundleId } = incoming.opened.manifest;
  const before = findBundleEntry(context.store, bundleId);
  if (before !== null) return fail({ kind: 'bundle-already-applied', appliedAt: before.at });
  const arrival = arrivalOf(context.store, incoming.opened);
  if (!arrival.ok) return arrival;
  if (senderOf(context, incoming.opened.manifest).trust === 'key-differs') {
    return fail({ kind: 'sender-key-differs' });
  }
  const choices = new Map(decisions.map(({ key, choice }) => [key, choice]));
  const answers = {
    ...{ choices, allowDeletions },
    contacts: new Map(contacts.map(({ contactId, ...answer }) => [contactId, answer])),
  };
  const taken = answeredFor(() => takeIn(context, incoming, register, answers));
  if (!taken.ok) return taken;
  appendAccess(context.store, {
    kind: 'import',
    detail: { bundleId, senderId: incoming.opened.manifest.sender.officerId },
    contactIds: taken.value.records.filter(({ type }) => type === 'contact').map(({ id }) => id),
  });
  held.delete(context);
  context.emitChanged([
    ...new Set([...taken.value.records.map(({ type }) => type), 'bundle-entry' as const]),
  ]);
  const { changeSetId, changeSets, records } = taken.value;
  return ok({ changeSetId, changeSets, counts: countByType(records) });
}

/** What the officer has to answer first is a failure; anything else that is refused is not. */
function answeredFor<T>(
  use: () => T,
): Outcome<T, FailureOf<'bundle-conflicts' | 'mass-deletion' | 'file-unreadable'>> {
  try {
    return whileThere(use);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { failure } = error;
    if (failure.kind === 'bundle-conflicts' || failure.kind === 'mass-deletion') {
      return fail(failure);
    }
    throw error;
  }
}

/** Forgets the opened bundle. */
export function dismissImport(context: VaultContext, importId: string): void {
  if (held.get(context)?.importId === importId) held.delete(context);
}

type Sender = ImportPreview['sender'];

/** Who signed, and what this vault knows of that key. */
function senderOf(context: VaultContext, { sender, createdAt }: Manifest): Sender {
  const { officerId: id, name, post } = sender;
  const known = senderTrust(findOfficer(context.store, id), sender, createdAt);
  return { id, name, post, fingerprintWords: [...officerFingerprint(sender).words], ...known };
}

function previewOf(
  context: VaultContext,
  { importId, incoming, register, arrival, sealedToKeyGivenUpAt }: Held,
  sender: Sender,
): ImportPreview {
  const { store } = context;
  const { manifest } = incoming.opened;
  const alreadyApplied = findBundleEntry(store, manifest.bundleId) !== null;
  const plan = alreadyApplied ? NOTHING_TO_MERGE : mergeOf(context, incoming);
  // What was taken in before has nothing to try out.
  const effects = alreadyApplied
    ? NO_EFFECTS
    : tryOut(context, incoming, register, (taken, before) => effectsOf(context, taken, before));
  return {
    importId,
    bundleId: manifest.bundleId,
    kind: manifest.kind,
    createdAt: manifest.createdAt,
    ...{ sender, sealedToKeyGivenUpAt },
    sequence: manifest.sequence,
    arrival,
    audience: register.audience,
    purpose: manifest.purpose,
    until: manifest.until,
    document: incoming.opened.document,
    documentContacts: contactsInDocument(store, incoming.opened.document),
    counts: manifest.counts,
    changeSets: incoming.changeSets.length,
    conflicts: conflictsOf(store, plan.questions, incoming.changeSets),
    mergedFields: plan.merged.length,
    ...effects,
    alreadyApplied,
    offer: offerOf(manifest, incoming.changeSets),
  };
}

const NOTHING_TO_MERGE = { questions: [], merged: [] };
const NO_EFFECTS = {
  ...{ contacts: [], deletions: [], isMassDeletion: false, consentChanges: [] },
  ...{ erased: [], erasuresRefused: 0 },
  ...{ actionsHeldBack: [], presencesHeldBack: [] },
};

type Effects = Pick<ImportPreview, keyof typeof NO_EFFECTS>;

/** What taking it in does, seen from the store in which it was tried out. */
function effectsOf({ store, today }: VaultContext, taken: TakenIn, before: Before): Effects {
  return {
    contacts: contactsIn(store, taken.records, before),
    deletions: taken.deletions.map((record) => ({
      record,
      label: recordLabel(store, record),
      contactIds: [...contactsOf(record, before.fieldsOf(record))],
    })),
    isMassDeletion: isMassDeletion(store, recordsGone(taken.deletions, taken.erased)),
    erased: taken.erased.map(({ record, field, label }) => ({ record, field, label })),
    erasuresRefused: taken.erasuresRefused.length,
    consentChanges: consentChangesIn(store, before, today()),
    actionsHeldBack: taken.heldBack.map(({ id, title }) => ({ id, title })),
    presencesHeldBack: taken.presencesHeldBack.map(({ record, on }) => ({
      ...{ record, on },
      label: recordLabel(store, record),
    })),
  };
}

/** Null where the bundle tells of no contact; undefined where no bundle is for such an audience. */
function audienceOf({ consentScope }: Manifest): TravelAudience | null | undefined {
  return consentScope === null
    ? null
    : TRAVEL_AUDIENCES.find((audience) => audience === consentScope.audience);
}

/** What a bundle is refused for in the store is a malformed bundle to whoever opened it. */
function settled<T>(use: () => T): Outcome<T, FailureOf<'bundle-malformed' | 'file-unreadable'>> {
  try {
    return whileThere(use);
  } catch (error) {
    if (error instanceof Refused && error.failure.kind === 'bundle-malformed') {
      return fail(error.failure);
    }
    throw error;
  }
}

/** Many attachments stay on the stick until they are taken in; it may have been pulled out. */
function whileThere<T>(use: () => T): Outcome<T, FailureOf<'file-unreadable'>> {
  try {
    return ok(use());
  } catch (error) {
    if (error instanceof SourceGone) return fail({ kind: 'file-unreadable' });
    throw error;
  }
}

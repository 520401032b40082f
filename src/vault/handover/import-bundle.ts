import { randomUUID } from 'node:crypto';
import type { ImportPreview } from '../../shared/contract/bundles.ts';
import type { Calls } from '../../shared/contract/contract.ts';
import type { OutcomeOf } from '../../shared/contract/define.ts';
import type { FailureOf } from '../../shared/contract/failure.ts';
import type { RecordRef } from '../../shared/contract/parts.ts';
import { displayName } from '../../shared/model/contact.ts';
import { contactsNamed } from '../../shared/model/named-contacts.ts';
import { TRAVEL_AUDIENCES, type TravelAudience } from '../../shared/model/travel.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { malformed, type OpenBundleFailure } from '../bundle/bundle-failure.ts';
import { openBundleFile } from '../bundle/bundle-file.ts';
import { SourceGone, type ByteSource } from '../bundle/byte-source.ts';
import type { Manifest } from '../bundle/manifest.ts';
import { openBundle, type OpenedBundle } from '../bundle/open-bundle.ts';
import { appendAccess } from '../db/access-log.ts';
import { Refused } from '../db/errors.ts';
import { readRecord } from '../db/record-table.ts';
import type { ReadStore } from '../db/store.ts';
import { officerFingerprint } from '../keys/fingerprint-words.ts';
import { publicKeysOf } from '../keys/officer-identity.ts';
import type { VaultContext } from '../service/context.ts';
import { findBundleEntry } from '../store/bundle-entries.ts';
import { contactsByIds } from '../store/contacts.ts';
import { recordLabel } from '../store/labels.ts';
import { findOfficer } from '../store/officers.ts';
import { countByType, type CountsByType } from './carried-records.ts';
import {
  conflictsOf,
  incomingOf,
  takeIn,
  tryOut,
  type Incoming,
  type Register,
  type TakenIn,
} from './incoming.ts';

type Open = Calls['bundles']['open'];
type Apply = Calls['bundles']['apply'];

interface Held {
  readonly importId: string;
  readonly incoming: Incoming;
  readonly register: Register;
}

/**
 * The opened bundle that the officer is looking at: one per open vault, in memory only (many
 * attachments stay sealed in its file). Opening another, dismissing it, taking it in and locking all forget it.
 */
const held = new WeakMap<VaultContext, Held>();

/** Opens a bundle to its end, verifies it, and says what taking it in would do. Writes nothing. */
export async function openForImport(
  context: VaultContext,
  token: string,
): Promise<OutcomeOf<Open>> {
  const path = context.grants.resolve(token, 'open');
  if (path === null) return fail({ kind: 'file-not-granted' });
  const file = await openBundleFile(path);
  if (!file.ok) return file;
  let opened: Awaited<ReturnType<typeof openAsOurs>>;
  try {
    opened = await openAsOurs(context, file.value);
  } finally {
    await file.value.close();
  }
  if (!opened.ok) return opened;
  const audience = audienceOf(opened.value.manifest);
  if (audience === null) return malformed('consent-scope');
  const sender = senderOf(context, opened.value.manifest);
  const register = {
    audience,
    senderVerified: sender.trust === 'verified',
    sizeBytes: file.value.size,
  };
  const preview = settled(() => {
    const incoming = incomingOf(opened.value);
    const importId = randomUUID();
    const found = previewOf(context, importId, incoming, register, sender);
    held.set(context, { importId, incoming, register });
    return found;
  });
  return preview;
}

async function openAsOurs(
  context: VaultContext,
  file: ByteSource,
): Promise<Outcome<OpenedBundle, OpenBundleFailure>> {
  const identity = context.identity();
  const own = await publicKeysOf(identity);
  return openBundle(file, {
    identities: [identity.ageHybridIdentity, identity.ageIdentity],
    ownRecipients: [own.ageHybridRecipient, own.ageRecipient],
    onProgress: (stage, done, total) =>
      context.emitProgress({ operation: 'import', stage, done, total }),
  });
}

/** Takes in the bundle that was opened, if nothing in it conflicts with an edit made here. */
export function applyImport(context: VaultContext, importId: string): OutcomeOf<Apply> {
  const kept = held.get(context);
  if (kept?.importId !== importId) return fail({ kind: 'not-found', record: null });
  const { incoming, register } = kept;
  const { bundleId } = incoming.opened.manifest;
  const before = findBundleEntry(context.store, bundleId);
  if (before !== null) return fail({ kind: 'bundle-already-applied', appliedAt: before.at });
  const conflicts = conflictsOf(context, incoming);
  if (conflicts.length > 0) {
    return fail({
      kind: 'bundle-conflicts',
      conflicts: conflicts.map(({ record, field }) => ({
        record,
        field,
        label: recordLabel(context.store, record),
      })),
    });
  }
  const taken = whileThere(() => takeIn(context, incoming, register));
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
  return ok({ changeSets: taken.value.changeSets, counts: countByType(taken.value.records) });
}

/** Forgets the opened bundle. */
export function dismissImport(context: VaultContext, importId: string): void {
  if (held.get(context)?.importId === importId) held.delete(context);
}

type Sender = ImportPreview['sender'];
type Conflict = ImportPreview['conflicts'][number];

/** Who signed, and what this vault knows of that key. */
function senderOf(context: VaultContext, { sender }: Manifest): Sender {
  const { officerId, name, post, ageRecipient, ageHybridRecipient, signingKey } = sender;
  const keys = { ageRecipient, ageHybridRecipient, signingKey };
  const { words } = officerFingerprint({ officerId, ...keys });
  const known = findOfficer(context.store, officerId);
  return { id: officerId, name, post, fingerprintWords: [...words], trust: trust() };

  function trust(): Sender['trust'] {
    if (known === null) return 'unknown';
    const same = officerFingerprint({ officerId, ...known.keys }).hex;
    if (same !== officerFingerprint({ officerId, ...keys }).hex) return 'key-differs';
    return known.trust === 'self' ? 'verified' : known.trust;
  }
}

function previewOf(
  context: VaultContext,
  importId: string,
  incoming: Incoming,
  register: Register,
  sender: Sender,
): ImportPreview {
  const { store } = context;
  const { manifest } = incoming.opened;
  const known = new Set(
    contactsByIds(
      store,
      incoming.changeSets.flatMap((set) => contactIdsIn(set.changes)),
    ).keys(),
  );
  const conflicts = conflictsOf(context, incoming);
  const alreadyApplied = findBundleEntry(store, manifest.bundleId) !== null;
  // What was taken in before, or cannot be, has nothing to try out.
  const tried =
    alreadyApplied || conflicts.length > 0
      ? { contacts: [], heldBack: [], presencesHeldBack: [] }
      : tryOut(context, incoming, register, (taken) => ({
          contacts: contactsTaken(context, taken, known),
          heldBack: taken.heldBack.map(({ id, title }) => ({ id, title })),
          presencesHeldBack: taken.presencesHeldBack.map(({ record, on }) => ({
            ...{ record, on },
            label: recordLabel(store, record),
          })),
        }));
  return {
    importId,
    bundleId: manifest.bundleId,
    kind: manifest.kind,
    createdAt: manifest.createdAt,
    sender,
    sequence: manifest.sequence,
    audience: register.audience as TravelAudience,
    contacts: tried.contacts,
    counts: manifest.counts,
    changeSets: incoming.changeSets.length,
    conflicts: conflicts.map(({ record, field, mine, theirs }) => ({
      record,
      field,
      mine: mine as Conflict['mine'],
      theirs: theirs as Conflict['theirs'],
      label: recordLabel(store, record),
    })),
    actionsHeldBack: tried.heldBack,
    presencesHeldBack: tried.presencesHeldBack,
    alreadyApplied,
  };
}

/** The contacts for whom something came, each with how many records of each type. */
function contactsTaken(
  { store }: VaultContext,
  taken: TakenIn,
  known: ReadonlySet<string>,
): ImportPreview['contacts'] {
  const came = new Set(taken.records.map(({ type, id }) => `${type} ${id}`));
  const ids = [...new Set(taken.records.flatMap((record) => contactsNamedBy(store, record)))];
  const counts = new Map<string, CountsByType>();
  function count(contactId: string, type: keyof CountsByType, id: string): void {
    if (!came.has(`${type} ${id}`)) return;
    const of = counts.get(contactId) ?? {};
    of[type] = (of[type] ?? 0) + 1;
    counts.set(contactId, of);
  }
  for (const record of taken.records) {
    for (const contactId of contactsNamedBy(store, record)) {
      if (record.type !== 'contact') count(contactId, record.type, record.id);
    }
  }
  const contacts = contactsByIds(store, ids);
  return ids.flatMap((id) => {
    const contact = contacts.get(id);
    if (contact === undefined) return [];
    const label = displayName(contact);
    const isNew = came.has(`contact ${id}`) && !known.has(id);
    return [{ id, label, isNew, counts: counts.get(id) ?? {} }];
  });
}

/** The contact that a record is, or those it names. */
function contactsNamedBy(store: ReadStore, { type, id }: RecordRef): readonly string[] {
  if (type === 'contact') return [id];
  if (type === 'attachment') {
    const file = readRecord(store, type, id);
    return file?.ownerType === 'contact' ? [file.ownerId] : [];
  }
  const fields = readRecord(store, type, id);
  return fields === null ? [] : contactsNamed(type, fields);
}

function contactIdsIn(changes: Incoming['changeSets'][number]['changes']): string[] {
  return changes.flatMap(({ recordType, recordId }) => (recordType === 'contact' ? recordId : []));
}

function audienceOf(manifest: Manifest): TravelAudience | null {
  return TRAVEL_AUDIENCES.find((audience) => audience === manifest.consentScope?.audience) ?? null;
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

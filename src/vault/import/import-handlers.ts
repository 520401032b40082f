import { randomUUID } from 'node:crypto';
import type { Calls } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/define.ts';
import type { VcardReport } from '../../shared/contract/imports.ts';
import { displayName } from '../../shared/model/contact.ts';
import { fail, ok } from '../../shared/outcome.ts';
import { putBlob } from '../db/blobs.ts';
import type { RecordWriter } from '../db/change-log.ts';
import { newId } from '../db/record-id.ts';
import { contact } from '../db/schema.ts';
import type { ReadStore, WriteStore } from '../db/store.ts';
import type { VaultContext } from '../service/context.ts';
import { readGrantedFile } from '../service/granted-file.ts';
import { write } from '../service/write.ts';
import { likelySame } from './likely-same.ts';
import { readVcardFile, type VcardFile } from './read-vcard-file.ts';
import { draftFields, type CardDraft } from './vcard-card.ts';
import { VCARD_LIMITS } from './vcard-limits.ts';

interface PendingImport {
  readonly importId: string;
  readonly drafts: readonly CardDraft[];
}

/**
 * The file last previewed in each open vault, until it is applied or dismissed. It lives as long as
 * the store does: locking ends the process and this with it. One at a time bounds the memory.
 */
const pendingImports = new WeakMap<WriteStore, PendingImport>();

/** Cards between two reports of progress. */
const PROGRESS_EVERY = 200;

export const importHandlers: Handlers<Calls, 'vault', VaultContext>['imports'] = {
  previewVcard(context, { file }) {
    const granted = readGrantedFile(context, file, VCARD_LIMITS.fileBytes);
    if (!granted.ok) return granted;
    context.emitProgress({ operation: 'vcard', stage: 'read', done: 0, total: null });
    const read = readVcardFile(granted.value.bytes);
    if (read === null) return fail({ kind: 'file-kind-unknown' });
    const importId = randomUUID();
    const drafts = read.cards.flatMap(({ draft }) => (draft === null ? [] : [draft]));
    pendingImports.set(context.store, { importId, drafts });
    return ok(reportOf(read, importId, context.store));
  },

  applyVcard(context, { importId }) {
    const pending = pendingImports.get(context.store);
    if (pending?.importId !== importId) return fail({ kind: 'not-found', record: null });
    const total = pending.drafts.length;
    const progress = (done: number): void =>
      context.emitProgress({ operation: 'vcard', stage: 'apply', done, total });
    progress(0);
    const { changeSetId } = write(context, 'import-vcard', (writer) => {
      for (const [index, draft] of pending.drafts.entries()) {
        takeIn(context, writer, draft);
        if ((index + 1) % PROGRESS_EVERY === 0) progress(index + 1);
      }
    });
    pendingImports.delete(context.store);
    progress(total);
    return ok({ created: total, changeSetId });
  },

  dismiss(context, { importId }) {
    if (pendingImports.get(context.store)?.importId === importId) {
      pendingImports.delete(context.store);
    }
    return ok({});
  },
};

/**
 * One draft as a contact, with its photo among the contact's attachments. The bytes are kept in the
 * transaction of the change set, so that a file is taken in whole or not at all.
 */
function takeIn(context: VaultContext, writer: RecordWriter, draft: CardDraft): void {
  const { store } = context;
  const id = (): string => newId(store.nowMs());
  const { photo } = draft;
  if (photo === null) {
    writer.create('contact', draftFields(draft, id, null));
    return;
  }
  const { sha256, size } = putBlob(store, photo.bytes);
  const contactId = writer.create('contact', draftFields(draft, id, sha256));
  writer.create('attachment', {
    ownerType: 'contact',
    ownerId: contactId,
    sha256,
    name: `photo.${photo.mediaType.slice('image/'.length)}`,
    mediaType: photo.mediaType,
    sizeBytes: size,
  });
}

function reportOf(read: VcardFile, importId: string, store: ReadStore): VcardReport {
  const mayBe = likelySame(existingContacts(store));
  const drafts = read.cards.flatMap(({ draft }) => (draft === null ? [] : [draft]));
  return {
    importId,
    cards: read.cardCount,
    accepted: drafts.length,
    refused: read.cardCount - drafts.length,
    photos: drafts.filter(({ photo }) => photo !== null).length,
    lines: read.lines,
    contacts: read.cards.map((card) => ({
      line: card.line,
      label: card.label,
      accepted: card.draft !== null,
      findings: [...card.findings],
      mayBe: card.draft === null ? null : mayBe(draftFields(card.draft, randomUUID, null)),
    })),
  };
}

function existingContacts(store: ReadStore): Parameters<typeof likelySame>[0] {
  const rows = store.orm
    .select({ id: contact.id, names: contact.names, methods: contact.methods })
    .from(contact)
    .all();
  return rows.map((row) => ({ ...row, label: displayName(row) }));
}

import type { FileContent } from '../../shared/contract/contacts.ts';
import type { Calls } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/define.ts';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { ATTACHMENT_MAX_BYTES, type Attachment } from '../../shared/model/attachment.ts';
import { contactsNamed } from '../../shared/model/named-contacts.ts';
import { fail, ok } from '../../shared/outcome.ts';
import { appendAccess } from '../db/access-log.ts';
import { putBlob, readBlob } from '../db/blobs.ts';
import { readRecord } from '../db/record-table.ts';
import { transact } from '../db/transaction.ts';
import { findAttachment } from '../store/attachments.ts';
import { findMeetingLog } from '../store/meeting-logs.ts';
import { notFound, type VaultContext } from './context.ts';
import { readGrantedFile } from './granted-file.ts';
import { mediaTypeOf } from './media-type.ts';
import { shownAs } from './shown-as.ts';
import { announce, write, writeQuietly } from './write.ts';

export const attachmentHandlers: Handlers<Calls, 'vault', VaultContext>['attachments'] = {
  add: (context, { ownerType, ownerId, file }) => {
    const { store } = context;
    const refused = ownerRefuses(context, ownerType, ownerId);
    if (refused !== null) return fail(refused);
    const read = readGrantedFile(context, file, ATTACHMENT_MAX_BYTES);
    if (!read.ok) return read;
    const { bytes, name } = read.value;
    const { changeSetId, value: id } = transact(store, () => {
      const { sha256, size } = putBlob(store, bytes);
      const mediaType = mediaTypeOf(bytes);
      return writeQuietly(context, 'create', (writer) =>
        writer.create('attachment', {
          ...{ ownerType, ownerId, sha256, name, mediaType },
          sizeBytes: size,
        }),
      );
    });
    announce(context, changeSetId);
    return ok({ id, changeSetId });
  },

  read: ({ store }, { sha256 }) => {
    const bytes = readBlob(store, sha256);
    return bytes === null ? fail({ kind: 'not-found', record: null }) : ok(contentOf(bytes));
  },

  view: ({ store }, { id }) => {
    const found = findAttachment(store, id);
    const bytes = found && readBlob(store, found.sha256);
    if (!found || !bytes) return notFound('attachment', id);
    // Before the bytes are given away: a look that cannot be put on record is none.
    appendAccess(store, {
      kind: 'read-attachment',
      detail: { attachmentId: id, sha256: found.sha256 },
      contactIds: contactsOfOwner(store, found),
    });
    return ok(contentOf(bytes));
  },

  remove: (context, { id }) => {
    const { store } = context;
    const found = findAttachment(store, id);
    if (found === null) return notFound('attachment', id);
    const refused = ownerRefuses(context, found.ownerType, found.ownerId);
    if (refused?.kind === 'sealed') return fail(refused);
    const { changeSetId } = write(context, 'remove', (writer) => {
      writer.remove('attachment', id);
      const isPhoto =
        found.ownerType === 'contact' &&
        writer.get('contact', found.ownerId)?.photo === found.sha256;
      if (isPhoto) writer.update('contact', found.ownerId, { photo: null });
    });
    return ok({ id, changeSetId });
  },
};

function contentOf(bytes: Buffer): FileContent {
  return { ...shownAs(bytes), base64: bytes.toString('base64') };
}

/** Whom a file speaks of, as far as its owner says. */
function contactsOfOwner(
  store: VaultContext['store'],
  { ownerType, ownerId }: Attachment,
): readonly string[] {
  if (ownerType === 'contact') return [ownerId];
  const owner = readRecord(store, ownerType, ownerId);
  return owner === null ? [] : contactsNamed(ownerType, owner);
}

/** Why nothing can be attached to this owner, or taken off it. */
function ownerRefuses(
  { store }: VaultContext,
  ownerType: Attachment['ownerType'],
  ownerId: string,
): FailureOf<'not-found' | 'sealed'> | null {
  const missing = { kind: 'not-found', record: { type: ownerType, id: ownerId } } as const;
  if (ownerType !== 'meeting-log') {
    return readRecord(store, ownerType, ownerId) === null ? missing : null;
  }
  const log = findMeetingLog(store, ownerId);
  if (log === null) return missing;
  return log.state === 'sealed' ? { kind: 'sealed' } : null;
}

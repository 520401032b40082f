import type { Calls } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/define.ts';
import { ATTACHMENT_MAX_BYTES } from '../../shared/model/attachment.ts';
import { fail, ok } from '../../shared/outcome.ts';
import { putBlob } from '../db/blobs.ts';
import { transact } from '../db/transaction.ts';
import { attachmentsOf } from '../store/attachments.ts';
import { findContact } from '../store/contacts.ts';
import { notFound, type VaultContext } from './context.ts';
import { readGrantedFile } from './granted-file.ts';
import { shownAs } from './shown-as.ts';
import { announce, writeQuietly } from './write.ts';

/**
 * Sets or takes away a contact's photo. The photo is one of the contact's attachments; the one it
 * replaces is removed in the same change set, and an undo brings it back.
 */
export const setContactPhoto: Handlers<Calls, 'vault', VaultContext>['contacts']['setPhoto'] = (
  context,
  { id, file },
) => {
  const { store } = context;
  const contact = findContact(store, id);
  if (contact === null) return notFound('contact', id);
  const read = file === null ? ok(null) : readGrantedFile(context, file, ATTACHMENT_MAX_BYTES);
  if (!read.ok) return read;
  const shown = read.value === null ? null : shownAs(read.value.bytes);
  if (shown !== null && shown.shownAs !== 'picture') return fail({ kind: 'file-kind-unknown' });
  const changeSetId = transact(store, () => {
    const blob = read.value === null ? null : putBlob(store, read.value.bytes);
    const attached = attachmentsOf(store, 'contact', id);
    return writeQuietly(context, 'edit', (writer) => {
      writer.update('contact', id, { photo: blob?.sha256 ?? null });
      for (const old of attached) {
        const replaced = old.sha256 === contact.photo && old.sha256 !== blob?.sha256;
        if (replaced) writer.remove('attachment', old.id);
      }
      if (blob === null || read.value === null || shown === null) return;
      if (attached.some((one) => one.sha256 === blob.sha256)) return;
      writer.create('attachment', {
        ownerType: 'contact',
        ownerId: id,
        sha256: blob.sha256,
        name: read.value.name,
        mediaType: shown.mediaType,
        sizeBytes: blob.size,
      });
    }).changeSetId;
  });
  announce(context, changeSetId);
  return ok({ id, changeSetId });
};

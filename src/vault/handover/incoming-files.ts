import type { RecordRef } from '../../shared/contract/parts.ts';
import type { OpenedBundle } from '../bundle/open-bundle.ts';
import { blobSize, putBlob } from '../db/blobs.ts';
import { refuse } from '../db/errors.ts';
import type { ReadStore, WriteStore } from '../db/store.ts';
import { attachmentsByIds } from '../store/attachments.ts';
import { contactsByIds } from '../store/contacts.ts';

/** The files that the records which came now name. */
export function filesNamed(store: ReadStore, records: readonly RecordRef[]): ReadonlySet<string> {
  const ids = (type: RecordRef['type']): string[] =>
    records.filter((record) => record.type === type).map(({ id }) => id);
  const contacts = contactsByIds(store, ids('contact'));
  const photos = [...contacts.values()].flatMap(({ photo }) => photo ?? []);
  const attachments = attachmentsByIds(store, ids('attachment'));
  return new Set([...attachments.map(({ sha256 }) => sha256), ...photos]);
}

/** Puts a file of the bundle among the attachments here. */
export function takeFile(store: WriteStore, opened: OpenedBundle, sha256: string): void {
  if (blobSize(store, sha256) !== null) return;
  const bytes = opened.attachments.read(sha256);
  if (bytes === null) refuse({ kind: 'bundle-malformed', rule: 'attachment-missing' });
  putBlob(store, bytes);
}

/** Refuses, with `bundle-malformed`, a bundle that names a file which is neither in it nor here. */
export function assertFile(store: ReadStore, opened: OpenedBundle, sha256: string): void {
  if (blobSize(store, sha256) !== null || opened.attachments.has(sha256)) return;
  refuse({ kind: 'bundle-malformed', rule: 'attachment-missing' });
}

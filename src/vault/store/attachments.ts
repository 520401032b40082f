import { and, eq } from 'drizzle-orm';
import type { Attachment } from '../../shared/model/attachment.ts';
import { attachment } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';
import { isOneOf } from './id-list.ts';

/** What is attached to a record, in the order it was added. */
export function attachmentsOf(
  store: ReadStore,
  ownerType: Attachment['ownerType'],
  ownerId: string,
): Attachment[] {
  return store.orm
    .select()
    .from(attachment)
    .where(and(eq(attachment.ownerType, ownerType), eq(attachment.ownerId, ownerId)))
    .orderBy(attachment.id)
    .all();
}

/** What is attached to any of these records of one type, in the order it was added. */
export function attachmentsOfAll(
  store: ReadStore,
  ownerType: Attachment['ownerType'],
  ownerIds: readonly string[],
): Attachment[] {
  return store.orm
    .select()
    .from(attachment)
    .where(and(eq(attachment.ownerType, ownerType), isOneOf(attachment.ownerId, ownerIds)))
    .orderBy(attachment.id)
    .all();
}

export function findAttachment(store: ReadStore, id: string): Attachment | null {
  return store.orm.select().from(attachment).where(eq(attachment.id, id)).get() ?? null;
}

/** The attachments of these ids that there are, in order of their ids. */
export function attachmentsByIds(store: ReadStore, ids: readonly string[]): Attachment[] {
  return store.orm
    .select()
    .from(attachment)
    .where(isOneOf(attachment.id, ids))
    .orderBy(attachment.id)
    .all();
}

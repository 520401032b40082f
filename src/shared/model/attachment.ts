import { z } from 'zod';
import { recordId, sha256Hex, shortText } from './primitives.ts';

/** Largest file taken in as an attachment, in bytes (20 MiB). */
export const ATTACHMENT_MAX_BYTES = 20 * 1024 * 1024;

/** Media types shown inside the application; anything else is kept and named, not shown. */
export const SHOWN_IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'] as const;

/** A file that belongs to a contact or a meeting log. Its bytes are kept by their SHA-256. */
export const attachmentFields = z.strictObject({
  ownerType: z.enum(['contact', 'meeting-log']),
  ownerId: recordId,
  sha256: sha256Hex,
  name: shortText,
  /** Found from the bytes, never taken from the file's name. */
  mediaType: z
    .string()
    .max(100)
    .regex(/^[a-z]+\/[a-z0-9.+-]+$/u),
  sizeBytes: z.number().int().min(0).max(ATTACHMENT_MAX_BYTES),
});
export type AttachmentFields = z.infer<typeof attachmentFields>;
export type Attachment = AttachmentFields & { readonly id: string };

import { z } from 'zod';
import { recordId, sha256Hex, shortText } from './primitives.ts';

/** Largest file taken in as an attachment, in bytes (20 MiB). */
export const ATTACHMENT_MAX_BYTES = 20 * 1024 * 1024;

/** Media types shown inside the application; anything else is kept and named, not shown. */
export const SHOWN_IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'] as const;

/**
 * Most pixels that a picture may have to be shown (64 Mi): decoded it takes four bytes for each, so
 * 256 MiB. Above what cameras of phones make; far below what a few bytes of a hostile file can claim.
 */
export const SHOWN_PIXELS_MAX = 64 * 1024 * 1024;

/**
 * How the bytes of a file are shown inside the application: as a `picture` or as `text`; not at
 * all where the picture is too large to be decoded safely, or of no kind that is shown.
 */
export const SHOWN_AS = ['picture', 'text', 'oversized-picture', 'nothing'] as const;
export type ShownAs = (typeof SHOWN_AS)[number];

/** The types of record that files can belong to. */
export const ATTACHMENT_OWNERS = [
  'contact',
  'meeting-log',
  'consent-event',
  'incident',
  'custody',
  'action',
] as const;
export type AttachmentOwner = (typeof ATTACHMENT_OWNERS)[number];

/** A file that belongs to a record, as evidence or enclosure. Its bytes are kept by their SHA-256. */
export const attachmentFields = z.strictObject({
  ownerType: z.enum(ATTACHMENT_OWNERS),
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

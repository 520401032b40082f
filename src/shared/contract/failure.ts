import { z } from 'zod';
import { recordId } from '../model/primitives.ts';
import { consentGap, notReady, recordRef } from './parts.ts';

/**
 * Every expected failure of every call. A failure carries only what the interface needs to say
 * what happened in the user's words; never a value that could be a secret, never a library's text.
 */
export const failureSchemas = {
  // Any call
  'invalid-argument': z.strictObject({
    kind: z.literal('invalid-argument'),
    issues: z.array(z.strictObject({ path: z.array(z.string()), code: z.string() })),
  }),
  locked: z.strictObject({ kind: z.literal('locked') }),
  'no-space': z.strictObject({ kind: z.literal('no-space') }),
  'read-only': z.strictObject({ kind: z.literal('read-only') }),
  internal: z.strictObject({ kind: z.literal('internal'), incident: z.string() }),

  // Vault and keys
  'vault-exists': z.strictObject({ kind: z.literal('vault-exists') }),
  'no-vault': z.strictObject({ kind: z.literal('no-vault') }),
  'in-use': z.strictObject({ kind: z.literal('in-use') }),
  'wrong-secret': z.strictObject({
    kind: z.literal('wrong-secret'),
    retryAfterSeconds: z.number().nonnegative(),
  }),
  'too-soon': z.strictObject({
    kind: z.literal('too-soon'),
    retryAfterSeconds: z.number().positive(),
  }),
  'weak-passphrase': z.strictObject({
    kind: z.literal('weak-passphrase'),
    reason: z.enum(['too-short', 'too-common', 'repetitive']),
  }),
  'recovery-code-mistyped': z.strictObject({
    kind: z.literal('recovery-code-mistyped'),
    /** The first group (from 1) that is wrong in itself or does not match; null if unknown. */
    group: z.number().int().positive().nullable(),
  }),
  'keyslots-damaged': z.strictObject({ kind: z.literal('keyslots-damaged') }),
  'keyslots-refused': z.strictObject({
    kind: z.literal('keyslots-refused'),
    reason: z.enum(['out-of-bounds', 'newer-version', 'malformed']),
  }),
  damaged: z.strictObject({ kind: z.literal('damaged') }),
  'empty-file': z.strictObject({ kind: z.literal('empty-file') }),
  'foreign-file': z.strictObject({ kind: z.literal('foreign-file') }),
  'from-the-future': z.strictObject({ kind: z.literal('from-the-future') }),
  'rolled-back': z.strictObject({
    kind: z.literal('rolled-back'),
    lastSeenSequence: z.number().int(),
    foundSequence: z.number().int(),
  }),
  'nothing-to-rescue': z.strictObject({ kind: z.literal('nothing-to-rescue') }),
  'keyslots-older': z.strictObject({ kind: z.literal('keyslots-older') }),

  // Records
  'not-found': z.strictObject({ kind: z.literal('not-found'), record: recordRef.nullable() }),
  sealed: z.strictObject({ kind: z.literal('sealed') }),
  'consent-missing': z.strictObject({
    kind: z.literal('consent-missing'),
    gaps: z.array(consentGap),
  }),
  /** An instruction or a clearance is missing: nothing that an override could stand in for. */
  'action-not-ready': z.strictObject({
    kind: z.literal('action-not-ready'),
    actionId: recordId,
    reason: notReady,
  }),
  'undo-conflict': z.strictObject({
    kind: z.literal('undo-conflict'),
    records: z.array(recordRef),
  }),
  'not-undoable': z.strictObject({
    kind: z.literal('not-undoable'),
    reason: z.enum(['already-undone', 'sealed-since', 'bundle-sent', 'erased', 'rescued']),
  }),
  'stale-record': z.strictObject({ kind: z.literal('stale-record'), record: recordRef }),

  // Files and bundles
  'file-not-granted': z.strictObject({ kind: z.literal('file-not-granted') }),
  'file-unreadable': z.strictObject({ kind: z.literal('file-unreadable') }),
  'file-too-large': z.strictObject({
    kind: z.literal('file-too-large'),
    limitBytes: z.number().int(),
  }),
  'file-kind-unknown': z.strictObject({ kind: z.literal('file-kind-unknown') }),
  'card-invalid': z.strictObject({ kind: z.literal('card-invalid') }),
  'bundle-not-age': z.strictObject({ kind: z.literal('bundle-not-age') }),
  'bundle-not-for-us': z.strictObject({ kind: z.literal('bundle-not-for-us') }),
  'bundle-truncated': z.strictObject({ kind: z.literal('bundle-truncated') }),
  'bundle-altered': z.strictObject({ kind: z.literal('bundle-altered') }),
  'bundle-unsigned': z.strictObject({ kind: z.literal('bundle-unsigned') }),
  'bundle-bad-signature': z.strictObject({ kind: z.literal('bundle-bad-signature') }),
  'bundle-re-addressed': z.strictObject({ kind: z.literal('bundle-re-addressed') }),
  'bundle-newer-version': z.strictObject({
    kind: z.literal('bundle-newer-version'),
    version: z.number().int(),
  }),
  'bundle-malformed': z.strictObject({
    kind: z.literal('bundle-malformed'),
    /** Which rule of docs/bundle-format.md was broken. */
    rule: z.string().max(80),
  }),
  'bundle-too-large': z.strictObject({
    kind: z.literal('bundle-too-large'),
    limit: z.enum(['file', 'entries', 'entry', 'unpacked', 'changes']),
  }),
  'bundle-already-applied': z.strictObject({
    kind: z.literal('bundle-already-applied'),
    appliedAt: z.string(),
  }),
  'bundle-conflicts': z.strictObject({
    kind: z.literal('bundle-conflicts'),
    conflicts: z.array(z.strictObject({ record: recordRef, label: z.string(), field: z.string() })),
  }),
  'recipient-revoked': z.strictObject({ kind: z.literal('recipient-revoked') }),
  'nothing-to-export': z.strictObject({ kind: z.literal('nothing-to-export') }),
  'preview-outdated': z.strictObject({ kind: z.literal('preview-outdated') }),
  cancelled: z.strictObject({ kind: z.literal('cancelled') }),
} as const;

export type FailureKind = keyof typeof failureSchemas;
export type FailureOf<Kind extends FailureKind> = z.infer<(typeof failureSchemas)[Kind]>;
export type Failure = FailureOf<FailureKind>;

/** Failures that every call may give, whatever it declares. */
export const COMMON_FAILURES = [
  'invalid-argument',
  'locked',
  'no-space',
  'read-only',
  'damaged',
  'internal',
] as const satisfies readonly FailureKind[];
export type CommonFailureKind = (typeof COMMON_FAILURES)[number];

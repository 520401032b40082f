import { z } from 'zod';
import { shortText } from '../model/primitives.ts';
import { RECORD_TYPES } from '../model/record-type.ts';
import { doorCall, nothing, vaultCall } from './define.ts';

/** Longest passphrase or code taken, in UTF-16 code units. */
const secret = z.string().min(1).max(1_024);

export const sessionStatus = z.strictObject({
  state: z.enum(['no-vault', 'locked', 'unlocked']),
  /** Whether the recovery code still has to be checked by typing it back. */
  recoveryCodeUnconfirmed: z.boolean(),
  /** Seconds until the next try is taken; 0 if now. */
  retryAfterSeconds: z.number().nonnegative(),
  /** A copy of the keyslots was damaged and has been repaired from the other at this start. */
  keyslotsRepaired: z.boolean(),
  officer: z.strictObject({ id: z.uuid(), name: z.string(), post: z.string() }).nullable(),
});
export type SessionStatus = z.infer<typeof sessionStatus>;

/** What a rescue reads beside records, as it is called in its report. */
export const RESCUED_BESIDE = [
  'file',
  'change-set',
  'change',
  'access-entry',
  'identity',
  'draft',
  'setting',
  'tombstone',
] as const;
export const RESCUED_TABLES = [...RECORD_TYPES, ...RESCUED_BESIDE] as const;

const count = z.number().int().nonnegative();

/** What was read of a damaged vault, and what could not be. */
export const rescueReport = z.strictObject({
  pages: z.strictObject({ total: count, unreadable: count }),
  tables: z.array(
    z.strictObject({
      name: z.enum(RESCUED_TABLES),
      /** In the rescued vault, those that were put back from the log included. */
      rows: count,
      /** Begun on a page that was read, and not whole. */
      rowsLost: count,
      /** Pages of this table that could not be read; what was on them is known only from the log. */
      pagesLost: count,
    }),
  ),
  rowsLostElsewhere: count,
  /** Records put back, or put right, from the log. */
  fromLog: count,
  /** Records written into the log, which had lost something of them. */
  intoLog: count,
  /** Records of which only a part is left, in the history alone. */
  inPart: count,
  log: z.strictObject({
    isWhole: z.boolean(),
    /** The first change set where the chain does not hold. */
    firstBreak: z.number().int().nullable(),
    lastSequence: count,
    /** By the files beside the database; null where they cannot be read either. */
    lastSeenSequence: count.nullable(),
    missing: z.array(z.strictObject({ from: z.number().int(), to: z.number().int() })),
  }),
  /** The officer's secret keys were lost; new ones were made, and a new card is needed. */
  isIdentityNew: z.boolean(),
});
export type RescueReport = z.infer<typeof rescueReport>;

/** What the officer was told of, and opens the vault in spite of. */
const acceptances = {
  /** The database is older than the one last seen. */
  acceptOlder: z.boolean().default(false),
  /** The keyslots are older than the ones last seen. */
  acceptOlderKeys: z.boolean().default(false),
};

const keyslotFailures = ['no-vault', 'keyslots-damaged', 'keyslots-refused'] as const;
const storeFailures = [
  'in-use',
  'empty-file',
  'foreign-file',
  'from-the-future',
  'rolled-back',
  'keyslots-older',
  ...keyslotFailures,
] as const;

export const session = {
  status: doorCall({
    arg: nothing,
    result: sessionStatus,
    failures: [...keyslotFailures, 'empty-file'],
  }),
  /** Makes the vault. Gives the recovery code, which is shown once and kept nowhere. */
  createVault: doorCall({
    arg: z.strictObject({ passphrase: secret, officerName: shortText, post: shortText }),
    result: z.strictObject({ recoveryCode: z.string() }),
    failures: ['vault-exists', 'weak-passphrase', ...storeFailures],
  }),
  /** Compares what the officer copied down with the recovery code of this vault. */
  confirmRecoveryCode: vaultCall({
    arg: z.strictObject({ recoveryCode: secret }),
    result: nothing,
    failures: ['recovery-code-mistyped', ...keyslotFailures],
  }),
  /** A new recovery code in place of the old one. */
  replaceRecoveryCode: vaultCall({
    arg: z.strictObject({ passphrase: secret }),
    result: z.strictObject({ recoveryCode: z.string() }),
    failures: ['wrong-secret', 'too-soon', 'recovery-code-mistyped', ...keyslotFailures],
  }),
  unlock: doorCall({
    arg: z.strictObject({ passphrase: secret, ...acceptances }),
    result: sessionStatus,
    failures: ['wrong-secret', 'too-soon', 'recovery-code-mistyped', ...storeFailures],
  }),
  /**
   * Reads what can still be read of a damaged vault into a new database beside it, and reports.
   * The damaged file is not touched, and nothing is opened: see `finishRescue`.
   */
  rescue: doorCall({
    arg: z.strictObject({
      secret: z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('passphrase'), passphrase: secret }),
        z.strictObject({ type: z.literal('recovery-code'), code: secret }),
      ]),
    }),
    result: rescueReport,
    failures: [
      'wrong-secret',
      'too-soon',
      'recovery-code-mistyped',
      'nothing-to-rescue',
      ...storeFailures,
    ],
  }),
  /**
   * Puts the rescued database in the place of the damaged one, which is kept under the name given,
   * or drops it. The vault is locked as before. `not-found` where none was rescued.
   */
  finishRescue: doorCall({
    arg: z.strictObject({ keep: z.boolean() }),
    result: z.strictObject({ damagedFile: z.string().nullable() }),
    failures: ['not-found'],
  }),
  /** Opens with the recovery code and sets a new passphrase. */
  unlockWithRecoveryCode: doorCall({
    arg: z.strictObject({ recoveryCode: secret, newPassphrase: secret, ...acceptances }),
    result: sessionStatus,
    failures: [
      'wrong-secret',
      'too-soon',
      'recovery-code-mistyped',
      'weak-passphrase',
      ...storeFailures,
    ],
  }),
  changePassphrase: vaultCall({
    arg: z.strictObject({ current: secret, next: secret }),
    result: nothing,
    failures: [
      'wrong-secret',
      'too-soon',
      'recovery-code-mistyped',
      'weak-passphrase',
      ...keyslotFailures,
    ],
  }),
} as const;

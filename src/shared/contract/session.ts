import { z } from 'zod';
import { shortText } from '../model/primitives.ts';
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

const keyslotFailures = ['no-vault', 'keyslots-damaged', 'keyslots-refused'] as const;
const storeFailures = [
  'in-use',
  'empty-file',
  'foreign-file',
  'from-the-future',
  'rolled-back',
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
    arg: z.strictObject({
      passphrase: secret,
      /** Opens a store that is older than the one last seen, after the officer was told. */
      acceptOlder: z.boolean().default(false),
    }),
    result: sessionStatus,
    failures: ['wrong-secret', 'too-soon', 'recovery-code-mistyped', ...storeFailures],
  }),
  /** Opens with the recovery code and sets a new passphrase. */
  unlockWithRecoveryCode: doorCall({
    arg: z.strictObject({ recoveryCode: secret, newPassphrase: secret }),
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

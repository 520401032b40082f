import { ok } from '../../shared/outcome.ts';
import type { DoorHandlers } from '../dispatch.ts';
import {
  changePassphrase,
  replaceRecoveryCode,
  unlockAndSetPassphrase,
  unlockWithPassphrase,
  verifyRecoveryCode,
} from '../keys/keyslots.ts';
import { checkTypedBack } from '../keys/recovery-code.ts';

/** The door: the calls that open the vault or change what opens it. */
export const sessionHandlers: DoorHandlers = {
  status: (session) => session.status(),
  createVault: (session, input) => session.create(input),
  unlock: (session, { passphrase, acceptOlder }) =>
    session.unlock(() => unlockWithPassphrase(session.vault, passphrase), acceptOlder),
  unlockWithRecoveryCode: (session, { recoveryCode, newPassphrase }) =>
    session.unlock(() => unlockAndSetPassphrase(session.vault, recoveryCode, newPassphrase), false),

  confirmRecoveryCode: (session, { recoveryCode }) =>
    session.exclusive(async () => {
      const shown = session.recoveryCode();
      // After a restart only the keyslot can tell; then no wrong group can be named.
      const checked =
        shown === null
          ? await verifyRecoveryCode(session.vault, recoveryCode)
          : checkTypedBack(shown, recoveryCode);
      if (!checked.ok) return checked;
      session.recoveryCodeConfirmed();
      return ok({});
    }),

  replaceRecoveryCode: (session, { passphrase }) =>
    session.exclusive(async () => {
      const replaced = await replaceRecoveryCode(session.vault, { type: 'passphrase', passphrase });
      if (!replaced.ok) return replaced;
      session.showRecoveryCode(replaced.value.recoveryCode);
      return ok({ recoveryCode: replaced.value.recoveryCode });
    }),

  changePassphrase: (session, { current, next }) =>
    session.exclusive(async () => {
      const authorisation = { type: 'passphrase', passphrase: current } as const;
      const changed = await changePassphrase(session.vault, authorisation, next);
      return changed.ok ? ok({}) : changed;
    }),
};

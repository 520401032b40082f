import { ok } from '../../shared/outcome.ts';
import type { DoorHandlers } from '../dispatch.ts';
import {
  changePassphrase,
  checkNewPassphrase,
  replaceRecoveryCode,
  setPassphrase,
  unlockWithPassphrase,
  unlockWithRecoveryCode,
  verifyRecoveryCode,
  type ChangePassphraseFailure,
  type UnlockFailure,
} from '../keys/keyslots.ts';
import { checkTypedBack } from '../keys/recovery-code.ts';

/** The door: the calls that open the vault or change what opens it. */
export const sessionHandlers: DoorHandlers = {
  status: (session) => session.status(),
  createVault: (session, input) => session.create(input),
  unlock: (session, { passphrase, ...accepted }) =>
    session.unlock(() => unlockWithPassphrase(session.vault, passphrase), accepted),
  unlockWithRecoveryCode: (session, { recoveryCode, newPassphrase, ...accepted }) => {
    // Judged first, so that a weak one costs no try.
    const policy = checkNewPassphrase(newPassphrase);
    if (!policy.ok) return policy;
    return session.unlock<UnlockFailure | ChangePassphraseFailure>(
      () => unlockWithRecoveryCode(session.vault, recoveryCode),
      accepted,
      ({ dataKey }) => setPassphrase(session.vault, dataKey, newPassphrase),
    );
  },

  rescue: (session, { secret }) =>
    session.rescue<UnlockFailure>(() =>
      secret.type === 'passphrase'
        ? unlockWithPassphrase(session.vault, secret.passphrase)
        : unlockWithRecoveryCode(session.vault, secret.code),
    ),
  finishRescue: (session, { keep }) => session.finishRescue(keep),

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
      session.keyslotsChanged(replaced.value);
      session.showRecoveryCode(replaced.value.recoveryCode);
      return ok({ recoveryCode: replaced.value.recoveryCode });
    }),

  changePassphrase: (session, { current, next }) =>
    session.exclusive(async () => {
      const authorisation = { type: 'passphrase', passphrase: current } as const;
      const changed = await changePassphrase(session.vault, authorisation, next);
      if (!changed.ok) return changed;
      session.keyslotsChanged(changed.value);
      return ok({});
    }),
};

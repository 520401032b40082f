import { vaultAt, unlockWithKey, type VaultHere } from '../../support/vault-here.ts';
import { vaultTemplate } from '../../support/vault-template.ts';

export { PASSPHRASE as KEPT_PASSPHRASE } from '../../support/vault-template.ts';

/**
 * Puts the vault of an officer of this name into a folder: made before, its recovery code checked,
 * closed again. Its passphrase is `KEPT_PASSPHRASE`. Every vault of one name is a copy of one vault
 * with one identity, so `openVaultOf` the same name gives its twin in this process.
 * @param fill What else the officer did in it.
 */
export async function putKeptVault(
  folder: string,
  officerName: string,
  fill: (vault: VaultHere) => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  const template = await vaultTemplate(officerName);
  template.copyTo(folder);
  await workIn(folder, officerName, async (vault) => {
    vault.session.recoveryCodeConfirmed();
    await fill(vault);
  });
}

/** Opens a vault that `putKeptVault` put there, uses it in this process, and closes it. */
export async function workIn(
  folder: string,
  officerName: string,
  use: (vault: VaultHere) => Promise<unknown>,
): Promise<void> {
  const vault = vaultAt(folder);
  try {
    await unlockWithKey(vault, await vaultTemplate(officerName));
    await use(vault);
  } finally {
    vault.end();
  }
}

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstDifferenceFromLog } from '../../src/vault/db/replay.ts';
import { INTERNALS } from '../../src/vault/db/store-internals.ts';
import { knowSomebody, NAME, type Known } from '../support/forgotten.ts';
import { valueOf } from '../support/records.ts';
import { startVault } from '../support/vault-child.ts';
import { unlockWithKey, vaultAt, vaultOn } from '../support/vault-here.ts';
import { vaultProgram } from '../support/vault-program.ts';
import { PASSPHRASE, vaultTemplate, type VaultTemplate } from '../support/vault-template.ts';

/** CI's share of the thousand kills that the security page asks for. */
const KILLS = 8;
const MARKER = 'Zx9MARKERq7';

let template: VaultTemplate;
let base: string;
let filled: string;
let known: Known;
beforeAll(async () => {
  await vaultProgram();
  template = await vaultTemplate('Kira Killed');
  base = mkdtempSync(join(tmpdir(), 'steady-erased-'));
  const vault = vaultOn((folder) => template.copyTo(folder));
  await unlockWithKey(vault, template);
  known = await knowSomebody(vault, () => MARKER);
  vault.end();
  filled = join(base, 'filled');
  cpSync(vault.folder, filled, { recursive: true });
  vault.dispose();
}, 120_000);
afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});

/** Forgets in a process of its own and kills that after so long; null lets it finish. */
async function forgetAndKill(folder: string, afterMs: number | null): Promise<number> {
  const vault = await startVault(folder);
  valueOf(await vault.ask.session.unlock({ passphrase: PASSPHRASE }));
  const { personId: contactId } = known;
  const preview = valueOf(await vault.ask.erasure.preview({ contactId }));
  const began = performance.now();
  const asked = vault.ask.erasure.forget({
    ...{ contactId, previewId: preview.previewId, confirmation: preview.confirmWith },
    mentions: preview.mentions.map(({ key }) => key),
  });
  // Killed, it answers nothing.
  const answered = asked.then(valueOf, () => null);
  if (afterMs === null) await answered;
  else await delay(afterMs);
  const took = performance.now() - began;
  await vault.kill();
  await answered;
  return took;
}

it('erases all of it or none when its process is killed, and leaves no trace once it is open again', async () => {
  const whole = join(base, 'whole');
  cpSync(filled, whole, { recursive: true });
  const tookMs = await forgetAndKill(whole, null);
  const outcomes: string[] = [];
  const folders = [whole];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const folder = join(base, `kill-${String(kill)}`);
    cpSync(filled, folder, { recursive: true });
    await forgetAndKill(folder, (kill * tookMs) / KILLS);
    folders.push(folder);
  }
  for (const folder of folders) {
    const vault = vaultAt(folder);
    await unlockWithKey(vault, template);
    const stands = (await vault.ask.contacts.page({ id: known.personId })).ok;
    const bytes = vault.store[INTERNALS].database.serialize();
    outcomes.push(stands ? 'stands' : 'gone');
    expect([bytes.includes(MARKER), bytes.includes(NAME)]).toEqual([stands, stands]);
    expect(valueOf(await vault.ask.history.verify()).intact).toBe(true);
    expect(firstDifferenceFromLog(vault.store)).toBeNull();
    vault.end();
  }
  // The one that was let finish, and the one that was killed before it could begin.
  expect([outcomes[0], outcomes[1]]).toEqual(['gone', 'stands']);
}, 300_000);

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstDifferenceFromLog } from '../../src/vault/db/replay.ts';
import { contactFields, meetingArg, valueOf } from '../support/records.ts';
import { startVault, type VaultChild } from '../support/vault-child.ts';
import { unlockWithKey, vaultAt } from '../support/vault-here.ts';
import { vaultProgram } from '../support/vault-program.ts';
import { PASSPHRASE, vaultTemplate, type VaultTemplate } from '../support/vault-template.ts';

/** CI's share of the thousand kills that the security page asks for. */
const KILLS = 50;
/** Kills fall after up to so many further saves, and then evenly over this long. */
const MOST_SAVES = 3;
const LONGEST_MS = 30;

let template: VaultTemplate;
let base: string;
beforeAll(async () => {
  await vaultProgram();
  template = await vaultTemplate('Kira Killed');
  base = mkdtempSync(join(tmpdir(), 'steady-killed-'));
}, 120_000);
afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});

interface Acknowledged {
  readonly contacts: Set<string>;
  readonly logs: Set<string>;
}

function acknowledged(known: Acknowledged): number {
  return known.contacts.size + known.logs.size;
}

/** Saves without a pause until the process is gone; notes each save only once it was acknowledged. */
async function saveUntilKilled(vault: VaultChild, known: Acknowledged): Promise<void> {
  const [contactId = ''] = known.contacts;
  for (let n = 0; ; n += 1) {
    try {
      const saved =
        n % 2 === 0
          ? await vault.ask.contacts.save({
              id: null,
              fields: contactFields(`Contact ${String(n)}`, { notes: 'x'.repeat(2_000) }),
            })
          : await vault.ask.meetings.save(meetingArg(`Log ${String(n)}`, [contactId]));
      (n % 2 === 0 ? known.contacts : known.logs).add(valueOf(saved).id);
    } catch {
      return;
    }
  }
}

it('loses no acknowledged save when its process is killed, fifty times over', async () => {
  const folder = join(base, 'vault');
  template.copyTo(folder);
  const known: Acknowledged = { contacts: new Set(), logs: new Set() };
  // The next one starts while the last one works: starting costs more than all else here.
  let next = startVault(folder);
  let unacknowledged = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const vault = await next;
    next = startVault(folder);
    valueOf(await vault.ask.session.unlock({ passphrase: PASSPHRASE }));
    const { rows } = valueOf(await vault.ask.contacts.list({}));
    const present = new Set(rows.map(({ id }) => id));
    const lost = [...known.contacts].filter((id) => !present.has(id));
    const logs = valueOf(await vault.ask.meetings.list({ limit: 1_000 }));
    const presentLogs = new Set(logs.rows.map(({ id }) => id));
    const lostLogs = [...known.logs].slice(-500).filter((id) => !presentLogs.has(id));
    expect([kill, lost, lostLogs]).toEqual([kill, [], []]);
    if (present.size + logs.total > acknowledged(known)) unacknowledged += 1;
    const first = valueOf(
      await vault.ask.contacts.save({ id: null, fields: contactFields('First') }),
    );
    known.contacts.add(first.id);
    const saving = saveUntilKilled(vault, known);
    const before = acknowledged(known);
    // Counted in saves, not in time: on a slow machine the moments are the same ones.
    while (acknowledged(known) < before + (kill % (MOST_SAVES + 1))) await delay(1);
    await delay((kill * LONGEST_MS) / KILLS);
    await vault.kill();
    await saving;
    expect(vault.output()).toBe('');
  }
  await (await next).kill();
  expect(acknowledged(known)).toBeGreaterThan(2 * KILLS);
  // Some kills fell between the commit and its acknowledgement: the moments were real ones.
  expect(unacknowledged).toBeGreaterThan(0);

  const vault = vaultAt(folder);
  await unlockWithKey(vault, template);
  const presentLogs = known.logs.size;
  expect(valueOf(await vault.ask.meetings.list({ limit: 1 })).total).toBeGreaterThanOrEqual(
    presentLogs,
  );
  expect(valueOf(await vault.ask.history.verify()).intact).toBe(true);
  expect(firstDifferenceFromLog(vault.store)).toBeNull();
  vault.end();
}, 300_000);

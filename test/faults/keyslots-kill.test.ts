import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  createKeyslotsWith,
  keyslotVaultWithFloor,
  unlock,
  type Secret,
} from '../../src/vault/keys/keyslot-operations.ts';

/** `STEADY_STATE_KILLS=100` for the long run. */
const KILLS = Number(process.env['STEADY_STATE_KILLS'] ?? 30);
const CHEAP = { memoryKib: 32, passes: 1, lanes: 4 };
const CHANGER = join(import.meta.dirname, 'keyslots-changer.ts');
const folder = mkdtempSync(join(tmpdir(), 'steady-state-kill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const phrase = (number: number): string => `violet anchor plain river ${number}`;

/** Runs the changer and kills it at a random moment after its first change began. */
function changeUntilKilled(from: number): Promise<{ begun: number; done: number }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHANGER, folder, String(from)]);
    let said = '';
    let errors = '';
    let timer: NodeJS.Timeout | null = null;
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      timer ??= setTimeout(() => child.kill('SIGKILL'), Math.random() * 120);
    });
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.on('close', (_code, signal) => {
      if (signal !== 'SIGKILL') return reject(new Error(`changer ended by itself: ${errors}`));
      const last = (word: string): number =>
        Number([...said.matchAll(new RegExp(`${word} (\\d+)\\n`, 'gu'))].at(-1)?.[1] ?? from);
      resolve({ begun: last('begin'), done: last('done') });
    });
  });
}

async function opens(secret: Secret, key: Buffer): Promise<boolean> {
  // A clock far ahead: kills during a try count as wrong tries, and their waits are over.
  const at = Date.now() + 1e9 * (1 + Math.random());
  const vault = keyslotVaultWithFloor(folder, CHEAP, { wallMs: () => at, monotonicMs: () => 0 });
  const outcome = await unlock(vault, secret);
  if (!outcome.ok && outcome.failure.kind !== 'wrong-secret') {
    throw new Error(outcome.failure.kind);
  }
  return outcome.ok && outcome.value.dataKey.equals(key);
}

describe('a passphrase change killed with SIGKILL', () => {
  it(
    `leaves the old or the new passphrase good, never neither, in ${KILLS} kills`,
    { timeout: 120_000 + KILLS * 10_000 },
    async () => {
      const made = await createKeyslotsWith(keyslotVaultWithFloor(folder, CHEAP), phrase(0), CHEAP);
      if (!made.ok) throw new Error(made.failure.kind);
      const { dataKey, recoveryCode } = made.value;
      let current = 0;
      let interrupted = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        const { begun, done } = await changeUntilKilled(current);
        const old = await opens({ type: 'passphrase', passphrase: phrase(done) }, dataKey);
        const changed =
          begun > done && (await opens({ type: 'passphrase', passphrase: phrase(begun) }, dataKey));
        // Exactly one of them; an acknowledged change is never lost.
        expect({ kill, old, changed }).toEqual({ kill, old: !changed, changed: !old });
        if (begun > done) interrupted += 1;
        current = changed ? begun : done;
      }
      expect(await opens({ type: 'recovery-code', code: recoveryCode }, dataKey)).toBe(true);
      // The kills really fell into changes and not only between them.
      expect(interrupted).toBeGreaterThan(KILLS / 3);
    },
  );
});

/** Sealing and opening beside the `age` command, where the machine has one. See bench/README.md. */
import { randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ageRecipientOf, generateAgeIdentity, seal, unseal } from '../src/vault/bundle/seal.ts';
import { ageVersion } from '../scripts/demo/age-tool.ts';
import { asRatio, printTable } from './lib/table.ts';
import { medians, type Contender } from './lib/timing.ts';

const ROUNDS = 5;

/** Measures the encryption of a bundle of so many megabytes, from and to memory or a file. */
export async function benchBundle(megabytes: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'steady-state-bench-'));
  try {
    const plain = randomBytes(megabytes * 1_000_000);
    const at = (name: string): string => join(folder, name);
    const identity = await generateAgeIdentity('x25519');
    const recipient = await ageRecipientOf(identity);
    writeFileSync(at('plain'), plain);
    writeFileSync(at('identity'), `${identity}\n`, { mode: 0o600 });
    writeFileSync(at('sealed'), await sealed(plain, recipient));
    const version = ageVersion();
    const age = (name: string, args: readonly string[]): Contender[] =>
      version === null ? [] : [{ name, run: () => runAge(args) }];

    const sealing = await medians(
      [
        { name: 'seal', run: async () => writeFileSync(at('a'), await sealed(plain, recipient)) },
        ...age('age', ['-r', recipient, '-o', at('b'), at('plain')]),
      ],
      ROUNDS,
      1,
    );
    const opening = await medians(
      [
        {
          name: 'open',
          run: async () => {
            const opened = await unseal(readFileSync(at('sealed')), { identities: [identity] });
            if (!opened.ok || opened.value.length !== plain.length) throw new Error('not opened');
          },
        },
        ...age('age -d', ['-d', '-i', at('identity'), '-o', at('c'), at('sealed')]),
      ],
      ROUNDS,
      1,
    );
    process.stdout.write(
      `\nBundle of ${megabytes} MB${version === null ? '; no age here' : ''}\n\n`,
    );
    printTable(
      ['MB/s', 'Steady State', `age ${version ?? '-'}`, 'time to age'],
      [line('seal', megabytes, sealing), line('open', megabytes, opening)],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function line(name: string, megabytes: number, [ours = 0, age]: readonly number[]): string[] {
  const speed = (ms: number): string => (megabytes / (ms / 1_000)).toFixed(0);
  return age === undefined
    ? [name, speed(ours), '', '']
    : [name, speed(ours), speed(age), asRatio(ours, age)];
}

async function sealed(plain: Uint8Array, recipient: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of seal([plain], [recipient])) parts.push(part);
  return Buffer.concat(parts);
}

function runAge(args: readonly string[]): void {
  const ended = spawnSync('age', args, { stdio: 'ignore' });
  if (ended.status !== 0) throw new Error('age failed');
}

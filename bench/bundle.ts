/** Sealing and opening beside the `age` command, where the machine has one. See bench/README.md. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ageVersion } from '../scripts/demo/age-tool.ts';
import { BundleSubject } from './lib/bundle-subject.ts';
import { printTable } from './lib/table.ts';
import { median, timesOf, type Contender } from './lib/timing.ts';

/** Measures a bundle of so many megabytes, from file to file, and the memory that it takes. */
export async function benchBundle(megabytes: number, rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'steady-state-bench-'));
  try {
    const at = (name: string): string => join(folder, name);
    const subject = await BundleSubject.of(megabytes);
    await subject.writeArchiveTo(at('archive'));
    await subject.writeBundleTo(at('bundle'));
    await subject.sealFile(at('archive'), at('sealed'));
    writeFileSync(at('identity'), `${subject.identity}\n`, { mode: 0o600 });
    const version = ageVersion();
    const age = (...args: readonly string[]): Contender[] =>
      version === null ? [] : [{ name: 'age', run: () => runAge(args) }];

    const sealing = await timesOf(
      [
        { name: 'bundle', run: () => subject.writeBundleTo(at('a')) },
        { name: 'encryption', run: () => subject.sealFile(at('archive'), at('b')) },
        ...age('-r', subject.recipient, '-o', at('c'), at('archive')),
      ],
      rounds,
      1,
    );
    const opening = await timesOf(
      [
        { name: 'bundle', run: () => subject.openBundleAt(at('bundle')) },
        { name: 'encryption', run: () => subject.unsealFile(at('sealed'), at('d')) },
        ...age('-d', '-i', at('identity'), '-o', at('e'), at('sealed')),
      ],
      rounds,
      1,
    );
    process.stdout.write(
      `\nBundle of ${megabytes} MB, ${rounds} rounds; ${version === null ? 'no age here, so nothing to compare with' : `age ${version}`}\n\n`,
    );
    printTable(
      ['MB/s (speed to age)', 'whole bundle', 'encryption alone', 'age'],
      [row('seal', megabytes, sealing), row('open', megabytes, opening)],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  printMemory(megabytes);
}

/** The speed of each, and the median over the rounds of how it stood to `age` in that round. */
function row(name: string, megabytes: number, times: readonly (readonly number[])[]): string[] {
  const [bundle = [], encryption = [], age] = times;
  const speed = (of: readonly number[]): string => (megabytes / (median(of) / 1_000)).toFixed(0);
  const beside = (of: readonly number[]): string => {
    if (age === undefined) return speed(of);
    const ratios = of.map((ms, round) => (age[round] ?? Number.NaN) / ms);
    return `${speed(of)} (${median(ratios).toFixed(2)})`;
  };
  return [name, beside(bundle), beside(encryption), age === undefined ? '' : speed(age)];
}

function runAge(args: readonly string[]): void {
  const ended = spawnSync('age', args, { stdio: 'ignore' });
  if (ended.status !== 0) throw new Error('age failed');
}

/** The peak of a process of its own that makes and opens one bundle, small and large. */
function printMemory(megabytes: number): void {
  const program = join(import.meta.dirname, 'lib/bundle-memory.ts');
  const sizes = [Math.max(2, Math.round(megabytes / 10)), megabytes];
  const rows = sizes.map((size) => {
    const ended = spawnSync(process.execPath, [program, String(size)], { encoding: 'utf8' });
    if (ended.status !== 0) throw new Error(`the memory bench failed: ${ended.stderr}`);
    const [before = '', seal = '', open = ''] = ended.stdout.trim().split(' ');
    return [`${size} MB`, before, seal, open];
  });
  process.stdout.write('\n');
  printTable(['peak memory, MB', 'before', 'after sealing', 'after opening'], rows);
}

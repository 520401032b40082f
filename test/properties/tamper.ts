/**
 * Tampers with bundles in every way that somebody without the sender's keys can, and opens each:
 *
 *     npm run tamper -- [--count 100000] [--seed 1]
 *
 * Exits with 1 if one is accepted, one is a crash, or the memory that it takes keeps growing.
 */
import { parseArgs } from 'node:util';
import { makeSpecimen, tamperings } from '../support/mutated-bundles.ts';
import { failureOf } from '../unit/vault/bundle/bundle-kit.ts';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
});
const count = Number(values.count);

/** By then every code path has run, and what is allocated once has been. */
const WARM_UP = Math.min(5_000, Math.ceil(count / 4));
const MAY_GROW_MB = 100;

const specimen = await makeSpecimen();
const byFailure = new Map<string, number>();
const byKind = new Map<string, number>();
const bad: string[] = [];
let run = 0;
let unchanged = 0;
let slowestMs = 0;
let warmPeakMb = 0;
const peakMb = (): number => process.resourceUsage().maxRSS / 1_000;

for (const { kind, apply } of tamperings(Number(values.seed), count)) {
  run++;
  if (run === WARM_UP) warmPeakMb = peakMb();
  if (run % 5_000 === 0) process.stderr.write(`${run} ...\n`);
  const tampered = await apply(specimen);
  if (tampered === null) {
    unchanged++;
    continue;
  }
  const startedMs = performance.now();
  try {
    const failure = await failureOf(tampered.reader, tampered.file);
    const name = failure === 'opened' ? failure : failure.kind;
    byFailure.set(name, (byFailure.get(name) ?? 0) + 1);
    if (failure === 'opened') bad.push(`number ${run} was accepted: ${kind}`);
  } catch (error) {
    bad.push(`number ${run} was a crash: ${kind}: ${String(error)}`);
  }
  slowestMs = Math.max(slowestMs, performance.now() - startedMs);
  byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
}

const grownMb = peakMb() - warmPeakMb;
if (grownMb > MAY_GROW_MB) bad.push(`memory grew by ${grownMb.toFixed(0)} MB`);
const list = (map: ReadonlyMap<string, number>): string =>
  [...map]
    .sort(([, a], [, b]) => b - a)
    .map(([name, n]) => `  ${String(n).padStart(6)}  ${name}\n`)
    .join('');
process.stdout.write(
  `${run - unchanged} tampered bundles (seed ${values.seed}; ${unchanged} more came out unchanged)\n\n` +
    `What was done\n${list(byKind)}\nWhat was said\n${list(byFailure)}\n` +
    `Peak memory ${peakMb().toFixed(0)} MB, ${grownMb.toFixed(0)} MB above that of the first ${WARM_UP}; ` +
    `the slowest took ${slowestMs.toFixed(0)} ms\n` +
    `${bad.length === 0 ? '0 accepted, 0 crashes' : bad.join('\n')}\n`,
);
process.exitCode = bad.length === 0 ? 0 : 1;

/**
 * Runs very many random histories of vaults that send each other bundles:
 *
 *     npm run histories -- [--runs 10000] [--from 1]
 *
 * Prints the number of the last one that held, to go on from. Exits with 1 where a law is broken,
 * naming the history; `--from N --runs 1` runs it alone.
 */
import { parseArgs } from 'node:util';
import { closePosts, openPosts, runHistory } from '../support/histories/history.ts';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '10000' }, from: { type: 'string', default: '1' } },
});
const from = Number(values.from);
const end = from + Number(values.runs);
/** What SQLite keeps of transactions that are taken back goes when a database is closed. */
const RUNS_PER_OPENING = 50;
let posts = openPosts();
let parcels = 0;
const startedMs = performance.now();
for (let seed = from; seed < end; seed += 1) {
  if ((seed - from) % RUNS_PER_OPENING === RUNS_PER_OPENING - 1) {
    closePosts(posts);
    posts = openPosts();
  }
  const run = runHistory(posts, seed);
  parcels += run.parcels;
  if (run.bad.length > 0) {
    process.stdout.write(`history ${String(seed)} breaks\n  ${run.bad.join('\n  ')}\n`);
    process.exitCode = 1;
  }
  if (seed % 100 === 0 || seed === end - 1) {
    const seconds = ((performance.now() - startedMs) / 1_000).toFixed(0);
    process.stdout.write(
      `${String(seed - from + 1)} histories to number ${String(seed)}, ${String(parcels)} bundles, ${seconds} s\n`,
    );
  }
}
closePosts(posts);

/**
 * Runs every bench:
 *
 *     npm run bench -- [--sizes 10000:500,100000:10000] [--rounds 30] [--megabytes 500] [--bundle-rounds 7]
 *         [--consents 100000] [--changes 10000,50000,100000] [--merge-rounds 3]
 *         [--portfolio 20000:2000] [--changed 1,10,100,1000] [--delta-rounds 3]
 *
 * A size is meeting logs : contacts; `--sizes ''`, `--megabytes 0`, `--consents 0`,
 * `--changes ''` or `--changed ''` leaves a part out.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { benchBundle } from './bundle.ts';
import { benchDelta } from './delta.ts';
import { benchGate } from './gate.ts';
import { benchMerge } from './merge.ts';
import { benchStore } from './store.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000:500,100000:10000' },
    rounds: { type: 'string', default: '30' },
    megabytes: { type: 'string', default: '500' },
    'bundle-rounds': { type: 'string', default: '7' },
    consents: { type: 'string', default: '100000' },
    changes: { type: 'string', default: '10000,50000,100000' },
    'merge-rounds': { type: 'string', default: '3' },
    portfolio: { type: 'string', default: '20000:2000' },
    changed: { type: 'string', default: '1,10,100,1000' },
    'delta-rounds': { type: 'string', default: '3' },
  },
});
process.stdout.write(
  `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}\n`,
);
for (const size of values.sizes.split(',').filter((one) => one !== '')) {
  const [logs = 10_000, contacts = 500] = size.split(':').map(Number);
  await benchStore(logs, contacts, Number(values.rounds));
}
if (Number(values.megabytes) > 0) {
  await benchBundle(Number(values.megabytes), Number(values['bundle-rounds']));
}
if (Number(values.consents) > 0) benchGate(Number(values.consents), Number(values.rounds));
const changes = values.changes.split(',').filter((one) => one !== '');
if (changes.length > 0) await benchMerge(changes.map(Number), Number(values['merge-rounds']));
const changed = values.changed.split(',').filter((one) => one !== '');
if (changed.length > 0) {
  const [logs = 20_000, contacts = 2_000] = values.portfolio.split(':').map(Number);
  await benchDelta(logs, contacts, changed.map(Number), Number(values['delta-rounds']));
}

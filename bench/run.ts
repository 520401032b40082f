/**
 * Runs every bench:
 *
 *     npm run bench -- [--sizes 10000:500,100000:10000] [--rounds 30] [--megabytes 500] [--bundle-rounds 7]
 *         [--consents 100000]
 *
 * A size is meeting logs : contacts; `--sizes ''`, `--megabytes 0` or `--consents 0` leaves a part
 * out.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { benchBundle } from './bundle.ts';
import { benchGate } from './gate.ts';
import { benchStore } from './store.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000:500,100000:10000' },
    rounds: { type: 'string', default: '30' },
    megabytes: { type: 'string', default: '500' },
    'bundle-rounds': { type: 'string', default: '7' },
    consents: { type: 'string', default: '100000' },
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

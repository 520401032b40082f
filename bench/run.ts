/** Runs every bench: `npm run bench -- [--sizes 10000,100000] [--rounds 30] [--megabytes 64]`. */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { benchBundle } from './bundle.ts';
import { benchStore } from './store.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000' },
    rounds: { type: 'string', default: '30' },
    megabytes: { type: 'string', default: '64' },
  },
});
process.stdout.write(
  `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}\n`,
);
for (const size of values.sizes.split(',').map(Number)) {
  await benchStore(size, Number(values.rounds));
}
await benchBundle(Number(values.megabytes));

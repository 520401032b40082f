// `npm test`: all set-up, then every check. See scripts/test-all.ts.
import { runMain, runOnProjectNode } from './lib/set-up.mjs';

runMain(() => runOnProjectNode('scripts/test-all.ts', process.argv.slice(2)));

// `node scripts/run.mjs FILE ...`: all set-up, then one file of the project on its own Node.
import { runMain, runOnProjectNode, SetUpError } from './lib/set-up.mjs';

runMain(() => {
  const [file, ...args] = process.argv.slice(2);
  if (file === undefined) throw new SetUpError('Say which file to run.');
  return runOnProjectNode(file, args);
});

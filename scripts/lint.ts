import { join } from 'node:path';
import { root, run } from './lib/project.ts';

/** Runs the linter over the project; any finding is an error. */
const { code } = await run(process.execPath, [
  join(root, 'node_modules/oxlint/bin/oxlint'),
  '-c',
  join(root, '.oxlintrc.json'),
  ...process.argv.slice(2),
]);
process.exitCode = code;

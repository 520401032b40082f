import { join } from 'node:path';
import { build } from 'electron-builder';
import { root, runNode, say } from './lib/project.ts';

/**
 * `npm run package [-- --electron-dist DIR]`: builds, and packages for this system into `dist/`, as a
 * folder. `--electron-dist` takes Electron from a folder instead of downloading it; for tests, as
 * what users get is the release that package.json names.
 */
async function packageApp(args: readonly string[]): Promise<number> {
  const at = args.indexOf('--electron-dist');
  const electronDist = at < 0 ? null : (args[at + 1] ?? null);
  if ((await runNode('scripts/build.ts')).code !== 0) return 1;
  const [folder] = await build({
    projectDir: root,
    dir: true,
    publish: 'never',
    config: {
      extends: join(root, 'electron-builder.yml'),
      ...(electronDist === null ? {} : { electronDist }),
    },
  });
  say(`Packaged${folder === undefined ? '' : `: ${folder}`}, with its fuses set and read back.`);
  return 0;
}

try {
  process.exitCode = await packageApp(process.argv.slice(2));
} catch (error) {
  say(`It could not be packaged: ${error instanceof Error ? error.message : 'unknown'}`);
  process.exitCode = 1;
}

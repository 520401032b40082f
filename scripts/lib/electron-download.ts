import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, say } from './project.ts';

/**
 * Downloads the Electron that package.json names, checked against the hashes that come with its
 * package, and unpacks it there. The same as the package's own `install.js`, but it says how far it
 * has come. Run in a process of its own, so that a time limit can end it.
 */
interface ElectronGet {
  downloadArtifact(options: {
    readonly version: string;
    readonly artifactName: 'electron';
    readonly platform: string;
    readonly arch: string;
    readonly checksums: unknown;
    readonly downloadOptions: {
      readonly quiet: boolean;
      getProgressCallback(progress: {
        readonly transferred: number;
        readonly percent: number;
      }): void;
    };
  }): Promise<string>;
}

interface ExtractZip {
  extract(archive: string, options: { readonly dir: string }): Promise<void>;
}

const packageDir = join(root, 'node_modules/electron');
// Both belong to the electron package, not to this project; they are found from there.
const requireThere = createRequire(join(packageDir, 'install.js'));

async function importThere<Module>(name: string): Promise<Module> {
  return (await import(pathToFileURL(requireThere.resolve(name)).href)) as Module;
}

let saidPercent = -1;

const { downloadArtifact } = await importThere<ElectronGet>('@electron/get');
const { extract } = await importThere<ExtractZip>('@electron-internal/extract-zip');
const { version } = requireThere('./package.json') as { version: string };

const archive = await downloadArtifact({
  version,
  artifactName: 'electron',
  platform: process.platform,
  arch: process.arch,
  checksums: requireThere('./checksums.json'),
  downloadOptions: {
    quiet: true,
    getProgressCallback({ transferred, percent }) {
      const step = Math.floor(percent * 20) * 5;
      if (step <= saidPercent) return;
      saidPercent = step;
      say(`  ${step} % (${Math.round(transferred / 1_048_576)} MiB)`);
    },
  },
});
say('  unpacking');
await extract(archive, { dir: join(packageDir, 'dist') });
const executable: Readonly<Record<string, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};
await writeFile(join(packageDir, 'path.txt'), executable[process.platform] ?? 'electron');

import { rm } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join, resolve } from 'node:path';
import { build as buildElectron } from 'electron-vite';
import { build, type InlineConfig } from 'vite';
import { CHROME_TARGET, NODE_TARGET } from '../electron.vite.config.ts';

const root = resolve(import.meta.dirname, '..');

/** Packages with native code: loaded from node_modules at run time, never bundled. */
const NATIVE = ['better-sqlite3', '@node-rs/argon2', 'sodium-native'];

const common: InlineConfig = {
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
};

/** The vault process: one CommonJS file, the same for `utilityProcess` and a plain Node child. */
const vault: InlineConfig = {
  ...common,
  // Everything that is not native goes into the file.
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: join(root, 'out/vault'),
    emptyOutDir: true,
    target: NODE_TARGET,
    minify: false,
    sourcemap: false,
    rolldownOptions: {
      input: join(root, 'src/vault/index.ts'),
      external: [...NATIVE, ...builtinModules.flatMap((name) => [name, `node:${name}`])],
      output: { format: 'cjs', entryFileNames: 'index.cjs', codeSplitting: false },
    },
  },
};

/** The page's half of the preview host; no part of the product. */
const previewBridge: InlineConfig = {
  ...common,
  build: {
    outDir: join(root, 'out/preview'),
    emptyOutDir: true,
    target: CHROME_TARGET,
    minify: false,
    sourcemap: false,
    rolldownOptions: {
      input: join(root, 'scripts/preview-host/page/bridge.ts'),
      output: { format: 'iife', entryFileNames: 'bridge.js', codeSplitting: false },
    },
  },
};

process.chdir(root);
await rm(join(root, 'out/renderer'), { recursive: true, force: true });
try {
  await buildElectron({ root, logLevel: 'warn' });
  await build(vault);
  await build(previewBridge);
} catch (error) {
  // What is wrong in the sources, and where; where the bundler found it helps nobody.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

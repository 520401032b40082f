import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { callChannels, eventNames } from './src/shared/contract/client.ts';

/** The oldest runtime that the product runs on (docs/architecture.md). */
export const NODE_TARGET = 'node18';
export const CHROME_TARGET = 'chrome114';

const commonJs = { format: 'cjs', entryFileNames: 'index.cjs' } as const;

// The vault is not built here but in scripts/build.ts: as a second entry of `main` it would share
// files with it, and each of the two processes loads one file, whole, and nothing of the other's.
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: NODE_TARGET,
      sourcemap: false,
      minify: false,
      externalizeDeps: false,
      rolldownOptions: { input: resolve('src/main/index.ts'), output: commonJs },
    },
  },
  preload: {
    define: {
      __CALL_CHANNELS__: JSON.stringify(callChannels()),
      __EVENT_NAMES__: JSON.stringify(eventNames()),
    },
    build: {
      outDir: 'out/preload',
      target: NODE_TARGET,
      sourcemap: false,
      minify: false,
      externalizeDeps: false,
      rolldownOptions: { input: resolve('src/preload/index.ts'), output: commonJs },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      emptyOutDir: true,
      target: CHROME_TARGET,
      sourcemap: false,
      // An asset in a data: URL would need its source allowed for every kind of content.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: resolve('src/renderer/index.html') },
    },
  },
});

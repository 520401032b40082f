/**
 * The one table of what may import what. `scripts/lint/layers.mjs` holds every import of the project
 * against it, at error level.
 */

/** Each layer is a folder; the first whose prefix fits is the file's layer. */
export const LAYERS = {
  shared: { folder: 'src/shared/', imports: [], node: false },
  vault: { folder: 'src/vault/', imports: ['shared'], node: true },
  main: { folder: 'src/main/', imports: ['shared'], node: true },
  // Sandboxed: it has no Node, and no package but Electron's own two objects.
  preload: { folder: 'src/preload/', imports: ['shared'], node: false },
  renderer: { folder: 'src/renderer/', imports: ['shared'], node: false },
  // Half of the preview host, in the page.
  page: { folder: 'scripts/preview-host/page/', imports: ['shared', 'tool'], node: false },
  bench: { folder: 'bench/', imports: ['shared', 'vault', 'tool', 'test'], node: true },
  test: {
    folder: 'test/',
    imports: ['shared', 'vault', 'main', 'preload', 'renderer', 'tool', 'page'],
    node: true,
  },
  // scripts/, and the configuration files in the root.
  tool: { folder: '', imports: ['shared', 'vault', 'test'], node: true },
};

/** Every package of package.json, and the layers that may import it. */
export const PACKAGES = {
  '@internationalized/date': ['shared', 'renderer'],
  '@node-rs/argon2': ['vault', 'tool'],
  '@scure/bip39': ['shared', 'vault'],
  '@zxcvbn-ts/core': ['vault', 'renderer'],
  '@zxcvbn-ts/language-common': ['vault', 'renderer'],
  'age-encryption': ['vault'],
  'better-sqlite3': ['vault'],
  'drizzle-orm': ['vault'],
  'ical.js': ['vault'],
  'sodium-native': ['vault'],
  uuid: ['vault', 'renderer'],
  zod: ['shared', 'vault', 'main', 'renderer', 'tool'],

  '@axe-core/playwright': ['test'],
  '@electron/fuses': ['tool'],
  '@hookform/resolvers': ['renderer'],
  '@playwright/test': ['test', 'tool'],
  // AGPL: a peer that tests compare with, and nothing else.
  '@signalapp/sqlcipher': ['test', 'bench'],
  '@tanstack/react-query': ['renderer'],
  '@tanstack/react-router': ['renderer'],
  '@tanstack/react-virtual': ['renderer'],
  '@types/better-sqlite3': [],
  '@types/node': [],
  '@types/react': [],
  '@types/react-dom': [],
  '@types/tar-stream': [],
  '@types/ws': [],
  '@vitejs/plugin-react': ['tool'],
  // What our RFC 8785 encoder is held against.
  canonicalize: ['test'],
  'cctv-age': ['test'],
  diff: ['renderer'],
  electron: ['main', 'preload'],
  'electron-builder': ['tool'],
  'electron-vite': ['tool'],
  'fast-check': ['test'],
  i18next: ['renderer'],
  'lucide-react': ['renderer'],
  node: [],
  oxlint: ['tool'],
  'oxlint-tsgolint': [],
  prettier: [],
  qr: ['renderer', 'test'],
  react: ['renderer'],
  'react-aria-components': ['renderer'],
  'react-dom': ['renderer'],
  'react-hook-form': ['renderer'],
  'react-i18next': ['renderer'],
  // What our archives are held against.
  'tar-stream': ['test'],
  typescript: [],
  vite: ['tool', 'renderer'],
  vitest: ['test', 'tool'],
  ws: ['tool'],
};

/** What tests and benches may import besides: whatever the layers they exercise may. */
export const FOLLOWERS = {
  test: ['shared', 'vault', 'main', 'renderer', 'tool'],
  bench: ['shared', 'vault', 'tool'],
};

/** Values that only these files of the product may import; types are free. */
export const DOORS = [
  { module: 'electron', name: 'ipcMain', files: ['src/main/ipc/door.ts'] },
  {
    module: 'age-encryption',
    name: null,
    files: ['src/vault/bundle/seal.ts', 'src/vault/keys/officer-identity.ts'],
  },
  { module: 'sodium-native', name: null, files: ['src/vault/bundle/aead.ts'] },
  {
    module: 'better-sqlite3',
    name: null,
    files: ['src/vault/db/open.ts', 'src/vault/db/instance-lock.ts'],
  },
];

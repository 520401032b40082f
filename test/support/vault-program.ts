import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Below node_modules, so that the bundle finds the native modules it leaves out. */
const CACHE = join(ROOT, 'node_modules/.cache/vault-program');
const NATIVE = ['better-sqlite3', '@node-rs/argon2', 'sodium-native'];

let made: Promise<string> | null = null;

/**
 * The vault process as one file, made from src/vault/index.ts as the product's is (scripts/build.ts).
 * Kept by the hash of its sources, so that all suites of a run share one build: Node takes seconds
 * to load the several hundred files one by one, for each of some hundred processes.
 */
export function vaultProgram(): Promise<string> {
  made ??= make();
  return made;
}

async function make(): Promise<string> {
  const folder = join(CACHE, hashOfSources());
  const file = join(folder, 'index.cjs');
  if (existsSync(file)) return file;
  mkdirSync(CACHE, { recursive: true });
  removeOld();
  const unfinished = mkdtempSync(join(CACHE, 'new-'));
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: NATIVE },
    build: {
      ssr: 'src/vault/index.ts',
      outDir: unfinished,
      emptyOutDir: false,
      target: 'node18',
      minify: false,
      rolldownOptions: {
        output: { format: 'cjs', entryFileNames: 'index.cjs', codeSplitting: false },
      },
    },
  });
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another suite was quicker.
    if (!existsSync(file)) throw error;
    rmSync(unfinished, { recursive: true, force: true });
  }
  return file;
}

/** Programs of sources of more than a day ago: no run still uses them. */
function removeOld(): void {
  for (const name of readdirSync(CACHE)) {
    const path = join(CACHE, name);
    if (Date.now() - statSync(path).mtimeMs > 86_400_000) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const layer of ['src/vault', 'src/shared']) {
    const files = readdirSync(join(ROOT, layer), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .sort();
    for (const name of files) hash.update(name).update(readFileSync(join(ROOT, layer, name)));
  }
  hash.update(readFileSync(join(ROOT, 'package-lock.json')));
  return hash.digest('hex').slice(0, 16);
}

import { join } from 'node:path';
import { app } from 'electron';

/** The built files lie beside each other: `out/main`, `out/preload`, `out/vault`, `out/renderer`. */
const outDir = join(__dirname, '..');

export const rendererDir = join(outDir, 'renderer');
export const preloadFile = join(outDir, 'preload', 'index.cjs');
export const vaultFile = join(outDir, 'vault', 'index.cjs');

/** The folder for Electron's own files; null for its default. */
export function profileDir(): string | null {
  return fromEnvironment('STEADY_STATE_PROFILE_DIR');
}

/** The folder that holds the officer's vault, and nothing else. */
export function vaultDir(): string {
  return fromEnvironment('STEADY_STATE_VAULT_DIR') ?? join(app.getPath('userData'), 'vault');
}

/** Where the looks of the interface are kept: beside the vault, never in it. */
export function preferencesFile(): string {
  return join(app.getPath('userData'), 'preferences.json');
}

const DEFAULT_IDLE_LIMIT_S = 600;

/**
 * How long nobody may be there before the vault is locked, in milliseconds: ten minutes, or less if
 * `STEADY_STATE_IDLE_LOCK_SECONDS` says so. It can be made shorter only.
 */
export function idleLimitMs(): number {
  const wanted = Number(fromEnvironment('STEADY_STATE_IDLE_LOCK_SECONDS') ?? DEFAULT_IDLE_LIMIT_S);
  const valid = Number.isFinite(wanted) && wanted > 0 && wanted < DEFAULT_IDLE_LIMIT_S;
  return (valid ? wanted : DEFAULT_IDLE_LIMIT_S) * 1_000;
}

function fromEnvironment(name: string): string | null {
  const value = process.env[name];
  return value === undefined || value === '' ? null : value;
}

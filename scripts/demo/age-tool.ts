import { spawnSync } from 'node:child_process';

/** Version of the `age` command on this machine, or null where there is none. */
export function ageVersion(): string | null {
  const found = spawnSync('age', ['--version'], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim() : null;
}

/** Entries of the archive in a bundle, opened with `age` and `tar`; null where they could not. */
export function listWithAge(bundle: string, identity: string): string[] | null {
  const opened = spawnSync('age', ['-d', '-i', identity, bundle], { maxBuffer: 2 ** 30 });
  if (opened.status !== 0) return null;
  const listed = spawnSync('tar', ['t'], { input: opened.stdout, encoding: 'utf8' });
  if (listed.status !== 0) return null;
  return listed.stdout.split('\n').filter((name) => name !== '');
}

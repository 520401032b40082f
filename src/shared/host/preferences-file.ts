import {
  DEFAULT_PREFERENCES,
  preferenceValues,
  type PreferenceValues,
} from '../contract/preferences.ts';
import type { Calls } from '../contract/contract.ts';
import type { OutcomeOf } from '../contract/define.ts';
import { fail, ok } from '../outcome.ts';
import { storageFailure } from '../storage-failure.ts';

/** What is needed of `node:fs/promises`; both hosts hand it in, as nothing here may import Node. */
export interface PreferencesFs {
  stat(path: string): Promise<{ readonly size: number }>;
  readFile(path: string, encoding: 'utf8'): Promise<string>;
  writeFile(path: string, text: string, options: { mode: number; flag: string }): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  rm(path: string, options: { force: boolean }): Promise<void>;
}

export interface PreferencesFile {
  get(): Promise<PreferenceValues>;
  set(change: {
    readonly [Key in keyof PreferenceValues]?: PreferenceValues[Key] | undefined;
  }): Promise<OutcomeOf<Calls['preferences']['set']>>;
}

/** Far more than the file can ever need; what is larger was not written here. */
const SIZE_LIMIT_BYTES = 4_096;

/**
 * The preferences in a small file of the host's own profile, outside the vault and readable by its
 * owner only. A file that is missing, damaged or of another version gives the defaults and is
 * replaced by the next change: looks are not worth refusing to start.
 *
 * @param onChange Called with the new values, before they are written.
 */
export function openPreferencesFile(
  fs: PreferencesFs,
  path: string,
  onChange: (values: PreferenceValues) => void,
): PreferencesFile {
  let latest = read(fs, path);
  let writing: Promise<void> = Promise.resolve();

  return {
    get: () => latest,
    async set(change) {
      const before = latest;
      const changed = before.then((values) => preferenceValues.parse({ ...values, ...change }));
      latest = changed;
      const values = await changed;
      onChange(values);
      // One after the other, so that the last change is what the file ends with.
      const written = writing.then(() => write(fs, path, values));
      writing = written.catch(() => undefined);
      try {
        await written;
        return ok(values);
      } catch (error) {
        return fail(
          storageFailure(error) ?? { kind: 'internal', incident: 'preferences-not-kept' },
        );
      }
    },
  };
}

async function read(fs: PreferencesFs, path: string): Promise<PreferenceValues> {
  try {
    if ((await fs.stat(path)).size > SIZE_LIMIT_BYTES) return DEFAULT_PREFERENCES;
    return preferenceValues.parse(JSON.parse(await fs.readFile(path, 'utf8')));
  } catch {
    return DEFAULT_PREFERENCES;
  }
}

/** Written beside and renamed, so that a kill leaves the old or the new; never through a link. */
async function write(fs: PreferencesFs, path: string, values: PreferenceValues): Promise<void> {
  const temporaryPath = `${path}.tmp`;
  await fs.rm(temporaryPath, { force: true });
  const text = `${JSON.stringify(values, null, 2)}\n`;
  await fs.writeFile(temporaryPath, text, { mode: 0o600, flag: 'wx' });
  await fs.rename(temporaryPath, path);
}

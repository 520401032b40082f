import { readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendAccess } from '../../src/vault/db/access-log.ts';
import { putBlob } from '../../src/vault/db/blobs.ts';
import { writeChangeSet } from '../../src/vault/db/change-log.ts';
import { putDraft } from '../../src/vault/db/drafts.ts';
import { search } from '../../src/vault/db/search-index.ts';
import { putOwnIdentity, putSetting } from '../../src/vault/db/settings.ts';
import { INTERNALS } from '../../src/vault/db/store-internals.ts';
import type { WriteStore } from '../../src/vault/db/store.ts';
import {
  contactNamed,
  context,
  makeFixture,
  meetingLog,
  type Fixture,
} from '../unit/vault/db/store-fixture.ts';

let fixture: Fixture;
let store: WriteStore;
beforeEach(() => {
  fixture = makeFixture();
  store = fixture.create();
});
afterEach(() => {
  fixture.dispose();
});

const MARKERS = Array.from({ length: 200 }, (_, i) => `mk${String(i).padStart(3, '0')}qvzxjw`);

/** The files of the vault's folder that hold one of the markers, in any of three encodings. */
function filesWithMarkers(): string[] {
  const needles = MARKERS.flatMap((marker) => [
    Buffer.from(marker),
    Buffer.from(marker, 'utf16le'),
    Buffer.from(Buffer.from(marker).toString('base64').slice(0, 14)),
  ]);
  return readdirSync(fixture.folder).filter((name) => {
    const bytes = readFileSync(join(fixture.folder, name));
    return needles.some((needle) => bytes.includes(needle));
  });
}

describe('what people wrote', () => {
  it('is in no file of the vault in the plain, while it is open and after it was closed', () => {
    for (const [i, marker] of MARKERS.entries()) {
      if (i % 5 === 0) putDraft(store, { form: 'contact', key: marker }, { name: marker });
      else if (i % 5 === 1) putBlob(store, Buffer.from(marker.repeat(500)));
      else if (i % 5 === 2) appendAccess(store, { kind: 'export', detail: marker, contactIds: [] });
      else {
        writeChangeSet(store, context('create'), (w) => {
          w.create('contact', { ...contactNamed(marker), notes: marker });
          w.create('meeting-log', { ...meetingLog(marker), said: marker.repeat(3) });
        });
      }
    }
    putSetting(store, 'marker', MARKERS[0] ?? '');
    putOwnIdentity(store, { secret: MARKERS[1] ?? '' });
    expect(search(store, MARKERS[3] ?? '', { limit: 5 })).toHaveLength(2);
    expect(readdirSync(fixture.folder)).toContain('vault.db-wal');
    expect(filesWithMarkers()).toEqual([]);
    store.close();
    expect(filesWithMarkers()).toEqual([]);
    // The scan itself sees a marker where there is one.
    writeFileSync(join(fixture.folder, 'leak'), Buffer.from(MARKERS[7] ?? '', 'utf16le'));
    expect(filesWithMarkers()).toEqual(['leak']);
  });

  it.runIf(process.platform === 'linux')(
    'is not spilled to a temporary file by a sort larger than the cache',
    () => {
      const { database } = store[INTERNALS];
      database.exec(`CREATE TABLE spill (x TEXT);
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)
        INSERT INTO spill SELECT hex(randomblob(300)) FROM n;`);
      expect(temporaryFilesDuringSort()).toEqual([]);
      // The watch itself sees such files where the setting is another one.
      database.pragma('temp_store = FILE');
      expect(temporaryFilesDuringSort().length).toBeGreaterThan(0);
    },
    60_000,
  );
});

/** Deleted or temporary files that this process holds open while a large sort is being read. */
function temporaryFilesDuringSort(): string[] {
  const { database } = store[INTERNALS];
  const rows = database.prepare('SELECT x FROM spill ORDER BY substr(x, 7)').pluck().iterate();
  const seen = new Set<string>();
  let count = 0;
  for (const _ of rows) {
    count += 1;
    if (count % 20_000 !== 1) continue;
    for (const file of openFiles()) if (/etilqs|\(deleted\)/u.test(file)) seen.add(file);
  }
  expect(count).toBe(60_000);
  return [...seen];
}

function openFiles(): string[] {
  return readdirSync('/proc/self/fd').flatMap((descriptor) => {
    try {
      return [readlinkSync(`/proc/self/fd/${descriptor}`)];
    } catch {
      return [];
    }
  });
}

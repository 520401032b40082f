import { randomBytes } from 'node:crypto';
import { writeChangeSet } from '../db/change-log.ts';
import type { ChangeContext } from '../db/change-types.ts';
import { putOwnIdentity, putSetting, readOwnIdentity, readSetting } from '../db/settings.ts';
import { INTERNALS, type WriteStore } from '../db/store-internals.ts';
import {
  generateOfficerIdentity,
  parseOfficerIdentity,
  publicKeysOf,
} from '../keys/officer-identity.ts';
import { findOfficer, listOfficers } from '../store/officers.ts';

/**
 * Sees to it that a rescued vault has what it cannot be opened without: the officer's identity,
 * their own record and a device. The secret keys of a lost identity are gone: new ones are made
 * for the same officer, whose colleagues need the new card. Says whether that was so.
 */
export async function restoreOwnOfficer(store: WriteStore, now: Date): Promise<boolean> {
  if (readSetting(store, 'device') === null) {
    putSetting(store, 'device', `laptop-${randomBytes(2).toString('hex')}`);
  }
  const stored = readOwnIdentity(store);
  const own = listOfficers(store).find(({ trust }) => trust === 'self');
  const fresh = stored === null ? await generateOfficerIdentity() : null;
  const identity =
    fresh === null
      ? parseOfficerIdentity(stored)
      : { ...fresh, officerId: own?.id ?? fresh.officerId };
  if (fresh !== null) putOwnIdentity(store, { ...identity });
  const id = identity.officerId;
  const keys = await publicKeysOf(identity);
  if (findOfficer(store, id) === null) {
    const fields = { name: nameInLog(store, id) ?? id, post: '-', keys, trust: 'self' } as const;
    const unverified = { verifiedHow: null, verifiedOn: null, note: '', email: null };
    writeChangeSet(store, rescueContext(store), (writer) =>
      writer.create('officer', { ...fields, ...unverified, cardIssuedAt: now.toISOString() }, id),
    );
  } else if (fresh !== null) {
    writeChangeSet(store, rescueContext(store), (writer) =>
      writer.update('officer', id, { keys, cardIssuedAt: now.toISOString() }),
    );
  }
  return fresh !== null;
}

/** The officer whose vault it is, as far as they are known, for what the rescue writes. */
export function rescueContext(store: WriteStore): ChangeContext {
  const stored = readOwnIdentity(store);
  const own = listOfficers(store).find(({ trust }) => trust === 'self');
  const id = stored === null ? own?.id : parseOfficerIdentity(stored).officerId;
  const device = readSetting(store, 'device');
  return {
    author: {
      id: id ?? '00000000-0000-4000-8000-000000000000',
      name: own?.name ?? (id === undefined ? null : nameInLog(store, id)) ?? '',
    },
    device: typeof device === 'string' ? device : '',
    reason: 'rescue',
  };
}

function nameInLog(store: WriteStore, officerId: string): string | null {
  const name = store[INTERNALS].database
    .prepare<[string], string>(
      'SELECT author_name FROM change_set WHERE author_id = ? ORDER BY seq DESC LIMIT 1',
    )
    .pluck()
    .get(officerId);
  return name === undefined || name === '' ? null : name;
}

import type { Calls } from '../../src/shared/contract/contract.ts';
import type { Client } from '../../src/shared/contract/define.ts';
import { valueOf } from './records.ts';

type Verify = Parameters<Client<Calls>['officers']['verify']>[0];

/** Compares the fingerprint of the card that is held of an officer, and finds it the same. */
export async function verifyOfficer(
  { officers }: Pick<Client<Calls>, 'officers'>,
  id: string,
  change: Partial<Verify> = {},
): ReturnType<Client<Calls>['officers']['verify']> {
  const held = valueOf(await officers.list()).find((officer) => officer.id === id);
  const words = held?.fingerprintWords ?? [];
  return officers.verify({ id, words, how: 'in-person', on: '2026-11-20', by: null, ...change });
}

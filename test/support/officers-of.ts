import type { SuccessionReason } from '../../src/shared/model/officer.ts';
import {
  issueOfficerCard,
  type CardDetails,
  type OfficerCard,
} from '../../src/vault/keys/officer-card.ts';
import { successorOf, type OfficerIdentity } from '../../src/vault/keys/officer-identity.ts';
import { valueOf } from './records.ts';

/** The same officer after new keys. */
export async function succeeded(
  before: OfficerIdentity,
  on: string,
  reason: SuccessionReason = 'routine',
): Promise<OfficerIdentity> {
  const { succeed } = await successorOf(before);
  return succeed({ at: new Date(`${on}T08:00:00.000Z`), reason });
}

/** A card of this identity, issued on a day. */
export async function cardOf(
  identity: OfficerIdentity,
  on = '2026-11-20',
  change: Partial<CardDetails> = {},
): Promise<OfficerCard> {
  const issuedAt = new Date(`${on}T09:00:00.000Z`);
  const details = { name: 'Officer Two', post: 'Nairobi', issuedAt, ...change };
  return valueOf(await issueOfficerCard(identity, details));
}

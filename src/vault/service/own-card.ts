import { MAX_SUCCESSIONS } from '../../shared/model/officer.ts';
import { cardCode } from '../keys/officer-card-code.ts';
import { issueOfficerCard } from '../keys/officer-card.ts';
import { ownOfficer } from '../store/officers.ts';
import type { VaultContext } from './context.ts';

/** A card of this officer as of now. */
export function ownCard(
  context: VaultContext,
  successions = MAX_SUCCESSIONS,
): ReturnType<typeof issueOfficerCard> {
  const { name, post } = ownOfficer(context.store, context.author.id);
  const details = { name, post, issuedAt: context.now(), successions };
  return issueOfficerCard(context.identity(), details);
}

/**
 * The same as the text of a QR code, with as many of the newest successions as have room in one;
 * null where a long name leaves none for the last. Who holds a card from before those compares the
 * fingerprint again, or takes in the file.
 */
export async function ownCardCode(context: VaultContext): Promise<string | null> {
  const known = Math.min(context.identity().successions.length, MAX_SUCCESSIONS);
  for (let count = known; count >= Math.min(known, 1); count -= 1) {
    const card = await ownCard(context, count);
    const code = card.ok ? cardCode(card.value) : null;
    if (code !== null) return code;
  }
  return null;
}

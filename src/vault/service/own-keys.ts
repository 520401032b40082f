import type { Calls } from '../../shared/contract/contract.ts';
import type { OutcomeOf, ParsedArgOf } from '../../shared/contract/define.ts';
import { withEarlierKeys } from '../../shared/model/officer.ts';
import { fail, ok } from '../../shared/outcome.ts';
import { putOwnIdentity } from '../db/settings.ts';
import { transact } from '../db/transaction.ts';
import { officerFingerprint } from '../keys/fingerprint-words.ts';
import { issueOfficerCard } from '../keys/officer-card.ts';
import { successorOf } from '../keys/officer-identity.ts';
import { ownOfficer } from '../store/officers.ts';
import { invalid, type VaultContext } from './context.ts';
import { announce, writeQuietly } from './write.ts';

type Rotate = Calls['officers']['rotateKeys'];

/**
 * Gives this officer new keys. The secret keys and the officer's own record change in one
 * transaction, so after a kill both are old or both are new. The identifier stays, and with it the
 * history, the register and the numbering of bundles.
 */
export async function rotateKeys(
  context: VaultContext,
  { reason, post }: ParsedArgOf<Rotate>,
): Promise<OutcomeOf<Rotate>> {
  const { store, author } = context;
  const { id } = author;
  const before = context.identity();
  const own = ownOfficer(store, id);
  const details = { name: own.name, post: post ?? own.post };
  const card = await issueOfficerCard(before, { ...details, issuedAt: context.now() });
  if (!card.ok) return invalid([post === null ? 'name' : 'post'], 'not-for-a-card');
  const successor = await successorOf(before);
  const changeSetId = transact(store, () => {
    // Other calls were answered while the keys were made.
    if (context.identity().signingSecret !== before.signingSecret) return null;
    const identity = successor.succeed({ at: context.now(), reason });
    const at = identity.successions.at(-1)?.at ?? '';
    const { keys, earlierKeys } = ownOfficer(store, id);
    const fingerprint = officerFingerprint({ officerId: id, ...keys }).hex;
    putOwnIdentity(store, identity);
    return writeQuietly(context, 'officer', (writer) => {
      writer.update('officer', id, {
        ...{ post: details.post, keys: successor.keys, cardIssuedAt: at },
        earlierKeys: withEarlierKeys(earlierKeys, [
          { fingerprint, until: at, reason, trusted: true },
        ]),
      });
    }).changeSetId;
  });
  if (changeSetId === null) {
    return fail({ kind: 'stale-record', record: { type: 'officer', id } });
  }
  announce(context, changeSetId);
  return ok({ id, changeSetId });
}

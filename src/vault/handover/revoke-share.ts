import type { Calls } from '../../shared/contract/contract.ts';
import type { OutcomeOf, ParsedArgOf } from '../../shared/contract/define.ts';
import { maySettle } from '../../shared/model/entrustment.ts';
import { ok } from '../../shared/outcome.ts';
import { startCallBackOf } from '../service/call-back.ts';
import { notFound, type VaultContext } from '../service/context.ts';
import { write } from '../service/write.ts';
import { findBundleEntry } from '../store/bundle-entries.ts';
import { entrustmentsInBundle } from '../store/entrustments.ts';

type Revoke = Calls['bundles']['revokeShare'];

/**
 * Takes back what was lent, with every loan in it. The bytes are where they are: what can be done about them is a task,
 * started in the same change set, so that an undo takes both. Once more changes nothing.
 */
export function revokeShare(
  context: VaultContext,
  { bundleId }: ParsedArgOf<Revoke>,
): OutcomeOf<Revoke> {
  const entry = findBundleEntry(context.store, bundleId);
  if (entry === null || entry.kind !== 'share' || entry.direction !== 'out') {
    return notFound('bundle-entry', bundleId);
  }
  const { changeSetId } = write(context, 'edit', (writer) => {
    if (entry.revokedOn !== null) return;
    writer.update('bundle-entry', bundleId, { revokedOn: context.today() });
    startCallBackOf(context, writer, entry);
    for (const loan of entrustmentsInBundle(context.store, bundleId, 'out')) {
      if (!maySettle(loan, 'revoked')) continue;
      writer.update('entrustment', loan.id, { state: 'revoked', settledOn: context.today() });
    }
  });
  return ok({ id: bundleId, changeSetId });
}

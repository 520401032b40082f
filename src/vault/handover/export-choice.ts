import type { Calls } from '../../shared/contract/contract.ts';
import type { ParsedArgOf } from '../../shared/contract/define.ts';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { invalid, notFound, type VaultContext } from '../service/context.ts';
import { baseOfUpdate } from '../store/bundle-entries.ts';
import { findOfficer } from '../store/officers.ts';
import type { ExportChoice } from './outgoing.ts';

export type ChoiceFailure = FailureOf<'not-found' | 'recipient-revoked' | 'invalid-argument'>;

/**
 * What was chosen, with the officer it is for. A share says what for and until when, on a day that
 * is not over; an update needs a bundle to build on.
 */
export function chosen(
  context: VaultContext,
  choice: ParsedArgOf<Calls['bundles']['previewExport']>,
): Outcome<ExportChoice, ChoiceFailure> {
  const { store } = context;
  const { recipientId, kind, contactIds, audience, purpose, until } = choice;
  const recipient = findOfficer(store, recipientId);
  if (recipient === null) return notFound('officer', recipientId);
  if (recipient.trust === 'revoked') return fail({ kind: 'recipient-revoked' });
  const isShare = kind === 'share';
  for (const [field, value] of Object.entries({ purpose, until })) {
    if ((value !== null) !== isShare) return invalid([field], isShare ? 'required' : 'for-a-share');
  }
  if (until !== null && until < context.today()) return invalid(['until'], 'in-past');
  if (kind === 'update' && baseOfUpdate(store, recipient.id) === null) {
    return invalid(['kind'], 'nothing-sent-before');
  }
  return ok({ kind, contactIds, audience, recipient, purpose, until });
}

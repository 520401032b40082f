import type { Calls } from '../../shared/contract/contract.ts';
import type { OutcomeOf, ParsedArgOf } from '../../shared/contract/define.ts';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import type { VaultContext } from '../service/context.ts';
import { chosen, type ChoiceFailure } from './export-choice.ts';
import { prepareOutgoing, type ExportChoice, type Outgoing } from './outgoing.ts';
import { previewOfContact } from './preview-of-contact.ts';

type Preview = Calls['bundles']['previewExport'];
type PreviewContact = Calls['bundles']['previewContact'];

/** What would travel, what stays and why. */
export function previewExport(
  context: VaultContext,
  arg: ParsedArgOf<Preview>,
): OutcomeOf<Preview> {
  const choice = chosen(context, arg);
  if (!choice.ok) return choice;
  return ok(prepareOutgoing(context.store, choice.value, context.today()).preview);
}

/** The same of one contact, field by field and record by record. */
export function previewContact(
  context: VaultContext,
  arg: ParsedArgOf<PreviewContact>,
): OutcomeOf<PreviewContact> {
  const { contactId } = arg;
  const checked = asPreviewed(context, arg);
  if (!checked.ok) return checked;
  const { choice, outgoing } = checked.value;
  const preview = previewOfContact(context.store, choice, outgoing, contactId);
  if (preview === null) {
    return fail({ kind: 'not-found', record: { type: 'contact', id: contactId } });
  }
  return ok(preview);
}

/** What the choice comes to now, if that is what the officer was shown. */
export function asPreviewed(
  context: VaultContext,
  arg: ParsedArgOf<Preview> & { readonly previewId: string },
): Outcome<
  { readonly choice: ExportChoice; readonly outgoing: Outgoing },
  ChoiceFailure | FailureOf<'preview-outdated'>
> {
  const choice = chosen(context, arg);
  if (!choice.ok) return choice;
  const outgoing = prepareOutgoing(context.store, choice.value, context.today());
  if (outgoing.preview.previewId !== arg.previewId) return fail({ kind: 'preview-outdated' });
  return ok({ choice: choice.value, outgoing });
}

import type { ContactFields } from '../../../shared/model/contact.ts';
import { withText } from '../contacts/name-edit.ts';
import type { OfferedService } from '../../../shared/model/vocabulary/plan.ts';

/**
 * The organisations that the paper names under "Emergency help", with what it says they offer. They
 * are only suggested: what a mission keeps in its directory is for the mission to say.
 */
export const SUGGESTIONS = [
  suggestion('front-line-defenders', 'Front Line Defenders', [
    'practical-help',
    'emergency-funding',
  ]),
  suggestion('lifeline', 'Lifeline', ['practical-help', 'emergency-funding']),
  suggestion('peace-brigades-international', 'Peace Brigades International', [
    'practical-help',
    'emergency-funding',
    'risk-analysis',
    'security-strategy',
    'training',
  ]),
] as const;

export type SuggestionId = (typeof SUGGESTIONS)[number]['id'];

function suggestion<const Id extends string>(
  id: Id,
  name: string,
  services: readonly OfferedService[],
): { readonly id: Id; readonly name: string; readonly services: readonly OfferedService[] } {
  return { id, name, services };
}

/** What the form of a new organisation of the directory begins with: suggested, or its own. */
export function entryFields(
  empty: ContactFields,
  entry: SuggestionId | 'organisation',
): ContactFields {
  const suggested = SUGGESTIONS.find(({ id }) => id === entry);
  const services = [...(suggested?.services ?? [])];
  return {
    ...empty,
    kind: 'organisation',
    organisationType: 'ngo',
    names: empty.names.map((one, index) =>
      index === 0 && suggested !== undefined ? withText(one, suggested.name) : one,
    ),
    directory: { services, coverage: null, howToReach: null, note: '' },
  };
}

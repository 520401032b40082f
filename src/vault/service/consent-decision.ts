import type { Calls } from '../../shared/contract/contract.ts';
import type { ParsedArgOf } from '../../shared/contract/define.ts';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { consentEventsOf } from '../store/consent-events.ts';
import { findContact } from '../store/contacts.ts';
import type { ConsentPair } from './actions-touched.ts';
import { invalid, notFound, type VaultContext } from './context.ts';

type Decision = ParsedArgOf<Calls['consents']['record']>;
type Refusal = FailureOf<'not-found' | 'invalid-argument'>;

/** Every purpose towards every audience that a decision is about, each once. */
export function pairsOf({ purposes, audiences }: Decision): ConsentPair[] {
  return [...new Set(purposes)].flatMap((purpose) =>
    [...new Set(audiences)].map((audience) => ({ purpose, audience })),
  );
}

/** Why a decision cannot be recorded as it was given; null where it can. */
export function refusesDecision(
  context: VaultContext,
  { contactId, details }: Decision,
): Refusal | null {
  const { store } = context;
  if (findContact(store, contactId) === null) return notFound('contact', contactId).failure;
  if (details.decidedOn > context.today()) {
    return invalid(['details', 'decidedOn'], 'in-the-future').failure;
  }
  const proxyId = details.proxy?.contactId ?? null;
  if (proxyId === contactId) {
    return invalid(['details', 'proxy', 'contactId'], 'same-contact').failure;
  }
  if (proxyId !== null && findContact(store, proxyId) === null) {
    return notFound('contact', proxyId).failure;
  }
  return null;
}

/**
 * Which consent each pair of a decision renews. A renewal names a consent of this contact for the
 * same purpose towards the same audience, is itself a consent, and is not older than what it
 * renews: it says what came after what, so it must be true.
 */
export function renewalsOf(
  { store }: VaultContext,
  decision: Decision,
): Outcome<(pair: ConsentPair) => string | null, Refusal> {
  const { contactId, details, renews } = decision;
  const events = renews.length === 0 ? [] : consentEventsOf(store, [contactId]);
  const pairs = pairsOf(decision);
  const renewed = new Map<string, string>();
  for (const [index, id] of renews.entries()) {
    const event = events.find((one) => one.id === id);
    if (event === undefined) return fail(notFound('consent-event', id).failure);
    const isAnswered = pairs.some((pair) => keyOf(pair) === keyOf(event));
    if (!isAnswered || event.decision !== 'given' || details.decision !== 'given') {
      return invalid(['renews', String(index)], 'not-renewable');
    }
    if (details.decidedOn < event.decidedOn) {
      return invalid(['details', 'decidedOn'], 'before-renewed');
    }
    renewed.set(keyOf(event), id);
  }
  return ok((pair) => renewed.get(keyOf(pair)) ?? null);
}

function keyOf({ purpose, audience }: ConsentPair): string {
  return `${purpose} ${audience}`;
}

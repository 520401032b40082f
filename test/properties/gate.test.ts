import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConsentEvent } from '../../src/shared/model/consent-event.ts';
import { evaluateGate, type GateInput } from '../../src/shared/model/consent-gate.ts';
import { consentStanding } from '../../src/shared/model/live-consent.ts';
import { ACTION_RULES, ACTION_TYPES } from '../../src/shared/model/vocabulary/action.ts';
import { CONSENT_AUDIENCES, CONSENT_PURPOSES } from '../../src/shared/model/vocabulary/consent.ts';
import { consentEvent, contact, uuid } from '../unit/shared/model/records.ts';

const TODAY = '2026-06-10';
const subjects = fc.integer({ min: 1, max: 4 }).map(uuid);
const days = fc.integer({ min: 1, max: 20 }).map((day) => `2026-06-${`${day}`.padStart(2, '0')}`);

/** Many events of few purposes, so that a fair share of the actions pass. */
function input(type: (typeof ACTION_TYPES)[number]): fc.Arbitrary<GateInput> {
  const events: fc.Arbitrary<ConsentEvent[]> = fc
    .array(
      fc.record({
        contactId: subjects,
        purpose: fc.constantFrom(...ACTION_RULES[type].purposes, CONSENT_PURPOSES[0]),
        audience: fc.constantFrom('any' as const, ACTION_RULES[type].defaultAudience),
        decision: fc.constantFrom('given' as const, 'given' as const, 'withdrawn' as const),
        decidedOn: days,
        expiresOn: fc.option(days, { nil: null, freq: 5 }),
      }),
      { maxLength: 12 },
    )
    .map((all) => all.map((change, index) => consentEvent(index + 1, change)));
  return fc.record({
    action: fc.record({
      type: fc.constant(type),
      audience: fc.constantFrom(
        ACTION_RULES[type].defaultAudience,
        ACTION_RULES[type].defaultAudience,
        ...CONSENT_AUDIENCES,
      ),
      subjectIds: fc.array(subjects, { minLength: 1, maxLength: 3 }),
      override: fc.constant(null),
    }),
    contacts: fc.constant(new Map([1, 2, 3].map((number) => [uuid(number), contact(number)]))),
    consentEvents: events,
    today: fc.constant(TODAY),
  });
}
const inputs = fc.constantFrom(...ACTION_TYPES).chain(input);

describe('the gate', () => {
  it('opens exactly when every known subject has a live consent for every purpose', () => {
    fc.assert(
      fc.property(inputs, ({ action, contacts, consentEvents, today }) => {
        const covered = action.subjectIds.every(
          (id) =>
            contacts.has(id) &&
            ACTION_RULES[action.type].purposes.every(
              (purpose) =>
                consentStanding(
                  consentEvents.filter((event) => event.contactId === id),
                  purpose,
                  action.audience,
                  today,
                ).state === 'live',
            ),
        );
        const decision = evaluateGate({ action, contacts, consentEvents, today });
        expect([decision.allowed, decision.gaps.length === 0]).toEqual([covered, covered]);
      }),
      { numRuns: 500 },
    );
  });

  it('never opens by asking for one more subject', () => {
    fc.assert(
      fc.property(inputs, subjects, (given, another) => {
        const wider = {
          ...given,
          action: { ...given.action, subjectIds: [...given.action.subjectIds, another] },
        };
        expect(evaluateGate(wider).allowed && !evaluateGate(given).allowed).toBe(false);
      }),
    );
  });

  it('never opens by a withdrawal', () => {
    fc.assert(
      fc.property(inputs, subjects, days, (given, contactId, decidedOn) => {
        const purpose = ACTION_RULES[given.action.type].purposes[0] ?? 'meet';
        const withdrawal = consentEvent(99, {
          contactId,
          purpose,
          decision: 'withdrawn',
          audience: 'any',
          decidedOn,
        });
        const after = { ...given, consentEvents: [...given.consentEvents, withdrawal] };
        expect(evaluateGate(after).allowed && !evaluateGate(given).allowed).toBe(false);
      }),
    );
  });

  it('relies only on live consents of its subjects', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const relied = evaluateGate(given).consentEventIds.map((id) =>
          given.consentEvents.find((event) => event.id === id),
        );
        const strange = relied.filter(
          (event) =>
            event?.decision !== 'given' || !given.action.subjectIds.includes(event.contactId),
        );
        expect(strange).toEqual([]);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConsentEvent } from '../../src/shared/model/consent-event.ts';
import { evaluateGate, type GateInput } from '../../src/shared/model/consent-gate.ts';
import { consentStanding } from '../../src/shared/model/live-consent.ts';
import {
  ACTION_RULES,
  ACTION_TYPES,
  type ActionType,
} from '../../src/shared/model/vocabulary/action.ts';
import {
  CONSENT_AUDIENCES,
  CONSENT_PURPOSES,
  type ConsentPurpose,
} from '../../src/shared/model/vocabulary/consent.ts';
import { ready } from '../support/particulars.ts';
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
        ...CONSENT_AUDIENCES.map(() => ACTION_RULES[type].defaultAudience),
        ...CONSENT_AUDIENCES,
      ),
      // Mostly one: of several, each has to agree to everything.
      subjectIds: fc.oneof(
        { weight: 3, arbitrary: fc.tuple(subjects) },
        { weight: 1, arbitrary: fc.array(subjects, { minLength: 1, maxLength: 3 }) },
      ),
      particulars: fc.oneof(
        { weight: 1, arbitrary: fc.constant(null) },
        {
          weight: 3,
          arbitrary: fc
            .constantFrom([], [], [1], [2, 4])
            .map((named) => ready(type, named.map(uuid))),
        },
      ),
      override: fc.constant(null),
    }),
    contacts: fc.constant(new Map([1, 2, 3].map((number) => [uuid(number), contact(number)]))),
    consentEvents: events,
    today: fc.constant(TODAY),
  });
}
/** What does not begin without an instruction or a clearance. */
const NEEDS_MORE: readonly ActionType[] = [
  'demarche',
  'public-statement',
  'local-press-release',
  'media-intervention',
  'social-media-post',
];

function namedIn({ particulars }: GateInput['action']): readonly string[] {
  return particulars !== null && 'mayBeNamedIds' in particulars ? particulars.mayBeNamedIds : [];
}

const inputs = fc.constantFrom(...ACTION_TYPES).chain(input);

describe('the gate', () => {
  it('opens exactly when whoever is concerned agreed and nothing is left to fill in', () => {
    let opened = 0;
    fc.assert(
      fc.property(inputs, ({ action, contacts, consentEvents, today }) => {
        const agreed = (id: string, purpose: ConsentPurpose): boolean =>
          contacts.has(id) &&
          consentStanding(
            consentEvents.filter((event) => event.contactId === id),
            purpose,
            action.audience,
            today,
          ).state === 'live';
        const covered =
          action.subjectIds.every((id) =>
            ACTION_RULES[action.type].purposes.every((purpose) => agreed(id, purpose)),
          ) && namedIn(action).every((id) => agreed(id, 'use-of-name'));
        const isReady = action.particulars !== null || !NEEDS_MORE.includes(action.type);
        const decision = evaluateGate({ action, contacts, consentEvents, today });
        if (decision.allowed) opened += 1;
        expect([decision.allowed, decision.gaps.length === 0]).toEqual([
          covered && isReady,
          covered,
        ]);
      }),
      { numRuns: 1_000 },
    );
    expect(opened).toBeGreaterThan(5);
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

  it('relies only on live consents of its subjects and of those it names', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const relied = evaluateGate(given).consentEventIds.map((id) =>
          given.consentEvents.find((event) => event.id === id),
        );
        const strange = relied.filter(
          (event) =>
            event?.decision !== 'given' ||
            ![...given.action.subjectIds, ...namedIn(given.action)].includes(event.contactId),
        );
        expect(strange).toEqual([]);
      }),
    );
  });
});

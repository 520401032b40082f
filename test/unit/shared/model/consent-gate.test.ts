import { describe, expect, it } from 'vitest';
import type { Action, ConsentOverride } from '../../../../src/shared/model/action.ts';
import type { ConsentEvent } from '../../../../src/shared/model/consent-event.ts';
import {
  asksAnew,
  evaluateGate,
  type GateDecision,
  type GatedAction,
} from '../../../../src/shared/model/consent-gate.ts';
import type { Contact } from '../../../../src/shared/model/contact.ts';
import { ACTION_RULES, ACTION_TYPES } from '../../../../src/shared/model/vocabulary/action.ts';
import { CONSENT_PURPOSES } from '../../../../src/shared/model/vocabulary/consent.ts';
import { particularsFrom } from '../../../../src/shared/model/particulars-start.ts';
import { cleared, instructed } from '../../../support/particulars.ts';
import { consentEvent, contact, uuid } from './records.ts';

const OVERRIDE: ConsentOverride = {
  reason: 'Detained this morning; the lawyer asked us to act at once',
  authorisedBy: 'Head of mission',
  defenderUnreachable: true,
  secondName: 'Deputy',
  at: '2026-06-01T08:00:00.000Z',
};

function gate(
  action: Partial<Action>,
  events: readonly ConsentEvent[],
  contacts: readonly Contact[] = [contact(1)],
): GateDecision {
  return evaluateGate({
    action: {
      type: 'private-approach',
      audience: 'authorities',
      subjectIds: [uuid(1)],
      particulars: null,
      override: null,
      ...action,
    },
    contacts: new Map(contacts.map((one) => [one.id, one])),
    consentEvents: events,
    today: '2026-06-01',
  });
}

describe('the paper: "consult with Human Rights Defenders … before taking any action"', () => {
  it('asks the consent of the defender before every type of action of the paper', () => {
    const passed = ACTION_TYPES.filter(
      (type) => gate({ type, audience: ACTION_RULES[type].defaultAudience }, []).allowed,
    );
    expect(passed).toEqual([]);
  });

  it('takes the word of "those close to them if their situation prevents them from being contacted"', () => {
    const byProxy = consentEvent(7, {
      givenBy: 'proxy',
      proxy: {
        ...{ contactId: null, name: 'A sister', relation: 'family' },
        ...{ reachedHow: 'In person, at home', whyNotSelf: 'Held incommunicado' },
      },
    });
    expect([gate({}, [byProxy]).via, gate({}, [byProxy]).consentEventIds]).toEqual([
      'consent',
      [uuid(7)],
    ]);
  });

  it('holds "consultation … prior to any profile-raising activity" essential: consent to meet is none', () => {
    const toMeet = consentEvent(7, { purpose: 'meet', audience: 'any' });
    const raised = ACTION_TYPES.filter(
      (type) =>
        ACTION_RULES[type].profileRaising &&
        !ACTION_RULES[type].purposes.includes('meet') &&
        gate({ type, audience: ACTION_RULES[type].defaultAudience }, [toMeet]).allowed,
    );
    expect(raised).toEqual([]);
  });
});

describe('domain.md "No action leaves planned without a live consent"', () => {
  it('lets an action pass on a live consent and names the event it relies on', () => {
    expect(gate({}, [consentEvent(7)])).toEqual({
      allowed: true,
      via: 'consent',
      consentEventIds: [uuid(7)],
      gaps: [],
      notReady: null,
    });
  });

  it('stops an action nobody was asked about and says whose consent is missing', () => {
    expect(gate({}, [])).toEqual({
      allowed: false,
      via: null,
      consentEventIds: [],
      gaps: [
        {
          contactId: uuid(1),
          contactLabel: 'Contact 1',
          purpose: 'private-approach',
          audience: 'authorities',
          why: 'never-asked',
        },
      ],
      notReady: null,
    });
  });

  it('asks for every purpose of the type: a public statement also needs the use of the name', () => {
    const onlyStatement = consentEvent(1, { purpose: 'public-statement', audience: 'public' });
    const decision = gate({ type: 'public-statement', audience: 'public' }, [onlyStatement]);
    expect([decision.allowed, decision.gaps.map((gap) => gap.purpose)]).toEqual([
      false,
      ['use-of-name'],
    ]);
  });

  it("asks for the consent of every subject, and takes nobody's consent for another", () => {
    const decision = gate(
      { subjectIds: [uuid(1), uuid(2)] },
      [consentEvent(7)],
      [contact(1), contact(2)],
    );
    expect([decision.allowed, decision.gaps.map((gap) => gap.contactId)]).toEqual([
      false,
      [uuid(2)],
    ]);
  });

  it('asks about a subject once, though it is named twice', () => {
    expect(gate({ subjectIds: [uuid(1), uuid(1)] }, []).gaps).toHaveLength(1);
  });

  it('lets an action that concerns nobody pass', () => {
    expect(gate({ subjectIds: [] }, [])).toEqual({
      allowed: true,
      via: 'no-subject',
      consentEventIds: [],
      gaps: [],
      notReady: null,
    });
  });

  it('has a rule with at least one purpose for every type of action', () => {
    const bare = ACTION_TYPES.filter((type) => ACTION_RULES[type].purposes.length === 0);
    expect(bare).toEqual([]);
  });
});

describe('domain.md "The only way past is an override"', () => {
  it('lets an override stand in for a missing consent and still lists the gap', () => {
    const decision = gate({ override: OVERRIDE }, []);
    expect([decision.allowed, decision.via, decision.gaps.length]).toEqual([true, 'override', 1]);
  });

  it('rests on the consent where there is one, even with an override at hand', () => {
    expect(gate({ override: OVERRIDE }, [consentEvent(7)]).via).toBe('consent');
  });

  it('never lets an override stand in for a subject that does not exist', () => {
    const decision = gate({ override: OVERRIDE }, [], []);
    expect([decision.allowed, decision.gaps.map((gap) => gap.why)]).toEqual([
      false,
      ['unknown-contact'],
    ]);
  });
});

describe('the paper: "a formal demarche on instructions from London"', () => {
  const consent = consentEvent(7, { purpose: 'formal-demarche' });
  it('does not begin before the instruction is there: its reference, its date and the text', () => {
    const of = (particulars: Action['particulars']): unknown[] => {
      const { allowed, via, notReady } = gate({ type: 'demarche', particulars }, [consent]);
      return [allowed, via, notReady];
    };
    expect([of(null), of({ ...instructed(), textFromCapital: '  ' }), of(instructed())]).toEqual([
      [false, 'consent', 'no-instruction'],
      [false, 'consent', 'no-instruction'],
      [true, 'consent', null],
    ]);
  });

  it('is not begun on an override either: that stands in for consents only', () => {
    const { allowed, via } = gate({ type: 'demarche', override: OVERRIDE }, []);
    expect([allowed, via]).toEqual([false, 'override']);
  });
});

describe('the paper: "Issuing public statements; declarations; press releases … media interventions"', () => {
  const post = { type: 'social-media-post', audience: 'public' } as const;
  const agreed = (who: number): ConsentEvent[] =>
    (['social-media', 'use-of-name'] as const).map((purpose, index) =>
      consentEvent(who * 10 + index, {
        contactId: uuid(who),
        purpose,
        audience: 'public',
      }),
    );

  it('says nothing before somebody cleared the text, on a day', () => {
    const of = (particulars: Action['particulars']): unknown => {
      const { allowed, notReady } = gate({ ...post, particulars }, agreed(1));
      return [allowed, notReady];
    };
    expect([
      of(null),
      of({ ...cleared('social-media-post'), clearedOn: null }),
      of(cleared('social-media-post')),
    ]).toEqual([
      [false, 'not-cleared'],
      [false, 'not-cleared'],
      [true, null],
    ]);
  });

  it('names nobody who has not agreed to the use of their name, subject of it or not', () => {
    const named = { ...cleared('social-media-post'), mayBeNamedIds: [uuid(1), uuid(2)] };
    const decision = (events: ConsentEvent[], contacts: Contact[]) =>
      gate({ ...post, particulars: named }, events, contacts);
    const both = [contact(1), contact(2)];
    expect([
      decision(agreed(1), both).gaps.map((gap) => [gap.contactId, gap.purpose, gap.audience]),
      decision(agreed(1), [contact(1)]).gaps.map((gap) => gap.why),
      decision([...agreed(1), ...agreed(2).slice(1)], both).allowed,
    ]).toEqual([[[uuid(2), 'use-of-name', 'public']], ['unknown-contact'], true]);
  });
});

describe('an organisation that takes part', () => {
  const asked = (organisation: Contact): unknown[] => {
    const particulars = particularsFrom('capacity-building', { organisationId: uuid(2) });
    const consent = consentEvent(7, { purpose: 'referral', audience: 'ngo' });
    const action = { type: 'capacity-building', audience: 'ngo', particulars } as const;
    const decision = gate(action, [consent], [contact(1), organisation]);
    return [decision.allowed, ...decision.gaps.map((gap) => gap.why)];
  };
  it('is asked for no consent of its own, but exists still and acts peacefully', () => {
    const finding = { assessedBy: null, assessedOn: '2026-05-01', ground: 'Called for violence' };
    expect([
      asked(contact(2)),
      asked(contact(2, { dissolvedOn: '2026-05-31' })),
      asked(contact(2, { peacefulMeans: { ...finding, status: 'not-met' } })),
    ]).toEqual([[true], [false, 'dissolved'], [false, 'peaceful-means-not-met']]);
  });
});

describe('what is asked anew of an action under way', () => {
  const demarche = (change: Partial<GatedAction> = {}): GatedAction => ({
    ...{ type: 'demarche', audience: 'authorities', subjectIds: [uuid(1)], override: null },
    particulars: instructed(),
    ...change,
  });
  it('is what the gate was not asked, and not the rest of what is written', () => {
    const response = { ...instructed(), response: 'They will look into it.' };
    const taken = { ...instructed(), instructionReference: null };
    expect([
      asksAnew(demarche(), demarche({ particulars: response })),
      asksAnew(demarche({ particulars: taken }), demarche()),
      asksAnew(demarche(), demarche({ particulars: taken })),
      asksAnew(demarche(), demarche({ audience: 'public' })),
      asksAnew(demarche(), demarche({ subjectIds: [uuid(1), uuid(2)] })),
    ]).toEqual([false, false, true, true, true]);
  });

  it('is everyone newly named', () => {
    const post = (...mayBeNamedIds: string[]): GatedAction =>
      demarche({
        type: 'social-media-post',
        particulars: { ...cleared('social-media-post'), mayBeNamedIds },
      });
    expect([asksAnew(post(), post(uuid(2))), asksAnew(post(uuid(2)), post(uuid(2)))]).toEqual([
      true,
      false,
    ]);
  });
});

describe('the paper: those "who use or advocate the use of violence are not considered" defenders', () => {
  const finding = { assessedBy: null, assessedOn: '2026-05-01', ground: 'Called for violence' };
  const violent = contact(1, { peacefulMeans: { ...finding, status: 'not-met' } });

  it('stops an action for a contact that does not meet it, whatever was agreed or overridden', () => {
    const decision = gate({ override: OVERRIDE }, [consentEvent(7)], [violent]);
    expect([decision.allowed, decision.gaps.map((gap) => gap.why)]).toEqual([
      false,
      ['peaceful-means-not-met'],
    ]);
  });

  it('stops every type of supporting action for such a contact', () => {
    const agreed = CONSENT_PURPOSES.map((purpose, index) =>
      consentEvent(index + 1, { purpose, audience: 'any' }),
    );
    const passed = ACTION_TYPES.filter(
      (type) => gate({ type, audience: 'any', override: OVERRIDE }, agreed, [violent]).allowed,
    );
    expect(passed).toEqual([]);
  });

  it('does not stop an action while the assessment is under review or not made', () => {
    const statuses = (['not-assessed', 'under-review', 'met'] as const).map(
      (status) =>
        gate({}, [consentEvent(7)], [contact(1, { peacefulMeans: { ...finding, status } })])
          .allowed,
    );
    expect(statuses).toEqual([true, true, true]);
  });

  it('stops an action for an organisation from the day it ceased to exist', () => {
    const on = (dissolvedOn: string) =>
      gate({}, [consentEvent(7)], [contact(1, { kind: 'organisation', dissolvedOn })]).allowed;
    expect([on('2026-06-01'), on('2026-06-02')]).toEqual([false, true]);
  });
});

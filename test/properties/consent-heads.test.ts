import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConsentEvent } from '../../src/shared/model/consent-event.ts';
import { evaluateGate } from '../../src/shared/model/consent-gate.ts';
import {
  consentStanding,
  isDisputed,
  type ConsentStanding,
} from '../../src/shared/model/live-consent.ts';
import type { ConsentAudience } from '../../src/shared/model/vocabulary/consent.ts';
import { writeChangeSet } from '../../src/vault/db/change-log.ts';
import type { WriteStore } from '../../src/vault/db/store.ts';
import { askGate } from '../../src/vault/service/action-gate.ts';
import { consentsDueBy } from '../../src/vault/service/consents-due.ts';
import { holdingStandings } from '../../src/vault/store/consent-events.ts';
import { decisions, histories, recordedIn, type History } from '../support/consent-vaults.ts';
import { contact, uuid } from '../unit/shared/model/records.ts';
import { context, makeFixture, type Fixture } from '../unit/vault/db/store-fixture.ts';

const TODAY = '2026-06-10';
const STRICTNESS = {
  withdrawn: 5,
  refused: 4,
  expired: 3,
  'not-yet-in-force': 2,
  live: 1,
  'wrong-audience': 0,
  'never-asked': 0,
} as const satisfies Record<ConsentStanding['state'], number>;

const audiences = fc.constantFrom<ConsentAudience[]>('authorities', 'own-mission', 'any');

function standing(
  events: Iterable<ConsentEvent>,
  audience: ConsentAudience = 'authorities',
): ConsentStanding {
  return consentStanding([...events], 'private-approach', audience, TODAY);
}

const isLaterThan = (a: ConsentEvent, b: ConsentEvent): boolean =>
  a.decidedOn !== b.decidedOn
    ? a.decidedOn > b.decidedOn
    : [a, b].sort((x, y) => strictnessOnADay(y) - strictnessOnADay(x) || endsFirst(x, y))[0] === a;
const strictnessOnADay = ({ decision }: ConsentEvent): number =>
  ['given', 'refused', 'withdrawn'].indexOf(decision);
const endsFirst = (a: ConsentEvent, b: ConsentEvent): number =>
  (a.expiresOn ?? '9') === (b.expiresOn ?? '9')
    ? Number(a.id > b.id) - 0.5
    : Number((a.expiresOn ?? '9') > (b.expiresOn ?? '9')) - 0.5;

/** The rule said with the whole of what was known, not with the links that are kept of it. */
function headsByKnowledge({ all, knew }: History, audience: ConsentAudience): string[] {
  const speaking = all.filter(
    (event) =>
      event.purpose === 'private-approach' &&
      (event.audience === audience || event.audience === 'any'),
  );
  const knows = (event: ConsentEvent, other: ConsentEvent): boolean =>
    knew.get(event.id)?.has(other.id) === true;
  const isNew = speaking.filter(
    (event) => !speaking.some((other) => knows(event, other) && isLaterThan(other, event)),
  );
  return isNew
    .filter((event) => !isNew.some((other) => knows(other, event)))
    .map((event) => event.id)
    .sort();
}

describe('decisions of several vaults', () => {
  it('count as the whole of what each vault knew says, though only the newest are named', () => {
    let several = 0;
    fc.assert(
      fc.property(histories, audiences, (history, audience) => {
        const { heads } = standing(history.all, audience);
        if (heads.length > 1) several += 1;
        expect(heads.map(({ id }) => id).sort()).toEqual(headsByKnowledge(history, audience));
      }),
      { numRuns: 1_000 },
    );
    expect(several).toBeGreaterThan(50);
  });

  it('come to nothing looser than where any vault stood, but by a decision that knew of it', () => {
    let disputes = 0;
    fc.assert(
      fc.property(histories, audiences, ({ vaults, all, knew }, audience) => {
        const merged = standing(all, audience);
        if (isDisputed(merged)) disputes += 1;
        for (const vault of vaults) {
          const before = standing(vault.values(), audience);
          if (before.event === null) continue;
          const { id } = before.event;
          const answered = all.some(
            (event) =>
              !vault.has(event.id) &&
              event.decidedOn >= (before.event?.decidedOn ?? '') &&
              knew.get(event.id)?.has(id),
          );
          const isLooser = STRICTNESS[merged.state] < STRICTNESS[before.state];
          expect({ before, merged, isLooser: isLooser && !answered }).toMatchObject({
            isLooser: false,
          });
        }
      }),
      { numRuns: 1_000 },
    );
    expect(disputes).toBeGreaterThan(50);
  });

  it('come to the same in whatever order they arrive, and again', () => {
    const shuffled = histories.chain(({ all }) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        const once = new Map(other.map((event) => [event.id, event])).values();
        const { state, event, heads } = standing(once);
        const ids = heads.map(({ id }) => id).sort();
        const expected = standing(all);
        expect([state, event, ids]).toEqual([
          expected.state,
          expected.event,
          expected.heads.map(({ id }) => id).sort(),
        ]);
      }),
    );
  });

  it('are settled by what is recorded later in knowledge of all of them', () => {
    fc.assert(
      fc.property(histories, decisions, ({ all }, change) => {
        const known = new Map(all.map((event) => [event.id, event]));
        const asked = { ...change, purpose: 'private-approach', audience: 'authorities' } as const;
        const answer = recordedIn(known, 999, {
          ...asked,
          decidedOn: '2026-06-21',
          expiresOn: null,
        });
        expect(standing([...all, answer]).heads).toEqual([answer]);
      }),
    );
  });

  it('never open by a no, whenever it was said and whatever was known of', () => {
    fc.assert(
      fc.property(
        histories,
        decisions,
        fc.constantFrom('refused' as const, 'withdrawn' as const),
        fc.nat({ max: 3 }),
        ({ vaults, all }, change, decision, at) => {
          const no = recordedIn(vaults[at] ?? new Map(), 999, {
            ...{ ...change, purpose: 'private-approach', decision, expiresOn: null },
          });
          const opened = standing(all).state !== 'live' && standing([...all, no]).state === 'live';
          expect(opened).toBe(false);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('the store', () => {
  let fixture: Fixture;
  let store: WriteStore;
  let people = 0;
  beforeAll(() => {
    fixture = makeFixture();
    store = fixture.create();
  });
  afterAll(() => {
    fixture.dispose();
  });

  /** Another contact with these decisions, in the store. */
  function put(all: readonly ConsentEvent[]): { id: string; events: ConsentEvent[] } {
    people += 1;
    const { id, ...fields } = contact(people * 1_000);
    const moved = new Map(all.map((event, index) => [event.id, uuid(people * 1_000 + index + 1)]));
    const events = all.map((event) => ({
      ...event,
      id: moved.get(event.id) ?? '',
      contactId: id,
      supersedes: (event.supersedes ?? []).map((named) => moved.get(named) ?? ''),
    }));
    writeChangeSet(store, context('create'), (writer) => {
      writer.create('contact', fields, id);
      for (const { id: eventId, ...event } of events)
        writer.create('consent-event', event, eventId);
    });
    return { id, events };
  }

  it('answers the gate, the list of contacts and what is due as the model does', () => {
    let disputes = 0;
    fc.assert(
      fc.property(histories, ({ all }) => {
        const { id, events } = put(all);
        const action = {
          ...{ type: 'private-approach' as const, audience: 'authorities' as const },
          ...{ subjectIds: [id], particulars: null, override: null },
        };
        const contacts = new Map([
          [id, { ...contact(0), id, names: contact(people * 1_000).names }],
        ]);
        const expected = evaluateGate({ action, contacts, consentEvents: events, today: TODAY });
        expect(askGate(store, action, TODAY)).toEqual(expected);

        const held = consentStanding(events, 'hold-record', 'own-mission', TODAY);
        expect(holdingStandings(store, [id], TODAY).get(id) ?? 'never-asked').toBe(
          held.state === 'wrong-audience' ? 'never-asked' : held.state,
        );

        const disputed = (['private-approach', 'hold-record'] as const).flatMap((purpose) =>
          (['any', 'own-mission', 'authorities'] as const)
            .filter((audience) =>
              events.some((event) => event.purpose === purpose && event.audience === audience),
            )
            .filter((audience) => isDisputed(consentStanding(events, purpose, audience, TODAY)))
            .map((audience) => `${purpose} ${audience}`),
        );
        const due = consentsDueBy(store, '2026-05-01').filter(({ contactId }) => contactId === id);
        disputes += due.length;
        expect(due.map(({ purpose, audience }) => `${purpose} ${audience}`).sort()).toEqual(
          disputed.sort(),
        );
        expect(due.every(({ why, decision }) => why === 'disputed' && decision !== 'given')).toBe(
          true,
        );
      }),
      { numRuns: 60 },
    );
    expect(disputes).toBeGreaterThan(10);
  }, 120_000);
});

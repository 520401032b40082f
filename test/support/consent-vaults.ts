import fc from 'fast-check';
import { knownHeads } from '../../src/shared/model/consent-heads.ts';
import type { ConsentEvent } from '../../src/shared/model/consent-event.ts';
import type { ConsentAudience, ConsentPurpose } from '../../src/shared/model/vocabulary/consent.ts';
import { consentEvent } from '../unit/shared/model/records.ts';

/** A day of June 2026. */
export const juneDays = fc
  .integer({ min: 1, max: 20 })
  .map((day) => `2026-06-${`${day}`.padStart(2, '0')}`);

/** What one vault knows: decisions, in no order. */
export type Knowledge = ReadonlyMap<string, ConsentEvent>;

export interface History {
  /** What each vault knows at the end. */
  readonly vaults: readonly Knowledge[];
  readonly all: readonly ConsentEvent[];
  /** By a decision's id, the ids of all that its vault knew when it was recorded. */
  readonly knew: ReadonlyMap<string, ReadonlySet<string>>;
}

type Step =
  | { readonly do: 'tell'; readonly from: number; readonly to: number }
  | { readonly do: 'record'; readonly at: number; readonly change: Partial<ConsentEvent> };

const VAULTS = 4;
const vault = fc.nat({ max: VAULTS - 1 });

/** What may be decided: few purposes and audiences, so that decisions meet. */
export const decisions = fc
  .record({
    purpose: fc.constantFrom<ConsentPurpose[]>(
      'private-approach',
      'private-approach',
      'hold-record',
    ),
    audience: fc.constantFrom<ConsentAudience[]>(
      'any',
      'authorities',
      'authorities',
      'own-mission',
    ),
    decision: fc.constantFrom<ConsentEvent['decision'][]>('given', 'given', 'refused', 'withdrawn'),
    decidedOn: juneDays,
    lastDay: fc.option(juneDays, { nil: null, freq: 3 }),
  })
  .map(({ lastDay, ...rest }) => ({
    ...rest,
    expiresOn: lastDay !== null && lastDay < rest.decidedOn ? rest.decidedOn : lastDay,
  }));

/** Vaults that record decisions of one contact and at times tell each other all that they know. */
export const histories: fc.Arbitrary<History> = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({ do: fc.constant('record'), at: vault, change: decisions }),
      },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('tell'), from: vault, to: vault }) },
    ) as fc.Arbitrary<Step>,
    { maxLength: 24 },
  )
  .map(play);

function play(steps: readonly Step[]): History {
  const vaults = Array.from({ length: VAULTS }, () => new Map<string, ConsentEvent>());
  const knew = new Map<string, ReadonlySet<string>>();
  const all: ConsentEvent[] = [];
  for (const step of steps) {
    if (step.do === 'tell') {
      for (const [id, event] of vaults[step.from] ?? []) vaults[step.to]?.set(id, event);
      continue;
    }
    const here = vaults[step.at] ?? new Map<string, ConsentEvent>();
    const event = recordedIn(here, all.length + 1, step.change);
    knew.set(event.id, new Set(here.keys()));
    here.set(event.id, event);
    all.push(event);
  }
  return { vaults, all, knew };
}

/** A decision as a vault records it: in knowledge of what is known there. */
export function recordedIn(
  known: Knowledge,
  number: number,
  change: Partial<ConsentEvent>,
): ConsentEvent {
  const event = consentEvent(number, change);
  const supersedes = knownHeads([...known.values()], event.purpose, event.audience);
  return { ...event, supersedes };
}

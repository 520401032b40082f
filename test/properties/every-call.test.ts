import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callOf } from '../../src/shared/contract/call-of.ts';
import { callChannels } from '../../src/shared/contract/client.ts';
import { lastSequence } from '../../src/vault/db/history.ts';
import { verifyChain } from '../../src/vault/db/verify.ts';
import { CALL_KINDS } from '../support/call-kinds.ts';
import { GateWatch } from '../support/gate-watch.ts';
import { argumentsOf, resolved } from '../support/random-argument.ts';
import { Neighbour } from '../support/neighbour.ts';
import { RecordPool } from '../support/record-pool.ts';
import { beginPortfolio } from '../support/begun-portfolio.ts';
import { giveCard } from '../support/handover.ts';
import { openVaultOf, type VaultHere } from '../support/vault-here.ts';

/*
 * Every call of the contract, in random histories, undo and bundles from another vault among them:
 * no path brings an action under way, lets a record leave or counts a person without the consent
 * that it needs, or an override that is listed. Calls are taken from the contract and their
 * arguments drawn from its schemas, so that a new call is driven without being written here; it
 * only has to be named in call-kinds.ts. What may be is worked out in gate-watch.ts from the stored
 * decisions alone.
 */

const OWN = 'Olga Own';

const FAVOURITES = {
  type: ['private-approach', 'senior-approach', 'special-procedures'],
  purposes: ['private-approach', 'share-with-un', 'share-inside-mission', 'hold-record'],
  audiences: ['authorities', 'any', 'un', 'other-posts'],
  audience: ['authorities', 'un', 'other-posts'],
  status: ['in-progress', 'done', 'planned'],
  decision: ['withdrawn', 'given'],
  state: ['active', 'open'],
};

const ofVault = callChannels().filter((channel) => callOf(channel)?.answeredBy === 'vault');
const kindOf = (kind: string) => ofVault.filter((channel) => CALL_KINDS[channel] === kind);
const mutating = kindOf('mutating');
const reading = kindOf('reading');
/** What the gate is about is taken more often. */
const AT_THE_GATE = [
  ...(['actions.move', 'consents.record', 'history.undo', 'actions.save'] as const),
  ...(['bundles.export', 'bundles.apply'] as const),
];

interface Step {
  readonly channel: (typeof ofVault)[number];
  readonly arg: unknown;
}
const stepOf = (channel: (typeof ofVault)[number]): fc.Arbitrary<Step> => {
  const call = callOf(channel);
  if (call === null) throw new Error(`not in the contract: ${channel}`);
  return argumentsOf(call, FAVOURITES).map((arg) => ({ channel, arg }));
};
const history = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.oneof(...mutating.map(stepOf)) },
    { weight: 6, arbitrary: fc.oneof(...AT_THE_GATE.map(stepOf)) },
    { weight: 1, arbitrary: fc.oneof(...reading.map(stepOf)) },
  ),
  { minLength: 60, maxLength: 60, size: 'max' },
);

let neighbour: Neighbour;
beforeAll(async () => {
  neighbour = await Neighbour.make(OWN);
}, 120_000);
afterAll(() => {
  neighbour.dispose();
});

it('every call of the vault says whether it changes records', () => {
  expect(Object.keys(CALL_KINDS).sort()).toEqual([...ofVault].sort());
});

it('no history of calls reaches an action, an export or a statistic without consent or a listed override', async () => {
  const happened = new Happened();
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const run = await Run.begin(happened);
      try {
        for (const step of steps) await run.take(step);
        expect(verifyChain(run.vault.store).intact).toBe(true);
        expect(run.vault.log).toEqual([]);
      } finally {
        run.vault.dispose();
      }
    }),
    { numRuns: 8, endOnFailure: true },
  );
  // What no history came to is tried on until it happens: unreached, it proves nothing.
  const atTheGate = fc.oneof(...AT_THE_GATE.map(stepOf));
  for (const what of [...mutating, ...AT_LEAST_ONCE]) {
    const isCall = mutating.some((channel) => channel === what);
    if (!happened.has(what))
      await tryUntil(happened, what, isCall ? stepOf(what as Step['channel']) : atTheGate);
  }
  expect([...mutating, ...AT_LEAST_ONCE].filter((what) => !happened.has(what))).toEqual([]);
}, 600_000);

/** The property is not kept by nothing ever happening. */
const AT_LEAST_ONCE = ['under way', 'overridden', 'refused', 'exported'] as const;

/** What came to pass in any run: calls that were answered, and what the gate is about. */
class Happened {
  readonly #counts = new Map<string, number>();

  add(what: string, times = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + times);
  }

  has(what: string): boolean {
    return (this.#counts.get(what) ?? 0) > 0;
  }
}

/** In a vault of its own, where no other call has taken away what it is about. */
async function tryUntil(
  happened: Happened,
  what: string,
  steps: fc.Arbitrary<Step>,
): Promise<void> {
  const run = await Run.begin(happened);
  try {
    for (const step of fc.sample(steps, 400)) {
      if (happened.has(what)) break;
      await run.take(step);
    }
  } finally {
    run.vault.dispose();
  }
}

/** Takes steps on one vault, looks after each at what must not be, and notes what happened. */
class Run {
  readonly vault: VaultHere;
  readonly #pool: RecordPool;
  readonly #watch: GateWatch;
  readonly #happened: Happened;

  private constructor(vault: VaultHere, happened: Happened) {
    this.vault = vault;
    this.#pool = new RecordPool(vault.store);
    this.#watch = new GateWatch(vault);
    this.#happened = happened;
  }

  static async begin(happened: Happened): Promise<Run> {
    const vault = await openVaultOf(OWN);
    await beginPortfolio(vault);
    await giveCard(neighbour.vault, vault);
    return new Run(vault, happened);
  }

  async take(step: Step): Promise<void> {
    const { channel } = step;
    const named = resolved(step.arg, (pick) => this.#pool.idFor(channel, pick));
    const whole = await neighbour.fill(this.vault, channel, named);
    const before = lastSequence(this.vault.store);
    const outcome = await this.vault.invoke(channel, whole);
    if (CALL_KINDS[channel] === 'reading') {
      expect({ channel, changed: lastSequence(this.vault.store) - before }).toEqual({
        channel,
        changed: 0,
      });
    }
    const found = await this.#watch.look(channel === 'bundles.apply');
    expect({ step, wrong: found.wrong }).toEqual({ step, wrong: [] });
    if (outcome.ok) this.#happened.add(channel);
    else if (outcome.failure.kind === 'consent-missing') this.#happened.add('refused');
    this.#happened.add('under way', found.underWay);
    this.#happened.add('overridden', found.overridden);
    this.#happened.add('exported', found.exported);
  }
}

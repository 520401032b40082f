import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Failure } from '../../../../src/shared/contract/failure.ts';
import type { ConsentEvent } from '../../../../src/shared/model/consent-event.ts';
import { consentEventsOf } from '../../../../src/vault/store/consent-events.ts';
import { v7 as uuidv7 } from 'uuid';
import { dumpOf } from '../../../support/dump.ts';
import { giveCard, open, receive, send } from '../../../support/handover.ts';
import { forge, making, setBy } from '../../../support/hostile.ts';
import { addTraveller, consentArg, failureIn, valueOf } from '../../../support/records.ts';
import { openVaultOf, type VaultHere } from '../../../support/vault-here.ts';

/** Two posts that both know Amina, and hear from her without hearing of each other. */
let one: VaultHere;
let other: VaultHere;
let amina: string;
let oneAtOther: string;
let otherAtOne: string;

beforeEach(async () => {
  one = await openVaultOf('Ona One');
  other = await openVaultOf('Otto Other');
  oneAtOther = await giveCard(one, other);
  otherAtOne = await giveCard(other, one);
  amina = await addTraveller(one, 'Amina');
  await tell(one, other);
});
afterEach(() => {
  one.dispose();
  other.dispose();
});

async function tell(from: VaultHere, to: VaultHere): Promise<void> {
  const recipientId = from === one ? otherAtOne : oneAtOther;
  const { path } = await send(from, { contactIds: [amina], recipientId });
  await receive(to, path);
}

async function says(
  vault: VaultHere,
  decision: ConsentEvent['decision'],
  decidedOn: string,
): Promise<string> {
  const arg = consentArg(amina, ['use-of-name'], ['public'], { decision, decidedOn });
  return valueOf(await vault.ask.consents.record(arg)).ids[0] ?? '';
}

async function standsAt(vault: VaultHere): Promise<unknown[]> {
  const { standing } = valueOf(await vault.ask.consents.ofContact({ contactId: amina }));
  return standing
    .filter(({ purpose }) => purpose === 'use-of-name')
    .map(({ state, disputed, heads }) => [state, disputed, heads.length]);
}

async function dueAt(vault: VaultHere): Promise<unknown[]> {
  const due = valueOf(await vault.ask.consents.dueForReview({ until: '2026-12-24' }));
  return due.map(({ purpose, audience, why, on }) => [purpose, audience, why, on]);
}

describe('what two posts heard', () => {
  it('stands at the stricter in both, and is due, until somebody asks again', async () => {
    await says(one, 'given', '2026-11-05');
    await says(other, 'withdrawn', '2026-11-02');
    await tell(one, other);
    await tell(other, one);
    const disputed = [['withdrawn', true, 2]];
    expect([await standsAt(one), await standsAt(other)]).toEqual([disputed, disputed]);
    const due = [['use-of-name', 'public', 'disputed', '2026-11-05']];
    expect([await dueAt(one), await dueAt(other)]).toEqual([due, due]);

    await says(other, 'given', '2026-11-20');
    await tell(other, one);
    const settled = [['live', false, 1]];
    expect([await standsAt(one), await standsAt(other)]).toEqual([settled, settled]);
    expect([await dueAt(one), await dueAt(other)]).toEqual([[], []]);
  });

  it('of which one knew the other is no disagreement, on whatever way they come back', async () => {
    await says(other, 'withdrawn', '2026-11-02');
    await tell(other, one);
    await says(one, 'given', '2026-11-05');
    await tell(one, other);
    expect([await standsAt(one), await standsAt(other)]).toEqual([
      [['live', false, 1]],
      [['live', false, 1]],
    ]);
  });

  it('is no disagreement where both heard the same', async () => {
    await says(one, 'refused', '2026-11-05');
    await says(other, 'withdrawn', '2026-11-02');
    await tell(one, other);
    expect([await standsAt(other), await dueAt(other)]).toEqual([[['withdrawn', false, 2]], []]);
  });
});

describe('a decision that was recorded by mistake and taken back', () => {
  it('does not keep the post that was told of it from taking in what comes later', async () => {
    await says(one, 'given', '2026-11-05');
    await tell(one, other);
    const wrong = await says(one, 'withdrawn', '2026-11-06');
    await tell(one, other);
    const sets = valueOf(await one.ask.history.ofRecord({ type: 'consent-event', id: wrong }));
    valueOf(await one.ask.history.undo({ changeSetId: sets[0]?.id ?? '' }));
    await says(one, 'given', '2026-11-07');
    await tell(one, other);
    expect(await standsAt(one)).toEqual([['live', false, 1]]);
    expect(await standsAt(other)).toEqual([['withdrawn', true, 2]]);
  });
});

describe('a bundle cannot claim that a decision was made', () => {
  /** A consent by the other officer, in knowledge of these. */
  async function refusedFor(supersedes: readonly string[], inMs = 0): Promise<Failure> {
    const [like] = consentEventsOf(other.store, [amina]);
    const { id: _, ...fields } = { ...like, purpose: 'use-of-name', audience: 'public' };
    const given = { ...fields, decidedOn: '2026-11-20', supersedes };
    const changes = making('consent-event', uuidv7(), given);
    const before = dumpOf(one.store);
    const opened = await open(
      one,
      await forge(other, one, { changeSets: [setBy(other, changes, { inMs })] }),
    );
    const failure = opened.ok
      ? failureIn(await one.ask.bundles.apply({ importId: opened.value.importId }))
      : opened.failure;
    expect(dumpOf(one.store)).toEqual(before);
    return failure;
  }

  it('in knowledge of a withdrawal that never left this vault', async () => {
    const withdrawn = await says(one, 'withdrawn', '2026-11-02');
    expect(await refusedFor([withdrawn])).toEqual({
      ...{ kind: 'bundle-malformed', rule: 'knows-what-was-never-sent' },
    });
  });

  it('in knowledge of one that is dated after it', async () => {
    const withdrawn = await says(one, 'withdrawn', '2026-11-02');
    await tell(one, other);
    expect(await refusedFor([withdrawn], -3_600_000)).toEqual({
      ...{ kind: 'bundle-malformed', rule: 'knows-what-came-later' },
    });
  });
});

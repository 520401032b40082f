import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import type { OfficerView } from '../../../../src/shared/contract/officers.ts';
import {
  cardKeys,
  serialiseOfficerCard,
  type OfficerCard,
} from '../../../../src/vault/keys/officer-card.ts';
import {
  generateOfficerIdentity,
  type OfficerIdentity,
} from '../../../../src/vault/keys/officer-identity.ts';
import { senderTrust } from '../../../../src/vault/service/sender-trust.ts';
import { findOfficer } from '../../../../src/vault/store/officers.ts';
import { cardOf, succeeded } from '../../../support/officers-of.ts';
import { verifyOfficer } from '../../../support/verified.ts';
import { failureIn, valueOf } from './records.ts';
import { makeVault, type Vault } from './vault-fixture.ts';

/*
 * One officer, Ann, whose first keys this vault holds, and everybody who comes with a card that says
 * it is hers.
 */
let first: OfficerIdentity;
let second: OfficerIdentity;
let third: OfficerIdentity;
let afterLoss: OfficerIdentity;
/** Ann's identifier, keys of her own: what anybody can make who has seen a card of Ann's. */
let mallory: OfficerIdentity;
/** Made with Ann's first signing key, by somebody who has it. */
let thief: OfficerIdentity;
/** The same with her second. */
let twin: OfficerIdentity;
/** Keys that Ann made without the old ones, as after a rescue. */
let anew: OfficerIdentity;
beforeAll(async () => {
  first = await generateOfficerIdentity();
  second = await succeeded(first, '2026-10-01', 'post-change');
  third = await succeeded(second, '2026-11-01');
  afterLoss = await succeeded(second, '2026-11-02', 'suspected-loss');
  mallory = { ...(await generateOfficerIdentity()), officerId: first.officerId };
  thief = await succeeded(first, '2026-10-20');
  twin = await succeeded(second, '2026-11-03');
  anew = { ...(await generateOfficerIdentity()), officerId: first.officerId };
});

const vaults: Vault[] = [];
afterAll(() => {
  for (const vault of vaults) vault.dispose();
});

/** What the vault of a colleague holds of Ann after these steps, with the effect of each card. */
async function after(...steps: (OfficerCard | 'verify' | 'verify-other' | 'revoke' | 'drop')[]) {
  const vault = await makeVault();
  vaults.push(vault);
  const { officers } = vault.ask;
  const id = first.officerId;
  const held = async () => valueOf(await officers.list()).find((officer) => officer.id === id);
  const effects: string[] = [];
  for (const [index, step] of steps.entries()) {
    if (step === 'verify') valueOf(await verifyOfficer(vault.ask, id));
    else if (step === 'verify-other') {
      const words = (await held())?.otherCardWords ?? [];
      valueOf(await verifyOfficer(vault.ask, id, { words }));
    } else if (step === 'revoke') valueOf(await officers.revoke({ id, why: 'other', note: '' }));
    else if (step === 'drop') valueOf(await officers.dropOtherCard({ id }));
    else {
      const file = vault.grantOpen(`${String(index)}.json`, serialiseOfficerCard(step));
      const taken = await officers.importCard({ file });
      effects.push(taken.ok ? taken.value.effect : failureIn(taken).kind);
    }
  }
  const officer = (await held()) as OfficerView;
  const { trust, keys, otherCard } = officer;
  return {
    effects,
    shown: [trust, keys.signingKey, otherCard?.keys.signingKey, otherCard?.claim],
    officer,
    vault,
  };
}

/** As `after` shows it: the trust, whose keys are held, whose are beside and what they claim. */
async function shows(
  trust: string,
  held: OfficerIdentity,
  beside?: OfficerIdentity,
  claim?: string,
): Promise<unknown[]> {
  const keyOf = async (identity: OfficerIdentity) => cardKeys(await cardOf(identity)).signingKey;
  return [trust, await keyOf(held), beside && (await keyOf(beside)), claim];
}

describe('new keys by a signed succession', () => {
  it('take the place of verified ones and keep their trust, which says since when', async () => {
    const { effects, shown, officer } = await after(
      await cardOf(first),
      'verify',
      await cardOf(second),
    );
    expect([effects, shown]).toEqual([['new', 'rotated'], await shows('rotated', second)]);
    expect(officer.earlierKeys).toMatchObject([
      { until: '2026-10-01T08:00:00.000Z', reason: 'post-change', trusted: true },
    ]);
    expect([officer.verifiedHow, officer.verifiedOn]).toEqual(['in-person', '2026-11-20']);
  });

  it('are followed over several, though the cards between never came', async () => {
    const { shown, officer } = await after(await cardOf(first), 'verify', await cardOf(third));
    expect(shown).toEqual(await shows('rotated', third));
    expect(officer.earlierKeys.map(({ reason, trusted }) => [reason, trusted])).toEqual([
      ['post-change', true],
      ['routine', true],
    ]);
  });

  it('stay unverified where the old ones were never compared', async () => {
    const { effects, shown } = await after(await cardOf(first), await cardOf(third));
    expect([effects, shown]).toEqual([
      ['new', 'rotated-unverified'],
      await shows('unverified', third),
    ]);
  });

  it('are unverified after a loss, wherever in the chain it was, until compared again', async () => {
    const later = await succeeded(afterLoss, '2026-11-10');
    for (const keys of [afterLoss, later]) {
      const lost = await after(await cardOf(first), 'verify', await cardOf(keys));
      expect([lost.effects, lost.shown]).toEqual([
        ['new', 'rotated-unverified'],
        await shows('unverified', keys),
      ]);
      expect(lost.officer.verifiedHow).toBeNull();
    }
    const compared = await after(await cardOf(first), 'verify', await cardOf(later), 'verify');
    expect(compared.shown).toEqual(await shows('verified', later));
  });

  it('are verified once they are compared themselves', async () => {
    const { shown } = await after(await cardOf(first), 'verify', await cardOf(second), 'verify');
    expect(shown).toEqual(await shows('verified', second));
  });

  it('keep the trust that was carried over through the next succession', async () => {
    const cards = [await cardOf(second), await cardOf(third)];
    const { effects, shown } = await after(await cardOf(first), 'verify', ...cards);
    expect([effects, shown]).toEqual([
      ['new', 'rotated', 'rotated'],
      await shows('rotated', third),
    ]);
  });
});

describe('somebody else with a card of this officer', () => {
  const cases: [string, () => Promise<[Awaited<ReturnType<typeof after>>, unknown[], string[]]>][] =
    [
      [
        'keys of their own, newer than those held',
        async () => [
          await after(await cardOf(first), 'verify', await cardOf(mallory, '2026-11-23')),
          await shows('verified', first, mallory, 'no-succession'),
          ['new', 'kept-beside'],
        ],
      ],
      [
        'keys of their own, before anything was compared',
        async () => [
          await after(await cardOf(first), await cardOf(mallory, '2026-11-23')),
          await shows('unverified', first, mallory, 'no-succession'),
          ['new', 'kept-beside'],
        ],
      ],
      [
        'keys of their own, older than those held',
        async () => [
          await after(await cardOf(first), 'verify', await cardOf(mallory, '2025-01-01')),
          await shows('verified', first, mallory, 'no-succession'),
          ['new', 'kept-beside'],
        ],
      ],
      [
        'keys of their own, once the officer had new ones',
        async () => [
          await after(await cardOf(first), 'verify', await cardOf(third), await cardOf(mallory)),
          await shows('rotated', third, mallory, 'no-succession'),
          ['new', 'rotated', 'kept-beside'],
        ],
      ],
      [
        'keys that follow the earlier ones another way',
        async () => [
          await after(await cardOf(first), 'verify', await cardOf(second), await cardOf(thief)),
          await shows('unverified', second, thief, 'fork'),
          ['new', 'rotated', 'kept-beside'],
        ],
      ],
      [
        'keys that follow the earlier ones another way, once the new ones were compared',
        async () => [
          await after(
            await cardOf(second),
            'verify',
            await cardOf(third),
            'verify',
            await cardOf(twin),
          ),
          await shows('verified', third, twin, 'fork'),
          ['new', 'rotated', 'kept-beside'],
        ],
      ],
      [
        'the right keys, after those of a thief came first',
        async () => [
          await after(await cardOf(first), 'verify', await cardOf(thief), await cardOf(third)),
          await shows('unverified', thief, third, 'fork'),
          ['new', 'rotated', 'kept-beside'],
        ],
      ],
      [
        'the officer’s own card from before their keys were renewed',
        async () => [
          await after(await cardOf(second), 'verify', await cardOf(third), await cardOf(second)),
          await shows('rotated', third),
          ['new', 'rotated', 'card-outdated'],
        ],
      ],
      [
        'new keys that follow revoked ones',
        async () => [
          await after(await cardOf(first), 'verify', 'revoke', await cardOf(second)),
          await shows('revoked', first, second, 'from-revoked'),
          ['new', 'kept-beside'],
        ],
      ],
      [
        'keys made without the old ones',
        async () => [
          await after(await cardOf(first), 'verify', await cardOf(anew)),
          await shows('verified', first, anew, 'no-succession'),
          ['new', 'kept-beside'],
        ],
      ],
    ];
  it.each(cases)('(%s) takes nobody’s place and no trust', async (_what, make) => {
    const [{ effects, shown }, expected, effectsExpected] = await make();
    expect([shown, effects]).toEqual([expected, effectsExpected]);
  });

  it('is put away when the fingerprint of the card that is held is compared', async () => {
    const cards = [await cardOf(mallory)];
    const { shown } = await after(await cardOf(first), ...cards, 'verify');
    const dropped = await after(await cardOf(first), ...cards, 'drop');
    expect([shown, dropped.shown]).toEqual([
      await shows('verified', first),
      await shows('unverified', first),
    ]);
  });

  it('is the officer after all once its fingerprint was compared, revoked or not', async () => {
    for (const steps of [['verify'], ['verify', 'revoke'], []] as const) {
      const { shown, officer } = await after(
        await cardOf(first),
        ...steps,
        await cardOf(anew),
        'verify-other',
      );
      expect(shown).toEqual(await shows('verified', anew));
      expect([officer.revocation, officer.earlierKeys.map(({ reason }) => reason)]).toEqual([
        null,
        ['without-succession'],
      ]);
    }
  });

  it('with the same card again says nothing new', async () => {
    const again = [await cardOf(mallory), await cardOf(mallory)];
    expect((await after(await cardOf(first), ...again)).effects).toEqual([
      'new',
      'kept-beside',
      'nothing-new',
    ]);
  });
});

describe('the key that signed a bundle', () => {
  /** How a bundle of these keys and this date is seen, by a vault that holds what `made` left. */
  async function seenBy(
    { vault }: Awaited<ReturnType<typeof after>>,
    identity: OfficerIdentity,
    createdAt: string,
  ) {
    const known = findOfficer(vault.store, first.officerId);
    const keys = cardKeys(await cardOf(identity));
    const { trust } = senderTrust(known, { officerId: first.officerId, ...keys }, createdAt);
    return trust;
  }
  const before = '2026-09-30T00:00:00.000Z';
  const since = '2026-10-02T00:00:00.000Z';

  it('is trusted with the dates it was the officer’s', async () => {
    const verified = await after(await cardOf(first), 'verify', await cardOf(second));
    const unverified = await after(await cardOf(first), await cardOf(second));
    const revoked = await after(await cardOf(first), 'verify', await cardOf(second), 'revoke');
    expect([
      await seenBy(verified, first, before),
      await seenBy(verified, first, since),
      await seenBy(verified, second, since),
      await seenBy(verified, third, since),
      await seenBy(unverified, first, before),
      await seenBy(unverified, first, since),
      await seenBy(revoked, first, before),
      await seenBy(revoked, second, since),
    ]).toEqual([
      ...['earlier-key', 'given-up-key', 'rotated', 'key-differs'],
      ...['unverified', 'given-up-key', 'revoked', 'revoked'],
    ]);
  });

  it('is trusted at no date once it was lost, or was found not to be theirs', async () => {
    const lost = await after(await cardOf(second), 'verify', await cardOf(afterLoss));
    const replaced = await after(await cardOf(first), 'verify', await cardOf(anew), 'verify-other');
    const beside = await after(await cardOf(first), 'verify', await cardOf(mallory));
    expect([
      await seenBy(lost, second, before),
      await seenBy(lost, afterLoss, since),
      await seenBy(replaced, first, before),
      await seenBy(replaced, anew, since),
      await seenBy(beside, mallory, since),
    ]).toEqual(['given-up-key', 'unverified', 'given-up-key', 'verified', 'key-differs']);
  });
});

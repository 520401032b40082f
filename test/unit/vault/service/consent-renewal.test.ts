import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { consentsDueBy } from '../../../../src/vault/service/consents-due.ts';
import { addContact, consentArg, failureIn, valueOf } from './records.ts';
import { makeVault, TODAY, type Vault } from './vault-fixture.ts';

/*
 * domain.md: consent "can be refused, lapse, be renewed or be withdrawn"; each is an event of its
 * own, and none is ever overwritten.
 */

let vault: Vault;
let samira: string;
beforeEach(async () => {
  vault = await makeVault();
  samira = await addContact(vault, 'Samira');
});
afterEach(() => {
  vault.dispose();
});

type Arg = ReturnType<typeof consentArg>;
const record = async (arg: Arg, renews: string[] = []) =>
  valueOf(await vault.ask.consents.record({ ...arg, renews })).ids;
const eventsOf = async () =>
  valueOf(await vault.ask.consents.ofContact({ contactId: samira })).events;

describe('a renewal', () => {
  it('is a new event that names the consent it renews, which stays as it was', async () => {
    const [first = ''] = await record(
      consentArg(samira, ['meet'], ['ngo'], { decidedOn: '2026-01-10', expiresOn: '2026-11-30' }),
    );
    const before = (await eventsOf()).find((event) => event.id === first);
    const [second = ''] = await record(
      consentArg(samira, ['meet'], ['ngo'], { expiresOn: '2027-11-30' }),
      [first],
    );
    const events = await eventsOf();
    expect(events.map(({ id, renewsId, renewedById }) => [id, renewsId, renewedById])).toEqual([
      [second, first, null],
      [first, null, second],
    ]);
    expect(events[1]).toEqual({ ...before, superseded: true, renewedById: second });
  });

  it('counts at once, though it is of the same day as what it renews', async () => {
    const ids = await record(consentArg(samira, ['meet'], ['ngo'], { expiresOn: TODAY }));
    await record(consentArg(samira, ['meet'], ['ngo'], { expiresOn: '2027-11-30' }), ids);
    const { standing } = valueOf(await vault.ask.consents.ofContact({ contactId: samira }));
    expect(standing.map((row) => row.expiresOn)).toEqual(['2027-11-30']);
  });

  it('renews several consents in one conversation, each by an event of its own', async () => {
    const ids = await record(consentArg(samira, ['meet', 'referral'], ['ngo']));
    const renewed = await record(
      consentArg(samira, ['meet', 'referral', 'use-of-name'], ['ngo']),
      ids,
    );
    const events = await eventsOf();
    expect(renewed.map((id) => events.find((event) => event.id === id)?.renewsId)).toEqual([
      ...ids,
      null,
    ]);
  });

  it('is refused where it does not name a consent of this contact, purpose and audience', async () => {
    const tariq = await addContact(vault, 'Tariq');
    const [given = ''] = await record(consentArg(samira, ['meet'], ['ngo']));
    const [refusal = ''] = await record(
      consentArg(samira, ['referral'], ['ngo'], { decision: 'refused' }),
    );
    const renew = (arg: Arg, id: string) =>
      vault.ask.consents.record({ ...arg, renews: [id] }).then((one) => failureIn<unknown>(one));
    const notRenewable = {
      kind: 'invalid-argument',
      issues: [{ path: ['renews', '0'], code: 'not-renewable' }],
    };
    expect([
      await renew(consentArg(tariq, ['meet'], ['ngo']), given),
      await renew(consentArg(samira, ['meet'], ['un']), given),
      await renew(consentArg(samira, ['referral'], ['ngo']), refusal),
      await renew(consentArg(samira, ['meet'], ['ngo'], { decision: 'withdrawn' }), given),
      await renew(consentArg(samira, ['meet'], ['ngo'], { decidedOn: '2026-01-01' }), given),
    ]).toEqual([
      { kind: 'not-found', record: { type: 'consent-event', id: given } },
      notRenewable,
      notRenewable,
      notRenewable,
      {
        kind: 'invalid-argument',
        issues: [{ path: ['details', 'decidedOn'], code: 'before-renewed' }],
      },
    ]);
  });
});

describe('a lapse', () => {
  it('is worked out from the last day, recorded by nobody, and ends with a renewal', async () => {
    const dates = { decidedOn: '2026-01-10', expiresOn: TODAY };
    const ids = await record(consentArg(samira, ['meet'], ['ngo'], dates));
    const lapsed = async () => (await eventsOf()).map((event) => event.lapsed);
    const onLastDay = await lapsed();
    vault.setToday('2026-11-25');
    const dayAfter = await lapsed();
    await record(consentArg(samira, ['meet'], ['ngo'], { decidedOn: '2026-11-25' }), ids);
    expect([onLastDay, dayAfter, await lapsed()]).toEqual([[false], [true], [false, false]]);
  });

  it('is seen coming, and stays in the list until it is renewed', async () => {
    const ids = await record(consentArg(samira, ['meet'], ['ngo'], { expiresOn: '2026-12-24' }));
    const due = () =>
      consentsDueBy(vault.store, '2026-12-31').map(({ eventId, contactLabel, on }) => ({
        eventId,
        contactLabel,
        on,
      }));
    const seen = [{ eventId: ids[0], contactLabel: 'Samira', on: '2026-12-24' }];
    const coming = due();
    vault.setToday('2026-12-25');
    const past = due();
    await record(consentArg(samira, ['meet'], ['ngo'], { decidedOn: '2026-12-25' }), ids);
    expect([coming, past, due()]).toEqual([seen, seen, []]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addCustody, addHearing, hearingArg } from './custody-records.ts';
import { addContact, failureIn, valueOf } from './records.ts';
import { makeVault, type Vault } from './vault-fixture.ts';

let vault: Vault;
let defender: string;
beforeEach(async () => {
  vault = await makeVault();
  defender = await addContact(vault, 'Samira');
});
afterEach(() => {
  vault.dispose();
});

const day = (date: string, time = '09:30'): string => `2026-11-${date}T${time}`;
const save = async (
  change: Parameters<typeof hearingArg>[1],
  id: string | null = null,
  contactId = defender,
): Promise<unknown> => {
  const outcome = await vault.ask.hearings.save({ id, fields: hearingArg(contactId, change) });
  if (outcome.ok) return 'saved';
  const { failure } = outcome;
  return failure.kind === 'invalid-argument'
    ? failure.issues.map(({ path, code }) => `${path.join('.')}: ${code}`).join(' ')
    : failure.kind;
};

describe('a series of hearings', () => {
  it('is told whole on the page of each of them, in order of time', async () => {
    const first = await addHearing(vault, defender, { startsAt: day('10'), title: 'Remand' });
    const second = await addHearing(vault, defender, { startsAt: day('17'), previousId: first });
    const third = await addHearing(vault, defender, { startsAt: day('27'), previousId: second });
    await addHearing(vault, defender, { startsAt: day('12'), title: 'Another case' });
    const page = valueOf(await vault.ask.hearings.get({ id: second }));
    expect([page.contactLabel, page.series.map(({ id }) => id)]).toEqual([
      'Samira',
      [first, second, third],
    ]);
  });

  it('goes forward in time: so it never comes back on itself', async () => {
    const first = await addHearing(vault, defender, { startsAt: day('10') });
    const second = await addHearing(vault, defender, { startsAt: day('17'), previousId: first });
    expect([
      await save({ startsAt: day('10'), previousId: first }),
      await save({ startsAt: day('10'), previousId: second }, first),
      await save({ startsAt: day('18') }, first),
      await save({ startsAt: day('10'), previousId: first }, first),
      await save({ startsAt: day('16') }, first),
    ]).toEqual([
      'fields.startsAt: not-after-previous',
      'fields.startsAt: not-after-previous',
      'fields.startsAt: not-before-next',
      'fields.previousId: circle',
      'saved',
    ]);
  });

  it('is of one contact, and of a detention of theirs', async () => {
    const other = await addContact(vault, 'Idris');
    const theirs = await addHearing(vault, other, { startsAt: day('10') });
    const custodyId = await addCustody(vault, other);
    expect([
      await save({ previousId: theirs }),
      await save({ custodyId }),
      await save({ previousId: crypto.randomUUID() }),
      await save({}, theirs),
      await save({}, null, crypto.randomUUID()),
    ]).toEqual([
      'fields.previousId: not-theirs',
      'fields.custodyId: not-theirs',
      'not-found',
      'fields.contactId: contact-fixed',
      'not-found',
    ]);
  });

  it('closes over a hearing that is removed, and opens again with an undo', async () => {
    const first = await addHearing(vault, defender, { startsAt: day('10') });
    const second = await addHearing(vault, defender, { startsAt: day('17'), previousId: first });
    const third = await addHearing(vault, defender, { startsAt: day('27'), previousId: second });
    const previousOf = async (id: string) =>
      valueOf(await vault.ask.hearings.get({ id })).hearing.previousId;
    const removal = valueOf(await vault.ask.hearings.remove({ id: second }));
    const closed = await previousOf(third);
    valueOf(await vault.ask.history.undo({ changeSetId: removal.changeSetId ?? '' }));
    expect([closed, await previousOf(third)]).toEqual([first, second]);
  });

  it('is not cut by an undo of the making of one that another follows', async () => {
    const fields = hearingArg(defender, { startsAt: day('10') });
    const first = valueOf(await vault.ask.hearings.save({ id: null, fields }));
    const second = await addHearing(vault, defender, {
      startsAt: day('17'),
      previousId: first.id,
    });
    const undone = await vault.ask.history.undo({ changeSetId: first.changeSetId ?? '' });
    expect(failureIn(undone)).toEqual({
      kind: 'undo-conflict',
      records: [{ type: 'hearing', id: second }],
    });
  });
});

describe('a hearing', () => {
  it('is not held on a day to come, and nobody attends one that was not held', async () => {
    const attended = (status: 'scheduled' | 'cancelled') =>
      vault.ask.hearings
        .save({ id: null, fields: hearingArg(defender, { status, attended: true }) })
        .then(
          () => 'saved',
          (error: { issues: { path: string[]; message: string }[] }) =>
            error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
        );
    expect([
      await save({ startsAt: day('26'), status: 'held' }),
      await attended('scheduled'),
      await attended('cancelled'),
    ]).toEqual([
      'fields.startsAt: in-future',
      ['fields.observers.0.attended: hearing-not-held', 'fields.actionId: action-required'],
      ['fields.observers.0.attended: hearing-not-held', 'fields.actionId: action-required'],
    ]);
  });

  it('has each observer once', async () => {
    const { observers } = hearingArg(defender);
    expect(await save({ observers: [...observers, ...observers] })).toBe(
      'fields.observers.1.id: duplicate-id',
    );
  });

  it('is found between two days, both among them, by the clock of its court', async () => {
    const on = await Promise.all(
      [day('23', '23:59'), day('24', '00:00'), day('30', '23:59')].map((startsAt) =>
        addHearing(vault, defender, { startsAt }),
      ),
    );
    await addHearing(vault, defender, { startsAt: '2026-12-01T00:00' });
    const rows = valueOf(
      await vault.ask.hearings.between({ from: '2026-11-24', to: '2026-11-30' }),
    );
    expect(
      rows.map(({ id, observers, confirmed, attended }) => [id, observers, confirmed, attended]),
    ).toEqual([
      [on[1], 1, 1, 0],
      [on[2], 1, 1, 0],
    ]);
  });
});

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RelationshipType } from '../../../../src/shared/model/vocabulary/contact.ts';
import {
  addAction,
  addContact,
  consentArg,
  contactFields,
  failureIn,
  meetingArg,
  promiseInput,
  valueOf,
} from './records.ts';
import { makeVault, type Vault } from './vault-fixture.ts';

let vault: Vault;
beforeEach(async () => {
  vault = await makeVault();
});
afterEach(() => {
  vault.dispose();
});

type ListArg = NonNullable<Parameters<Vault['ask']['contacts']['list']>[0]>;
const labels = async (arg: ListArg = {}): Promise<string[]> =>
  valueOf(await vault.ask.contacts.list(arg)).rows.map((row) => row.label);

const STRANGER = '01890000-0000-7000-8000-000000000001';

describe('the list of contacts', () => {
  it('is in the order people read names, whatever their case, accents and numbers', async () => {
    for (const name of ['Zoé', 'émile', 'Emilia', 'Group 10', 'Group 9', 'سميرة']) {
      await addContact(vault, name);
    }
    expect(await labels()).toEqual(['émile', 'Emilia', 'Group 9', 'Group 10', 'Zoé', 'سميرة']);
  });

  it('finds any part of any name, code name, place or profession, accents left aside', async () => {
    await addContact(vault, 'José Núñez', { profession: 'Lawyer' });
    await addContact(vault, 'Samira', {
      names: [
        { id: randomUUID(), kind: 'primary', text: 'Samira', script: 'Latn' },
        { id: randomUUID(), kind: 'transliteration', text: 'سَميرة', script: 'Arab' },
      ],
      codeName: 'Kestrel',
      locality: 'El Fasher',
    });
    const found = await Promise.all(
      ['nunez', 'kestrel', 'fasher', 'سميرة', 'LAWY', 'nobody'].map((text) => labels({ text })),
    );
    expect(found).toEqual([['José Núñez'], ['Samira'], ['Samira'], ['Samira'], ['José Núñez'], []]);
  });

  it('is narrowed by kind, state, risk, group and tag, and says how many there are in all', async () => {
    await addContact(vault, 'A', { tags: ['press'], riskLevel: 'high' });
    await addContact(vault, 'B', { kind: 'organisation', riskGroups: ['lgbt'] });
    await addContact(vault, 'C', { state: 'archived', tags: ['press', 'pressure'] });
    expect({
      kind: await labels({ kinds: ['organisation'] }),
      state: await labels({ states: ['active', 'draft'] }),
      risk: await labels({ riskLevels: ['high', 'extreme'] }),
      group: await labels({ riskGroup: 'lgbt' }),
      tag: await labels({ tag: 'press' }),
      total: valueOf(await vault.ask.contacts.list({ tag: 'press' })).total,
      tags: valueOf(await vault.ask.contacts.tags()),
    }).toEqual({
      kind: ['B'],
      state: ['A', 'B'],
      risk: ['A'],
      group: ['B'],
      tag: ['A', 'C'],
      total: 3,
      tags: [
        { tag: 'press', count: 2 },
        { tag: 'pressure', count: 1 },
      ],
    });
  });

  it('knows the last and the next contact and the open promises of each', async () => {
    const id = await addContact(vault, 'Samira', { contactEveryDays: 30 });
    const on = (startedAt: string) => meetingArg('Meeting', [id], { fields: { startedAt } });
    await vault.ask.meetings.save({
      ...on('2026-10-31T18:00'),
      promises: [promiseInput(id, 'Ask the ministry'), promiseInput(id, 'Kept', { state: 'kept' })],
    });
    await vault.ask.meetings.save(on('2026-09-01T10:00'));
    await vault.ask.meetings.save(on('2026-12-24T10:00'));
    const [row] = valueOf(await vault.ask.contacts.list({})).rows;
    expect([row?.lastContactOn, row?.nextContactDueOn, row?.openPromises]).toEqual([
      '2026-10-31',
      '2026-11-30',
      1,
    ]);
  });

  it('is ordered by last contact, by next one due and by risk, those without it last', async () => {
    const quiet = await addContact(vault, 'Quiet', { contactEveryDays: 7, riskLevel: 'low' });
    const recent = await addContact(vault, 'Recent', { contactEveryDays: 90 });
    await addContact(vault, 'Never met', { riskLevel: 'extreme' });
    for (const [id, startedAt] of [
      [quiet, '2026-10-01T10:00'],
      [recent, '2026-11-20T10:00'],
    ] as const) {
      await vault.ask.meetings.save(meetingArg('Meeting', [id], { fields: { startedAt } }));
    }
    expect([
      await labels({ sortBy: 'last-contact' }),
      await labels({ sortBy: 'next-due' }),
      await labels({ sortBy: 'risk' }),
    ]).toEqual([
      ['Recent', 'Quiet', 'Never met'],
      ['Quiet', 'Recent', 'Never met'],
      ['Never met', 'Quiet', 'Recent'],
    ]);
  });

  it('gives its first rows alone in every order, each as the whole list has it', async () => {
    for (let index = 0; index < 40; index += 1) {
      const riskLevel = (['low', 'high', 'extreme'] as const)[index % 3] ?? null;
      const fields = { contactEveryDays: 30, riskLevel };
      const id = await addContact(vault, `Name ${(index * 7) % 40}`, fields);
      if (index % 2 === 0) {
        const startedAt = `2026-0${1 + (index % 8)}-10T10:00`;
        await vault.ask.meetings.save(meetingArg('Meeting', [id], { fields: { startedAt } }));
      }
    }
    for (const sortBy of ['label', 'last-contact', 'next-due', 'risk'] as const) {
      for (const arg of [{}, { text: 'name 3' }, { riskLevels: ['high' as const] }]) {
        const all = valueOf(await vault.ask.contacts.list({ ...arg, sortBy }));
        for (const limit of [0, 1, 4, 100]) {
          const first = valueOf(await vault.ask.contacts.list({ ...arg, sortBy, limit }));
          expect(first).toEqual({ ...all, rows: all.rows.slice(0, limit) });
        }
      }
    }
  });

  it('says whether the record may be held: by a live consent, or a basis nobody spoke against', async () => {
    const basis = { legitimateBasis: { ground: 'public-role', explanation: 'MP' } } as const;
    const [asked, , , refused] = [
      await addContact(vault, '1 asked'),
      await addContact(vault, '2 never asked'),
      await addContact(vault, '3 public role', basis),
      await addContact(vault, '4 refused', basis),
    ];
    await vault.ask.consents.record(consentArg(asked, ['hold-record'], ['any']));
    await vault.ask.consents.record(
      consentArg(refused, ['hold-record'], ['own-mission'], { decision: 'refused' }),
    );
    const { rows } = valueOf(await vault.ask.contacts.list({}));
    expect(rows.map((row) => row.mayHold)).toEqual([true, false, true, false]);
  });
});

describe('a contact', () => {
  it('is made, read and changed, each time as one change set that says what changed', async () => {
    const fields = contactFields('Samira');
    const made = valueOf(await vault.ask.contacts.save({ id: null, fields }));
    vault.setToday('2026-11-26');
    await vault.ask.contacts.save({ id: made.id, fields: { ...fields, locality: 'Port Sudan' } });
    const page = valueOf(await vault.ask.contacts.page({ id: made.id }));
    expect([
      page.contact.locality,
      page.row.label,
      page.createdAt,
      page.changedAt,
      vault.changed,
    ]).toEqual([
      'Port Sudan',
      'Samira',
      '2026-11-24T09:30:00.000Z',
      '2026-11-26T12:00:00.000Z',
      [['contact'], ['contact']],
    ]);
  });

  it('writes nothing and tells nobody when saved as it is', async () => {
    const fields = contactFields('Samira');
    const { id } = valueOf(await vault.ask.contacts.save({ id: null, fields }));
    const again = valueOf(await vault.ask.contacts.save({ id, fields }));
    expect([again, vault.changed.length]).toEqual([{ id, changeSetId: null }, 1]);
  });

  it('is refused with two names of one id, and where nobody has the id it is saved under', async () => {
    const fields = contactFields('Samira');
    const names = [...fields.names, ...fields.names];
    const outcomes = [
      await vault.ask.contacts.save({ id: null, fields: { ...fields, names } }),
      await vault.ask.contacts.save({ id: STRANGER, fields }),
      await vault.ask.contacts.page({ id: STRANGER }),
      await vault.ask.contacts.remove({ id: STRANGER }),
      await vault.ask.contacts.activate({ ids: [STRANGER] }),
    ];
    const unknown = { kind: 'not-found', record: { type: 'contact', id: STRANGER } };
    expect(outcomes.map((one) => failureIn<unknown>(one))).toEqual([
      {
        kind: 'invalid-argument',
        issues: [{ path: ['fields', 'names', '1', 'id'], code: 'duplicate-id' }],
      },
      unknown,
      unknown,
      unknown,
      unknown,
    ]);
  });

  it('is shown with those it is tied to, from both ends', async () => {
    const samira = await addContact(vault, 'Samira');
    const union = await addContact(vault, 'Teachers’ union', { kind: 'organisation' });
    const tie = { since: null, until: null, note: '' };
    await vault.ask.contacts.saveRelationship({
      id: null,
      fields: { ...tie, fromContactId: samira, toContactId: union, type: 'member-of' },
    });
    const others = async (id: string) =>
      valueOf(await vault.ask.contacts.page({ id })).relationships.map(({ other, side }) => [
        other.label,
        other.kind,
        side,
      ]);
    expect([await others(samira), await others(union)]).toEqual([
      [['Teachers’ union', 'organisation', 'from']],
      [['Samira', 'person', 'to']],
    ]);
  });

  it('do not put a contact under itself, directly or through others, while they last', async () => {
    const [committee, union, federation] = [
      await addContact(vault, 'Committee'),
      await addContact(vault, 'Union'),
      await addContact(vault, 'Federation'),
    ];
    const tie = (
      fromContactId: string,
      toContactId: string,
      more: { type?: RelationshipType; until?: string } = {},
    ) =>
      vault.ask.contacts.saveRelationship({
        id: null,
        fields: {
          ...{ fromContactId, toContactId, type: more.type ?? 'part-of' },
          ...{ since: null, until: more.until ?? null, note: '' },
        },
      });
    const circle = {
      kind: 'invalid-argument',
      issues: [{ path: ['fields', 'toContactId'], code: 'circular-relationship' }],
    };
    const first = valueOf(await tie(committee, union));
    valueOf(await tie(union, federation, { type: 'member-of' }));
    expect([
      failureIn(await tie(union, committee)),
      failureIn(await tie(federation, committee, { type: 'member-of' })),
    ]).toEqual([circle, circle]);
    // Others are mutual, or tell of what is over.
    valueOf(await tie(federation, committee, { type: 'colleague-of' }));
    valueOf(await tie(federation, committee, { until: '2020-01-01' }));
    valueOf(await tie(committee, federation, { type: 'introduced-by' }));
    expect(failureIn(await tie(federation, committee, { type: 'introduced-by' }))).toEqual(circle);
    valueOf(await vault.ask.contacts.removeRelationship({ id: first.id }));
    valueOf(await tie(federation, committee));
  });

  it('is not tied to somebody nobody knows', async () => {
    const samira = await addContact(vault, 'Samira');
    const fields = {
      ...{ fromContactId: samira, toContactId: STRANGER, type: 'friend-of' as const },
      ...{ since: null, until: null, note: '' },
    };
    const saved = await vault.ask.contacts.saveRelationship({ id: null, fields });
    expect(failureIn(saved)).toEqual({
      kind: 'not-found',
      record: { type: 'contact', id: STRANGER },
    });
  });

  it('takes its ties along when removed, leaves what happened, and comes back with one undo', async () => {
    const samira = await addContact(vault, 'Samira');
    const lawyer = await addContact(vault, 'Lawyer');
    const fields = {
      ...{ fromContactId: lawyer, toContactId: samira, type: 'lawyer-of' as const },
      ...{ since: null, until: null, note: '' },
    };
    await vault.ask.contacts.saveRelationship({ id: null, fields });
    const file = vault.grantOpen('note.txt', Buffer.from('A note'));
    await vault.ask.attachments.add({ ownerType: 'contact', ownerId: samira, file });
    await vault.ask.meetings.save(meetingArg('Meeting', [samira]));
    await addAction(vault, 'Raise the case', [samira]);
    const before = valueOf(await vault.ask.contacts.page({ id: samira }));

    const { changeSetId } = valueOf(await vault.ask.contacts.remove({ id: samira }));
    const [meeting] = valueOf(await vault.ask.meetings.list({})).rows;
    const [action] = valueOf(await vault.ask.actions.list({}));
    const lawyerAlone = valueOf(await vault.ask.contacts.page({ id: lawyer })).relationships;
    await vault.ask.history.undo({ changeSetId: changeSetId ?? '' });
    const after = valueOf(await vault.ask.contacts.page({ id: samira }));
    expect([meeting?.contacts, action?.subjects, lawyerAlone, after]).toEqual([
      [{ id: samira, label: 'Samira' }],
      [{ id: samira, label: 'Samira' }],
      [],
      before,
    ]);
  });

  it('becomes active from a draft, all chosen ones in one change set', async () => {
    const ids = [
      await addContact(vault, 'A', { state: 'draft' }),
      await addContact(vault, 'B', { state: 'draft' }),
      await addContact(vault, 'C', { state: 'archived' }),
    ];
    valueOf(await vault.ask.contacts.activate({ ids }));
    const { rows } = valueOf(await vault.ask.contacts.list({}));
    const [latest] = valueOf(await vault.ask.history.recent({ limit: 1 }));
    expect([rows.map((row) => row.state), latest?.changes.length]).toEqual([
      ['active', 'active', 'archived'],
      2,
    ]);
  });
});

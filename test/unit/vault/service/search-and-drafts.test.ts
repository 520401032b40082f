import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DRAFT_MAX_LENGTH } from '../../../../src/vault/service/drafts.ts';
import { addContact, failureIn, meetingArg, promiseInput, valueOf } from './records.ts';
import { makeVault, type Vault } from './vault-fixture.ts';

let vault: Vault;
let samira: string;
beforeEach(async () => {
  vault = await makeVault();
  samira = await addContact(vault, 'Samira');
});
afterEach(() => {
  vault.dispose();
});

describe('search', () => {
  it('finds words by their beginning over all types, each hit under the record’s name', async () => {
    const tariq = await addContact(vault, 'Tariq', { notes: 'Knows the lighthouse keeper' });
    await vault.ask.meetings.save(
      meetingArg('At the light', [samira], {
        promises: [promiseInput(samira, 'Send the lighting report')],
      }),
    );
    const fields = {
      ...{ fromContactId: samira, toContactId: tariq, type: 'friend-of' as const },
      ...{ since: null, until: null, note: 'Met at the Lightfoot seminar' },
    };
    await vault.ask.contacts.saveRelationship({ id: null, fields });
    const hits = valueOf(await vault.ask.search.query({ text: 'light' }));
    expect(hits.map((hit) => `${hit.type}: ${hit.title}`).sort()).toEqual([
      'contact: Tariq',
      'meeting-log: At the light',
      'promise: Send the lighting report',
      'relationship: Samira – Tariq',
    ]);
  });

  it('is narrowed by type, marks the hit, and takes any text for a query', async () => {
    const hits = valueOf(await vault.ask.search.query({ text: 'sami', types: ['contact'] }));
    const odd = await Promise.all(
      ['', '"', 'a AND (', '*', '-x:y'].map(async (text) =>
        valueOf(await vault.ask.search.query({ text })),
      ),
    );
    expect([hits.map((hit) => [hit.id, hit.snippet]), odd]).toEqual([
      [[samira, [{ text: 'Samira', hit: true }]]],
      [[], [], [], [], []],
    ]);
  });
});

describe('drafts', () => {
  const key = { form: 'contact' as const, key: 'new' };

  it('are kept, replaced, listed and discarded, and leave no trace in the history', async () => {
    const sets = valueOf(await vault.ask.history.recent({})).length;
    await vault.ask.drafts.put({ ...key, body: { name: 'Sam' } });
    vault.setToday('2026-11-25');
    const { updatedAt } = valueOf(await vault.ask.drafts.put({ ...key, body: { name: 'Samira' } }));
    const kept = valueOf(await vault.ask.drafts.get(key));
    const listed = valueOf(await vault.ask.drafts.list());
    await vault.ask.drafts.discard(key);
    expect([
      kept,
      listed,
      valueOf(await vault.ask.drafts.get(key)),
      valueOf(await vault.ask.history.recent({})).length,
      valueOf(await vault.ask.search.query({ text: 'Samira' })).length,
    ]).toEqual([{ body: { name: 'Samira' }, updatedAt }, [{ ...key, updatedAt }], null, sets, 1]);
  });

  it('hold the longest text of a form, and are refused beyond their limit', async () => {
    const put = (length: number) =>
      vault.ask.drafts.put({ ...key, body: { notes: 'x'.repeat(length) } });
    expect([(await put(200_000)).ok, failureIn(await put(DRAFT_MAX_LENGTH))]).toEqual([
      true,
      { kind: 'invalid-argument', issues: [{ path: ['body'], code: 'too-long' }] },
    ]);
  });
});

import { createHash, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendAccess } from '../../../../src/vault/db/access-log.ts';
import { writeChangeSet } from '../../../../src/vault/db/change-log.ts';
import { because } from '../../../../src/vault/service/context.ts';
import { addAction, addContact, consentArg, valueOf } from './records.ts';
import { makeVault, TODAY, type Vault } from './vault-fixture.ts';

/*
 * domain.md: "A withdrawal at once flags pending actions and bundles already handed out." Whatever
 * has left the mission is named, and for each a task is started in the same change set.
 */

let vault: Vault;
let samira: string;
let bundleId: string;
let actionId: string;

beforeEach(async () => {
  vault = await makeVault();
  samira = await addContact(vault, 'Samira');
  const tariq = await addContact(vault, 'Tariq');
  valueOf(
    await vault.ask.consents.record(
      consentArg(samira, ['private-approach'], ['authorities'], { decidedOn: '2026-11-01' }),
    ),
  );
  actionId = await addAction(vault, 'Raise the case', [samira]);
  valueOf(await vault.ask.actions.move({ id: actionId, status: 'in-progress' }));
  bundleId = bundleOut([samira, tariq]);
  bundleOut([tariq]);
  const access = (kind: 'print' | 'copy' | 'export', detail: object, contactIds: string[]) =>
    appendAccess(vault.store, { kind, detail: { ...detail }, contactIds });
  access('print', { what: 'Successor’s brief' }, [samira]);
  access('copy', {}, [samira, tariq]);
  access('print', { what: 'Week' }, [tariq]);
  // The same bundle once more: it has its line in the register.
  access('export', { bundleId }, [samira]);
});
afterEach(() => {
  vault.dispose();
});

function bundleOut(contactIds: string[]): string {
  return writeChangeSet(vault.store, because(vault.context, 'export-bundle'), (writer) =>
    writer.create('bundle-entry', {
      ...{ direction: 'out', kind: 'handover', counterpartId: randomUUID() },
      ...{ counterpartName: 'Officer Two', counterpartVerified: true, sequence: 1 },
      ...{ audience: 'other-posts', sizeBytes: 1, contactIds, recordCount: 1 },
      ...{ sha256: createHash('sha256').digest('hex'), at: '2026-11-20T10:00:00.000Z' },
    }),
  ).value;
}

const say = async (decision: 'withdrawn' | 'given', decidedOn = TODAY) =>
  valueOf(
    await vault.ask.consents.record(
      consentArg(samira, ['private-approach'], ['any'], { decision, decidedOn }),
    ),
  );
const callBacks = async () =>
  valueOf(await vault.ask.consents.ofContact({ contactId: samira })).callBacks;

describe('a withdrawal', () => {
  it('names the actions, bundles, prints and copies that concern the contact, and nobody else’s', async () => {
    const { actionsNowWithoutConsent, bundlesAlreadyOut, copiesAlreadyOut } =
      await say('withdrawn');
    const at = vault.context.now().toISOString();
    expect([actionsNowWithoutConsent, bundlesAlreadyOut, copiesAlreadyOut]).toEqual([
      [{ id: actionId, title: 'Raise the case', status: 'in-progress' }],
      [{ id: bundleId, counterpartName: 'Officer Two', at: '2026-11-20T10:00:00.000Z' }],
      [
        { kind: 'copy', at, what: '' },
        { kind: 'print', at, what: 'Successor’s brief' },
      ],
    ]);
  });

  it('starts a task for each of them, due today, in its own change set', async () => {
    const { callBacks: started, changeSetId } = await say('withdrawn');
    const minute = `${TODAY} 09:30 UTC`;
    expect(started.map(({ step, what }) => [step, what])).toEqual([
      ['stop-action', 'Raise the case'],
      ['call-back-bundle', '2026-11-20 10:00 UTC · Officer Two'],
      ['call-back-copy', minute],
      ['call-back-print', `${minute} · Successor’s brief`],
    ]);
    const [set] = valueOf(await vault.ask.history.recent({ limit: 1 }));
    const made = set?.changes.filter(
      ({ record, field }) => record.type === 'task' && field === 'dueOn',
    );
    expect([set?.id, made?.map(({ to }) => to)]).toEqual([
      changeSetId,
      [TODAY, TODAY, TODAY, TODAY],
    ]);
    expect(await callBacks()).toEqual(started);
  });

  it('starts nothing twice that is not settled yet, and goes as a whole when undone', async () => {
    const first = await say('withdrawn');
    const second = await say('withdrawn');
    expect(second.callBacks).toEqual(first.callBacks);
    valueOf(await vault.ask.history.undo({ changeSetId: second.changeSetId }));
    expect(await callBacks()).toEqual(first.callBacks);
    valueOf(await vault.ask.history.undo({ changeSetId: first.changeSetId }));
    expect(await callBacks()).toEqual([]);
  });

  it('no longer shows what was settled', async () => {
    const { callBacks: started } = await say('withdrawn');
    const [action, ...rest] = started;
    writeChangeSet(vault.store, because(vault.context, 'settle'), (writer) =>
      writer.update('task', action?.taskId ?? '', { state: 'done', settledOn: TODAY }),
    );
    expect(await callBacks()).toEqual(rest);
  });

  it('also names the planned actions that needed what was withdrawn, and starts no task for them', async () => {
    const planned = await addAction(vault, 'A second approach', [samira]);
    await addAction(vault, 'A statement', [samira], { type: 'public-statement' });
    const { actionsNowWithoutConsent, callBacks: started } = await say('withdrawn');
    expect([
      actionsNowWithoutConsent.map(({ id, status }) => [id, status]).sort(),
      started.filter(({ actionId: id }) => id === planned),
    ]).toEqual([
      [
        [actionId, 'in-progress'],
        [planned, 'planned'],
      ].sort(),
      [],
    ]);
  });
});

describe('a consent', () => {
  it('calls nothing back', async () => {
    const { bundlesAlreadyOut, copiesAlreadyOut, callBacks: started } = await say('given');
    expect([bundlesAlreadyOut, copiesAlreadyOut, started]).toEqual([[], [], []]);
  });
});

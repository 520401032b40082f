import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  argOf,
  contentsOf,
  giveCard,
  send,
  type Choice,
  type Sent,
} from '../../../support/handover.ts';
import { addTraveller, consentArg, failureIn, valueOf } from '../../../support/records.ts';
import { openVaultOf, type VaultHere } from '../../../support/vault-here.ts';

let rita: VaultHere;
let vault: VaultHere;
let recipientId: string;
let amina: string;
beforeAll(async () => {
  rita = await openVaultOf('Rita Receiver');
});
afterAll(() => {
  rita.dispose();
});
beforeEach(async () => {
  vault = await openVaultOf('Sven Sender');
  recipientId = await giveCard(rita, vault);
  amina = await addTraveller(vault, 'Amina');
});
afterEach(() => {
  vault.dispose();
});

const share = (change: Partial<Choice> = {}): Choice => ({
  ...{ kind: 'share', contactIds: [amina], recipientId },
  ...{ purpose: 'A relocation grant', until: '2026-12-31' },
  ...change,
});

describe('a share', () => {
  it('says what it is for and until when, in the bundle and in the register', async () => {
    const { path, bundleId } = await send(vault, share());
    expect((await contentsOf(rita, path)).manifest).toMatchObject({
      kind: 'share',
      purpose: 'A relocation grant',
      until: '2026-12-31',
    });
    expect(valueOf(await vault.ask.bundles.register())).toMatchObject([
      {
        ...{ id: bundleId, kind: 'share', purpose: 'A relocation grant' },
        ...{ until: '2026-12-31', revokedOn: null },
      },
    ]);
  });

  const refusals: [string, object, string, string][] = [
    ['without a purpose', { purpose: undefined }, 'purpose', 'required'],
    ['without a last day', { until: undefined }, 'until', 'required'],
    ['until a day that is over', { until: '2026-11-23' }, 'until', 'in-past'],
  ];
  it.each(refusals)('%s is refused at its field', async (_, change, field, code) => {
    expect(
      failureIn(await vault.ask.bundles.previewExport(argOf({ ...share(), ...change }))),
    ).toEqual({
      kind: 'invalid-argument',
      issues: [{ path: [field], code }],
    });
  });

  it('has a purpose of one line; other kinds have neither purpose nor day', async () => {
    const lines = await vault.ask.bundles.previewExport(argOf(share({ purpose: 'a\nb' })));
    expect(failureIn(lines).kind).toBe('invalid-argument');
    const kept = await vault.ask.bundles.previewExport(argOf(share({ kind: 'handover' })));
    expect(failureIn(kept)).toMatchObject({
      issues: [{ path: ['purpose'], code: 'for-a-share' }],
    });
  });
});

describe('a share that is taken back', () => {
  const openTasks = async (): Promise<[string | null, string | null][]> =>
    valueOf(await vault.ask.tasks.list({ states: ['open'] })).map(({ startedBy, bundle }) => [
      startedBy,
      bundle?.id ?? null,
    ]);

  async function revoke({ bundleId }: Sent): Promise<string | null> {
    return valueOf(await vault.ask.bundles.revokeShare({ bundleId })).changeSetId;
  }

  it('is marked so and starts one task to call it back, and an undo takes both back', async () => {
    const sent = await send(vault, share());
    const changeSetId = await revoke(sent);
    expect(valueOf(await vault.ask.bundles.register())).toMatchObject([
      { revokedOn: '2026-11-24' },
    ]);
    expect(await openTasks()).toEqual([['call-back-bundle', sent.bundleId]]);
    expect(await revoke(sent)).toBeNull();
    expect(await openTasks()).toHaveLength(1);
    valueOf(await vault.ask.history.undo({ changeSetId: changeSetId ?? '' }));
    expect(valueOf(await vault.ask.bundles.register())).toMatchObject([{ revokedOn: null }]);
    expect(await openTasks()).toEqual([]);
  });

  it('is not called back twice where a withdrawal started that already', async () => {
    const sent = await send(vault, share());
    valueOf(
      await vault.ask.consents.record(
        consentArg(amina, ['share-inside-mission'], ['any'], { decision: 'withdrawn' }),
      ),
    );
    await revoke(sent);
    expect(await openTasks()).toEqual([['call-back-bundle', sent.bundleId]]);
  });

  it('must be a share that left here', async () => {
    const { bundleId } = await send(vault, { contactIds: [amina], recipientId });
    expect(failureIn(await vault.ask.bundles.revokeShare({ bundleId })).kind).toBe('not-found');
  });

  it('past its last day is what the day has waiting, until it is taken back', async () => {
    const sent = await send(vault, share({ until: '2026-12-01' }));
    const due = async (): Promise<unknown[]> =>
      valueOf(await vault.ask.today.overview({})).due.rows.filter(({ kind }) => kind === 'share');
    expect(await due()).toMatchObject([
      { key: sent.bundleId, text: 'Rita Receiver', dueOn: '2026-12-01' },
    ]);
    vault.clock.today = '2026-12-02';
    expect(await due()).toHaveLength(1);
    await revoke(sent);
    expect(await due()).toEqual([]);
  });
});

describe('the log of a contact', () => {
  it('has every bundle that it went out with', async () => {
    const other = await addTraveller(vault, 'Other');
    const first = await send(vault, { contactIds: [amina], recipientId });
    const second = await send(vault, share());
    await send(vault, { contactIds: [other], recipientId });
    expect(valueOf(await vault.ask.history.wentOut({ contactId: amina }))).toMatchObject([
      {
        kind: 'export',
        bundle: {
          ...{ id: second.bundleId, kind: 'share', counterpartName: 'Rita Receiver' },
          ...{ purpose: 'A relocation grant', until: '2026-12-31', revokedOn: null },
        },
      },
      { kind: 'export', bundle: { id: first.bundleId, kind: 'handover', sequence: 1 } },
    ]);
  });
});

import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeChangeSet } from '../../../../src/vault/db/change-log.ts';
import { because } from '../../../../src/vault/service/context.ts';
import { addAction, addContact, consentArg, failureIn, OVERRIDE, valueOf } from './records.ts';
import { makeVault, TODAY, type Vault } from './vault-fixture.ts';

let vault: Vault;
let samira: string;
beforeEach(async () => {
  vault = await makeVault();
  samira = await addContact(vault, 'Samira');
});
afterEach(() => {
  vault.dispose();
});

const record = async (arg: ReturnType<typeof consentArg>) =>
  valueOf(await vault.ask.consents.record(arg));
const STRANGER = '01890000-0000-7000-8000-000000000001';

describe('recording a decision', () => {
  it('appends one event for each purpose and audience, in one change set', async () => {
    const { ids, changeSetId } = await record(
      consentArg(samira, ['meet', 'private-approach', 'meet'], ['authorities', 'company']),
    );
    const { events } = valueOf(await vault.ask.consents.ofContact({ contactId: samira }));
    const [set] = valueOf(await vault.ask.history.recent({ limit: 1 }));
    expect([
      events.map((event) => `${event.purpose} ${event.audience}`).sort(),
      events.every((event) => ids.includes(event.id)),
      set?.id === changeSetId,
      set?.reason,
    ]).toEqual([
      [
        'meet authorities',
        'meet company',
        'private-approach authorities',
        'private-approach company',
      ],
      true,
      true,
      'consent',
    ]);
  });

  it('refuses a decision of tomorrow, and a proxy who is the contact or nobody', async () => {
    const proxy = (contactId: string) => ({
      givenBy: 'proxy' as const,
      proxy: {
        ...{ contactId, name: null, relation: 'family' as const },
        ...{ reachedHow: 'By phone', whyNotSelf: 'Held incommunicado' },
      },
    });
    const outcomes = [
      await vault.ask.consents.record(
        consentArg(samira, ['meet'], ['any'], { decidedOn: '2026-11-25' }),
      ),
      await vault.ask.consents.record(consentArg(samira, ['meet'], ['any'], proxy(samira))),
      await vault.ask.consents.record(consentArg(samira, ['meet'], ['any'], proxy(STRANGER))),
      await vault.ask.consents.record(consentArg(STRANGER, ['meet'], ['any'])),
    ];
    const issue = (path: string[], code: string) => ({
      kind: 'invalid-argument',
      issues: [{ path, code }],
    });
    const unknown = { kind: 'not-found', record: { type: 'contact', id: STRANGER } };
    expect(outcomes.map((one) => failureIn<unknown>(one))).toEqual([
      issue(['details', 'decidedOn'], 'in-the-future'),
      issue(['details', 'proxy', 'contactId'], 'same-contact'),
      unknown,
      unknown,
    ]);
  });

  it('flags at once the pending actions that a withdrawal leaves without consent', async () => {
    await record(consentArg(samira, ['private-approach', 'attend-trial'], ['authorities']));
    const approach = await addAction(vault, 'Approach', [samira], { dueOn: '2026-12-01' });
    const trial = await addAction(vault, 'Trial', [samira], { type: 'trial-observation' });
    const overridden = await addAction(vault, 'Demarche', [samira], { type: 'demarche' });
    const planned = await addAction(vault, 'Only planned', [samira]);
    for (const id of [approach, trial]) {
      valueOf(await vault.ask.actions.move({ id, status: 'in-progress' }));
    }
    valueOf(
      await vault.ask.actions.move({ id: overridden, status: 'in-progress', override: OVERRIDE }),
    );
    const withdrawn = { decision: 'withdrawn' } as const;
    const first = await record(
      consentArg(samira, ['private-approach'], ['authorities'], withdrawn),
    );
    const second = await record(consentArg(samira, ['formal-demarche'], ['any'], withdrawn));
    expect([first.actionsNowWithoutConsent, second.actionsNowWithoutConsent]).toEqual([
      [
        { id: approach, title: 'Approach', status: 'in-progress' },
        { id: planned, title: 'Only planned', status: 'planned' },
      ],
      [
        { id: approach, title: 'Approach', status: 'in-progress' },
        { id: overridden, title: 'Demarche', status: 'in-progress' },
      ],
    ]);
  });

  it('names the bundles that already carried the contact out, on a no and not on a yes', async () => {
    const bundleId = '01890000-0000-7000-8000-0000000000b1';
    const at = '2026-11-20T10:00:00.000Z';
    writeChangeSet(vault.store, because(vault.context, 'export-bundle'), (writer) =>
      writer.create(
        'bundle-entry',
        {
          ...{ direction: 'out', kind: 'handover', counterpartId: STRANGER, at },
          ...{ counterpartName: 'Officer Two', counterpartVerified: true, sequence: 1 },
          ...{ audience: 'other-posts', sizeBytes: 1, contactIds: [samira], recordCount: 1 },
          sha256: createHash('sha256').digest('hex'),
        },
        bundleId,
      ),
    );
    const given = await record(consentArg(samira, ['meet'], ['any']));
    const refused = await record(consentArg(samira, ['meet'], ['any'], { decision: 'refused' }));
    expect([given.bundlesAlreadyOut, refused.bundlesAlreadyOut]).toEqual([
      [],
      [{ id: bundleId, counterpartName: 'Officer Two', at }],
    ]);
  });
});

describe('the decisions of a contact', () => {
  it('are listed newest first, with who recorded them when, and which no longer count', async () => {
    await record(consentArg(samira, ['meet'], ['any'], { decidedOn: '2026-03-01' }));
    vault.setToday('2026-11-30');
    await record(
      consentArg(samira, ['meet'], ['any'], { decision: 'withdrawn', decidedOn: '2026-11-01' }),
    );
    const { events, standing } = valueOf(await vault.ask.consents.ofContact({ contactId: samira }));
    expect([
      events.map((event) => [
        event.decision,
        event.decidedOn,
        event.recordedAt,
        event.recordedBy,
        event.superseded,
      ]),
      standing.map((row) => [row.purpose, row.audience, row.state]),
    ]).toEqual([
      [
        ['withdrawn', '2026-11-01', '2026-11-30T12:00:00.000Z', 'Officer One', false],
        ['given', '2026-03-01', '2026-11-24T09:30:00.000Z', 'Officer One', true],
      ],
      [['meet', 'any', 'withdrawn']],
    ]);
  });

  it('come to a standing for each purpose and audience that was named', async () => {
    await record(
      consentArg(samira, ['meet'], ['any'], { decidedOn: '2026-01-01', expiresOn: '2026-06-30' }),
    );
    await record(consentArg(samira, ['meet'], ['ngo'], { conditions: 'Not before the verdict' }));
    const { standing } = valueOf(await vault.ask.consents.ofContact({ contactId: samira }));
    expect(
      standing.map(({ audience, state, conditions }) => [audience, state, conditions]),
    ).toEqual([
      ['any', 'expired', ''],
      ['ngo', 'live', 'Not before the verdict'],
    ]);
  });
});

describe('what is due for review', () => {
  it('is what lapses or is to be reviewed by the day, soonest first, of decisions that count', async () => {
    const tariq = await addContact(vault, 'Tariq');
    const removed = await addContact(vault, 'Removed');
    const dates = (expiresOn: string | null, reviewOn: string | null, decision = 'given') =>
      ({ decidedOn: '2026-01-01', expiresOn, reviewOn, decision }) as Parameters<
        typeof consentArg
      >[3];
    await record(consentArg(samira, ['meet'], ['any'], dates('2026-12-31', '2026-12-01')));
    await record(consentArg(tariq, ['referral'], ['ngo'], dates('2026-11-30', null)));
    await record(consentArg(tariq, ['meet'], ['ngo'], dates('2026-11-30', null)));
    await record(consentArg(tariq, ['meet'], ['ngo'], { decidedOn: TODAY }));
    await record(
      consentArg(tariq, ['use-of-photo'], ['any'], dates(null, '2026-12-24', 'refused')),
    );
    await record(consentArg(removed, ['meet'], ['any'], dates('2026-11-30', null)));
    await vault.ask.contacts.remove({ id: removed });
    const due = valueOf(await vault.ask.consents.dueForReview({ until: '2026-12-30' }));
    expect(due.map((row) => [row.on, row.contactLabel, row.purpose, row.why])).toEqual([
      ['2026-11-30', 'Tariq', 'referral', 'expires'],
      ['2026-12-01', 'Samira', 'meet', 'review'],
      ['2026-12-24', 'Tariq', 'use-of-photo', 'review'],
    ]);
  });
});

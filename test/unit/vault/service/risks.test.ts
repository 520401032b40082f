import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RiskAssessmentFields } from '../../../../src/shared/model/risk-assessment.ts';
import type { RiskLevel } from '../../../../src/shared/model/vocabulary/contact.ts';
import { incidentFields, riskAssessmentFields } from '../../../support/situation.ts';
import { addAction, addContact, contactFields, failureIn, OVERRIDE, valueOf } from './records.ts';
import { makeVault, type Vault } from './vault-fixture.ts';

let vault: Vault;
let defender: string;
beforeEach(async () => {
  vault = await makeVault();
  defender = await addContact(vault, 'Samira', { riskLevel: 'low' });
});
afterEach(() => {
  vault.dispose();
});

interface Saved {
  readonly id: string;
  readonly changeSetId: string;
}

async function assess(
  level: RiskLevel,
  assessedOn: string,
  change: Partial<RiskAssessmentFields> & { readonly id?: string } = {},
): Promise<Saved> {
  const { id = null, ...rest } = change;
  const fields = riskAssessmentFields(defender, { level, assessedOn, reviewOn: null, ...rest });
  const saved = valueOf(await vault.ask.risks.save({ id, fields }));
  return { id: saved.id, changeSetId: saved.changeSetId ?? '' };
}

async function levelNow(): Promise<RiskLevel | null> {
  return valueOf(await vault.ask.contacts.page({ id: defender })).contact.riskLevel;
}

const undo = (changeSetId: string) => vault.ask.history.undo({ changeSetId });

// domain.md: "a rhythm per contact (by risk level)". Contact that follows an outdated level is
// harm by neglect, so level and assessment change together.
describe("a contact's level of risk", () => {
  it('is that of the newest assessment, changed in the same change set', async () => {
    const { id, changeSetId } = await assess('high', '2026-11-01');
    const changeSets = valueOf(await vault.ask.history.recent({}));
    const newest = changeSets[0];
    expect([
      await levelNow(),
      newest?.id === changeSetId,
      newest?.changes.filter(({ field }) => field === 'riskLevel').map(({ to }) => to),
      new Set(newest?.changes.map(({ record }) => record.id)),
    ]).toEqual(['high', true, ['high'], new Set([id, defender])]);
  });

  it('does not follow an assessment of an earlier day that is recorded late', async () => {
    await assess('high', '2026-11-01');
    await assess('extreme', '2026-10-01');
    expect(await levelNow()).toBe('high');
  });

  it('follows the one recorded last where two are of one day', async () => {
    await assess('high', '2026-11-01');
    await assess('medium', '2026-11-01');
    expect(await levelNow()).toBe('medium');
  });

  it('follows an edit, of the level as of the day', async () => {
    const older = await assess('medium', '2026-10-01');
    const newer = await assess('high', '2026-11-01');
    await assess('extreme', '2026-11-01', { id: newer.id });
    const edited = await levelNow();
    await assess('low', '2026-11-02', { id: older.id });
    expect([edited, await levelNow()]).toEqual(['extreme', 'low']);
  });

  it('falls back to the assessment before where the newest is removed, then to none', async () => {
    const older = await assess('medium', '2026-10-01');
    const newer = await assess('high', '2026-11-01');
    valueOf(await vault.ask.risks.remove({ id: newer.id }));
    const before = await levelNow();
    const removed = valueOf(await vault.ask.risks.remove({ id: older.id }));
    const none = await levelNow();
    valueOf(await undo(removed.changeSetId ?? ''));
    expect([before, none, await levelNow()]).toEqual(['medium', null, 'medium']);
  });

  it('goes back with an undo to what was given by hand, and forth with its undo', async () => {
    const { changeSetId } = await assess('high', '2026-11-01');
    const undone = valueOf(await undo(changeSetId));
    const byHand = await levelNow();
    valueOf(await undo(undone.changeSetId));
    expect([byHand, await levelNow()]).toEqual(['low', 'high']);
  });

  it('stays with the newest when an older assessment that first gave it is undone', async () => {
    const first = await assess('high', '2026-10-01');
    await assess('high', '2026-11-01');
    valueOf(await undo(first.changeSetId));
    expect(await levelNow()).toBe('high');
  });

  it('is not put back by hand, nor by a form opened before the assessment', async () => {
    await assess('high', '2026-11-01');
    const { contact } = valueOf(await vault.ask.contacts.page({ id: defender }));
    const { id: _id, ...fields } = { ...contact, riskLevel: 'low' as const, profession: 'Editor' };
    valueOf(await vault.ask.contacts.save({ id: defender, fields }));
    const after = valueOf(await vault.ask.contacts.page({ id: defender })).contact;
    expect([after.riskLevel, after.profession]).toEqual(['high', 'Editor']);
  });

  it('refuses the undo of a hand-given level that an assessment has since confirmed', async () => {
    const fields = contactFields('Idris');
    const { id } = valueOf(await vault.ask.contacts.save({ id: null, fields }));
    const rated = { ...fields, riskLevel: 'medium' as const };
    const byHand = valueOf(await vault.ask.contacts.save({ id, fields: rated }));
    const assessment = riskAssessmentFields(id, { level: 'medium', reviewOn: null });
    valueOf(await vault.ask.risks.save({ id: null, fields: assessment }));
    expect(failureIn(await undo(byHand.changeSetId ?? ''))).toEqual({
      kind: 'undo-conflict',
      records: [{ type: 'contact', id }],
    });
  });
});

describe('an assessment', () => {
  it('rates the nine risks for each who bears them, and is read back whole', async () => {
    const fields = riskAssessmentFields(defender, {
      ratings: (['defender', 'family', 'community'] as const).map((bearer) => ({
        ...{ risk: 'criminalisation', bearer, likelihood: 4, severity: 5, note: 'Charges' },
      })),
    });
    const { id } = valueOf(await vault.ask.risks.save({ id: null, fields }));
    expect(valueOf(await vault.ask.risks.get({ id }))).toEqual({
      assessment: { ...fields, id },
      contactLabel: 'Samira',
    });
  });

  it('is refused at the field for a day that has not come, or another contact', async () => {
    const other = await addContact(vault, 'Idris');
    const { id } = await assess('high', '2026-11-01');
    const ahead = riskAssessmentFields(defender, { assessedOn: '2026-11-25' });
    const moved = riskAssessmentFields(other);
    const unknown = riskAssessmentFields(randomUUID());
    expect([
      failureIn(await vault.ask.risks.save({ id: null, fields: ahead })),
      failureIn(await vault.ask.risks.save({ id, fields: moved })),
      failureIn(await vault.ask.risks.save({ id: null, fields: unknown })),
    ]).toEqual([
      {
        kind: 'invalid-argument',
        issues: [{ path: ['fields', 'assessedOn'], code: 'in-future' }],
      },
      {
        kind: 'invalid-argument',
        issues: [{ path: ['fields', 'contactId'], code: 'of-another-contact' }],
      },
      { kind: 'not-found', record: { type: 'contact', id: unknown.contactId } },
    ]);
  });

  it('is listed newest first', async () => {
    await assess('high', '2026-10-01');
    await assess('extreme', '2026-11-01');
    await assess('low', '2026-01-01');
    const list = valueOf(await vault.ask.risks.ofContact({ contactId: defender }));
    expect(list.map((one) => one.level)).toEqual(['extreme', 'high', 'low']);
  });
});

describe('what is due for review', () => {
  it('is the newest assessment of each contact, the longest due first, up to and with the day', async () => {
    const other = await addContact(vault, 'Idris');
    await assess('high', '2026-09-01', { reviewOn: '2026-10-01' });
    const newest = await assess('medium', '2026-10-01', { reviewOn: '2026-11-24' });
    const fields = riskAssessmentFields(other, { reviewOn: '2026-11-20' });
    const { id } = valueOf(await vault.ask.risks.save({ id: null, fields }));
    const due = async (until: string): Promise<string[]> =>
      valueOf(await vault.ask.risks.dueForReview({ until })).map((row) => row.id);
    expect([await due('2026-11-19'), await due('2026-11-23'), await due('2026-11-24')]).toEqual([
      [],
      [id],
      [id, newest.id],
    ]);
  });

  it('is nothing of a contact who was removed', async () => {
    await assess('high', '2026-10-01', { reviewOn: '2026-10-02' });
    valueOf(await vault.ask.contacts.remove({ id: defender }));
    expect(valueOf(await vault.ask.risks.dueForReview({ until: '2026-12-31' }))).toEqual([]);
  });
});

// "association with foreign diplomats can sometimes create new risks": so what we did stands
// beside what was done to them.
describe('risk over time', () => {
  it('has assessments, incidents and what we did, each from the oldest on', async () => {
    await assess('high', '2026-11-01');
    await assess('medium', '2026-10-01');
    for (const [title, occurredOn] of [
      ['Beating', '2026-10-20'],
      ['Threat', '2026-09-20'],
    ] as const) {
      const fields = incidentFields(defender, { title, occurredOn });
      valueOf(await vault.ask.incidents.save({ id: null, fields }));
    }
    await addAction(vault, 'Only planned', [defender]);
    for (const [title, today] of [
      ['Second', '2026-12-02'],
      ['First', '2026-12-01'],
    ] as const) {
      vault.setToday(today);
      const id = await addAction(vault, title, [defender]);
      valueOf(await vault.ask.actions.move({ id, status: 'done', override: OVERRIDE }));
    }
    const seen = valueOf(await vault.ask.risks.overTime({ contactId: defender }));
    expect([
      seen.assessments.map(({ on, level: risk }) => `${on} ${risk}`),
      seen.incidents.map(({ on, title }) => `${on} ${title}`),
      seen.actions.map(({ on, title }) => `${on} ${title}`),
    ]).toEqual([
      ['2026-10-01 medium', '2026-11-01 high'],
      ['2026-09-20 Threat', '2026-10-20 Beating'],
      ['2026-12-01 First', '2026-12-02 Second'],
    ]);
  });
});

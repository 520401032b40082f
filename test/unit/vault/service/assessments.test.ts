import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyNarrative } from '../../../../src/shared/model/assessment.ts';
import { listAccess } from '../../../../src/vault/db/access-log.ts';
import { writeChangeSet } from '../../../../src/vault/db/change-log.ts';
import { documentWordsOf } from '../../../support/assessment-words.ts';
import { actionReviewFields, incidentFields } from '../../../support/situation.ts';
import {
  addAction,
  addContact,
  consentArg,
  failureIn,
  meetingArg,
  OVERRIDE,
  valueOf,
} from './records.ts';
import { makeVault, type Vault } from './vault-fixture.ts';

let vault: Vault;
beforeEach(async () => {
  vault = await makeVault();
  vault.setToday('2025-06-01');
});
afterEach(() => vault.dispose());

type ContactChange = Parameters<typeof addContact>[2];

/** Contacts who agreed to be counted. */
async function agreed(count: number, change: ContactChange = {}): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const id = await addContact(vault, `Person ${index} of many`, change);
    const purposes = ['statistics', 'private-approach'] as const;
    const arg = consentArg(id, [...purposes], ['capital', 'authorities'], {
      decidedOn: '2025-01-10',
    });
    valueOf(await vault.ask.consents.record(arg));
    ids.push(id);
  }
  return ids;
}

const make = (year: number, token: string | null, change: object = {}) =>
  vault.ask.assessments.make({
    year,
    narrative: emptyNarrative(),
    words: documentWordsOf(),
    language: 'en-GB',
    file: token,
    ...change,
  });

function record<T>(use: Parameters<typeof writeChangeSet<T>>[2]): T {
  const { author, device } = vault.context;
  return writeChangeSet(vault.store, { author, device, reason: 'create' }, use).value;
}

describe('the assessment of a year', () => {
  it('counts, of those who agreed, what the year held: contact, risks, support, reviews, overrides', async () => {
    const women = await agreed(6, { riskGroups: ['women-human-rights-defenders'], remote: true });
    const others = await agreed(6);
    for (const id of women) {
      valueOf(
        await vault.ask.meetings.save(
          meetingArg('Coffee', [id], { fields: { startedAt: '2025-03-01T10:00' } }),
        ),
      );
    }
    record((writer) => {
      for (const id of women) {
        writer.create('incident', incidentFields(id, { occurredOn: '2025-05-02' }));
        // Of another year: not of this one.
        writer.create(
          'incident',
          incidentFields(id, { occurredOn: '2024-12-31', risk: 'impunity' }),
        );
      }
    });
    const actionId = await addAction(vault, 'Call on the ministry', others);
    valueOf(await vault.ask.actions.move({ id: actionId, status: 'done' }));
    const bold = await addAction(vault, 'Demarche', women, { type: 'demarche' });
    valueOf(await vault.ask.actions.move({ id: bold, status: 'in-progress', override: OVERRIDE }));
    vault.setToday('2025-09-01');
    const fields = actionReviewFields(actionId, {
      reviewedOn: '2025-09-01',
      helped: 'yes',
      cost: 'none',
    });
    valueOf(await vault.ask.reviews.save({ id: null, fields }));

    const { figures, counted, overrides, state } = valueOf(
      await vault.ask.assessments.ofYear({ year: 2025 }),
    );
    expect([counted, state]).toEqual([12, 'running']);
    const six = expect.toSatisfy((value) => value === 5 || value === 10);
    expect(figures).toMatchObject({
      people: expect.toSatisfy((value) => value === 10 || value === 15),
      group: { 'women-human-rights-defenders': six, lgbt: 'few' },
      risk: { 'intimidation-harassment': six, impunity: 'few' },
      support: { 'private-approach': six, demarche: 'few' },
      helped: { yes: six, no: 'few' },
      cost: { none: six, serious: 'few' },
      override: { overridden: six },
      // Beside parts with nobody in them one more has to be left out.
      coverage: {
        'remote-in-touch': 'left-out',
        'elsewhere-in-touch': 'left-out',
        'remote-silent': 'left-out',
        'elsewhere-silent': six,
      },
    });
    expect(overrides).toEqual([
      {
        actionId: bold,
        title: 'Demarche',
        type: 'demarche',
        status: 'in-progress',
        on: '2025-06-01',
        authorisedBy: 'Head of mission',
      },
    ]);
    expect(valueOf(await vault.ask.assessments.ofYear({ year: 2024 })).figures?.risk).toMatchObject(
      {
        'intimidation-harassment': 'few',
        impunity: six,
      },
    );
  });

  it('counts an override of the year whose action was removed since, as the list of them has it', async () => {
    const women = await agreed(6);
    await agreed(6);
    const id = await addAction(vault, 'Demarche', women, { type: 'demarche' });
    valueOf(await vault.ask.actions.move({ id, status: 'in-progress', override: OVERRIDE }));
    valueOf(await vault.ask.actions.remove({ id }));
    const { figures, overrides } = valueOf(await vault.ask.assessments.ofYear({ year: 2025 }));
    expect([figures?.override.overridden, overrides.length]).toEqual([
      expect.toSatisfy((value) => value === 5 || value === 10),
      1,
    ]);
  });

  it('counts nobody who did not agree, and says to the officer how many and why', async () => {
    await agreed(6, { riskGroups: ['lgbt'] });
    for (let index = 0; index < 10; index += 1) {
      await addContact(vault, `Never asked ${index}`, { riskGroups: ['indigenous-communities'] });
    }
    const gone = await agreed(1);
    valueOf(
      await vault.ask.consents.record(
        consentArg(gone[0] ?? '', ['statistics'], ['capital'], {
          decision: 'withdrawn',
          decidedOn: '2025-05-01',
        }),
      ),
    );
    const page = valueOf(await vault.ask.assessments.ofYear({ year: 2025 }));
    expect(page.counted).toBe(6);
    expect(page.notCounted.sort((a, b) => b.contacts - a.contacts)).toEqual([
      { why: 'never-asked', contacts: 10 },
      { why: 'withdrawn', contacts: 1 },
    ]);
    expect(page.figures?.group['indigenous-communities']).toBe('few');
  });

  it('leaves out of a person what they asked to withhold', async () => {
    const ids = await agreed(5, { riskGroups: ['lgbt'], remote: true });
    await agreed(5);
    record((writer) => {
      for (const id of ids) {
        writer.create('incident', incidentFields(id, { occurredOn: '2025-05-02' }));
      }
    });
    const groupAndRisk = async () => {
      const { figures } = valueOf(await vault.ask.assessments.ofYear({ year: 2025 }));
      return [figures?.group.lgbt, figures?.risk['intimidation-harassment']];
    };
    expect(await groupAndRisk()).toEqual([5, 5]);
    for (const id of ids) {
      const arg = consentArg(id, ['statistics'], ['capital'], {
        decidedOn: '2025-02-01',
        withheld: ['incidents', 'risk', 'locality'],
      });
      valueOf(await vault.ask.consents.record(arg));
    }
    expect(await groupAndRisk()).toEqual(['few', 'few']);
  });

  it('gives the same numbers each time it is asked', async () => {
    await agreed(6, { riskGroups: ['lgbt'] });
    await agreed(7);
    const ask = async () => valueOf(await vault.ask.assessments.ofYear({ year: 2025 })).figures;
    const first = await ask();
    expect([await ask(), await ask()]).toEqual([first, first]);
  });
});

describe('the document', () => {
  it('is of a year that is over, and of five people or more', async () => {
    await agreed(4);
    expect(failureIn(await make(2025, null))).toEqual({
      kind: 'invalid-argument',
      issues: [{ path: ['year'], code: 'year-not-over' }],
    });
    vault.setToday('2026-01-01');
    expect(failureIn(await make(2025, null)).kind).toBe('nothing-to-export');
    await agreed(1);
    expect((await make(2025, null)).ok).toBe(true);
  });

  it('keeps its figures: who withdraws or agrees later cannot be told from a second one', async () => {
    const ids = await agreed(6, { riskGroups: ['lgbt'] });
    await agreed(6);
    vault.setToday('2026-01-05');
    valueOf(await make(2025, null));
    const first = valueOf(await vault.ask.assessments.ofYear({ year: 2025 }));
    expect(first).toMatchObject({ state: 'made', madeOn: '2026-01-05' });
    vault.setToday('2026-01-06');
    for (const id of ids) {
      valueOf(
        await vault.ask.consents.record(
          consentArg(id, ['statistics'], ['capital'], {
            decision: 'withdrawn',
            decidedOn: '2026-01-06',
          }),
        ),
      );
    }
    vault.setToday('2026-02-01');
    const { token, path } = vault.grantSave('again.html');
    valueOf(await make(2025, token));
    const again = valueOf(await vault.ask.assessments.ofYear({ year: 2025 }));
    expect(again.figures).toEqual(first.figures);
    expect(again.madeOn).toBe('2026-01-05');
    const lgbt = first.figures?.group.lgbt;
    expect(readFileSync(path, 'utf8')).toContain(`<th scope="row">lgbt</th><td>${lgbt}</td>`);
    // Of a year not yet published they are gone at once.
    expect(valueOf(await vault.ask.assessments.ofYear({ year: 2024 })).counted).toBe(6);
  });

  it('is a page without scripts, holding what was written as text, and no name', async () => {
    await agreed(5);
    vault.setToday('2026-01-05');
    const { token, path } = vault.grantSave('assessment.html');
    valueOf(
      await make(2025, token, {
        narrative: { ...emptyNarrative(), done: '<script>alert(1)</script> & "more"' },
        words: documentWordsOf({ title: 'Assessment of 2025 <b>' }),
      }),
    );
    const html = readFileSync(path, 'utf8');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;');
    expect(html).toContain('<title>Assessment of 2025 &lt;b&gt;</title>');
    expect(html).toContain("default-src 'none'");
    expect(html.match(/<script|<img|<link|href=|src=/gu)).toBeNull();
    expect(html).not.toContain('Person');
    expect(html.match(/<tr>/gu)).toHaveLength(9 + 7 + 24 + 5 + 4 + 1 + 4);
  });

  it('names nobody: a full name in what the officer wrote is refused at its field', async () => {
    await agreed(5);
    await addContact(vault, 'Amal Osman');
    vault.setToday('2026-01-05');
    const heard = 'We met AMAL  Osman, who said that it helped.';
    expect(
      failureIn(await make(2025, null, { narrative: { ...emptyNarrative(), heard } })),
    ).toEqual({
      kind: 'invalid-argument',
      issues: [{ path: ['narrative', 'heard'], code: 'names-a-contact' }],
    });
    expect(valueOf(await vault.ask.assessments.ofYear({ year: 2025 })).state).toBe('over');
    const spared = 'We met Amalia Osmanova, who is no contact.';
    valueOf(await make(2025, null, { narrative: { ...emptyNarrative(), heard: spared } }));
    const { narrative } = valueOf(await vault.ask.assessments.ofYear({ year: 2025 }));
    expect(narrative.heard).toBe(spared);
  });

  it('is an entry of the access log each time, as an export or a print, without a name', async () => {
    await agreed(5);
    vault.setToday('2026-01-05');
    valueOf(await make(2025, null));
    valueOf(await make(2025, vault.grantSave('a.html').token));
    const entries = listAccess(vault.store, { before: null, limit: 10 });
    expect(entries.map(({ kind, detail, contactIds }) => ({ kind, detail, contactIds }))).toEqual([
      { kind: 'export', detail: { what: 'assessment', year: 2025 }, contactIds: [] },
      { kind: 'print', detail: { what: 'assessment', year: 2025 }, contactIds: [] },
    ]);
  });

  it('goes only to a file that was granted', async () => {
    await agreed(5);
    vault.setToday('2026-01-05');
    const stranger = '6f2c1b1e-5f0e-4e0a-9c5e-3f6d2a1b0c9d';
    expect(failureIn(await make(2025, stranger)).kind).toBe('file-not-granted');
    expect(listAccess(vault.store, { before: null, limit: 10 })).toEqual([]);
  });
});

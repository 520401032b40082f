import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ExportPreview } from '../../../../src/shared/contract/bundles.ts';
import type { RecordType } from '../../../../src/shared/model/record-type.ts';
import type { WithheldPart } from '../../../../src/shared/model/vocabulary/consent.ts';
import { writeChangeSet, type RecordWriter } from '../../../../src/vault/db/change-log.ts';
import { giveCard, plaintextOf, send } from '../../../support/handover.ts';
import { addAction, addContact, addTraveller, consentToTravel } from '../../../support/records.ts';
import {
  addSituation,
  custodyFields,
  hearingFields,
  incidentFields,
  planFields,
  riskAssessmentFields,
  taskFields,
  visitRequestFields,
} from '../../../support/situation.ts';
import { openVaultOf, type VaultHere } from '../../../support/vault-here.ts';

let rita: VaultHere;
let vault: VaultHere;
let recipientId: string;
let defender: string;
beforeAll(async () => {
  rita = await openVaultOf('Rita Receiver');
});
afterAll(() => {
  rita.dispose();
});
beforeEach(async () => {
  vault = await openVaultOf('Sven Sender');
  recipientId = await giveCard(rita, vault);
  defender = await addTraveller(vault, 'Defender');
});
afterEach(() => {
  vault.dispose();
});

function add(use: (writer: RecordWriter) => void): void {
  const author = { id: randomUUID(), name: 'Sven' };
  writeChangeSet(vault.store, { author, device: 'test', reason: 'create' }, use);
}

/** Sends the defender: what went by type, what stayed and why, and every byte that left. */
async function sent(): Promise<{
  counts: ExportPreview['counts'];
  stays: [RecordType, string][];
  text: string;
}> {
  const { path, preview } = await send(vault, { contactIds: [defender], recipientId });
  const text = (await plaintextOf(rita, path)).toString('latin1');
  return {
    counts: preview.counts,
    stays: preview.stays.map(({ record, why }) => [record.type, why]),
    text,
  };
}

describe('what a defender faces', () => {
  it('travels with them', async () => {
    addSituation(vault.store, defender, await addAction(vault, 'Raise it', [defender]));
    const { counts, stays } = await sent();
    expect([counts, stays]).toEqual([
      {
        contact: 1,
        'consent-event': 2,
        action: 1,
        incident: 1,
        'risk-assessment': 1,
        custody: 1,
        'visit-request': 1,
        hearing: 1,
        plan: 1,
        'action-review': 1,
        task: 1,
      },
      [],
    ]);
  });

  const parts: [WithheldPart, RecordType[]][] = [
    ['risk', ['risk-assessment']],
    ['incidents', ['incident']],
    ['custody', ['custody', 'hearing', 'visit-request']],
  ];
  it.each(parts)('stays where they asked to leave out %s', async (part, types) => {
    await consentToTravel(vault, defender, 'other-posts', {
      withheld: [part],
      decidedOn: '2026-11-21',
    });
    add((writer) => {
      writer.create('risk-assessment', riskAssessmentFields(defender, { safetyPlan: 'mk-risk' }));
      writer.create('incident', incidentFields(defender, { description: 'mk-incidents' }));
      const custodyId = writer.create('custody', custodyFields(defender, { note: 'mk-custody' }));
      writer.create('hearing', hearingFields(defender, { note: 'mk-custody' }));
      writer.create(
        'visit-request',
        visitRequestFields(defender, custodyId, { findings: 'mk-custody' }),
      );
    });
    const { text, counts } = await sent();
    expect(types.map((type) => counts[type])).toEqual(types.map(() => undefined));
    expect(text.includes(`mk-${part}`)).toBe(false);
    expect(text.match(/mk-\w+/gu)?.length).toBeGreaterThan(0);
  });

  it('stays where it names someone who stays, or is closely held', async () => {
    const other = await addContact(vault, 'Not asked');
    add((writer) => {
      writer.create(
        'incident',
        incidentFields(defender, {
          perpetrators: [{ id: randomUUID(), contactId: other, name: null, type: 'police' }],
        }),
      );
      writer.create('incident', incidentFields(defender, { sensitivity: 'closely-held' }));
      writer.create('custody', custodyFields(defender, { lawyerContactId: other }));
      writer.create('plan', planFields([defender, other]));
      writer.create(
        'plan',
        planFields([defender], {
          partners: [{ id: randomUUID(), contactId: other, name: 'Partner', role: 'lead' }],
        }),
      );
    });
    const { stays } = await sent();
    expect(stays.sort()).toEqual([
      ['custody', 'names-someone-who-stays'],
      ['incident', 'closely-held'],
      ['incident', 'names-someone-who-stays'],
      ['plan', 'names-someone-who-stays'],
      ['plan', 'names-someone-who-stays'],
    ]);
  });

  it('stays where it once named someone who stays', async () => {
    const other = await addContact(vault, 'Not asked');
    let id = '';
    add((writer) => {
      id = writer.create('plan', planFields([defender, other]));
    });
    add((writer) => {
      writer.update('plan', id, { subjectIds: [defender] });
    });
    expect((await sent()).stays).toEqual([['plan', 'names-someone-who-stays']]);
  });

  it('leaves the calling back of a bundle to whoever sent it', async () => {
    add((writer) => {
      writer.create('task', taskFields({ contactId: defender, bundleEntryId: randomUUID() }));
      writer.create('task', taskFields({ contactId: defender }));
    });
    expect((await sent()).counts.task).toBe(1);
  });
});

import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { because } from '../../src/vault/service/context.ts';
import { writeChangeSet } from '../../src/vault/db/change-log.ts';
import { INTERNALS } from '../../src/vault/db/store-internals.ts';
import type { ReadStore } from '../../src/vault/db/store.ts';
import { markersBelow } from './markers.ts';
import {
  addTraveller,
  consentArg,
  contactFields,
  followUpInput,
  meetingArg,
  promiseInput,
  actionFields,
  valueOf,
} from './records.ts';
import {
  actionReviewFields,
  custodyFields,
  hearingFields,
  incidentFields,
  planFields,
  riskAssessmentFields,
  taskFields,
  visitRequestFields,
} from './situation.ts';
import type { VaultHere } from './vault-here.ts';

/** A person with something of everything, and what others have to do with them. */
export interface Known {
  readonly personId: string;
  readonly otherId: string;
  readonly sharedLogId: string;
  readonly sharedActionId: string;
  readonly otherConsentId: string;
}

/** What the person is called wherever others' records speak of them. */
export const NAME = 'Amina Diallo';

/**
 * Writes a person's records and those they share with another one, with a marker in every text that
 * is the person's, a few times over with other ones; then removes some, as an officer would.
 */
export async function knowSomebody(vault: VaultHere, next: () => string): Promise<Known> {
  const { ask, store } = vault;
  const contact = (): ReturnType<typeof contactFields> => ({
    ...contactFields(NAME),
    names: [
      { id: randomUUID(), kind: 'primary', text: NAME, script: null },
      { id: randomUUID(), kind: 'alias', text: next(), script: null },
    ],
    ...{ codeName: next(), profession: next(), locality: next(), coverPhrase: next() },
    ...{ notes: `${next()}\n${next()}`, tags: [next()] },
    methods: [
      {
        ...{ id: randomUUID(), kind: 'phone', value: next(), safeHours: next(), note: next() },
        ...{ neverUse: false, preferred: true },
      },
    ],
  });
  const otherId = await addTraveller(vault, 'Bakary Sow');
  const personId = await addTraveller(vault, NAME, contact());
  valueOf(await ask.contacts.save({ id: personId, fields: contact() }));
  valueOf(
    await ask.contacts.setPhoto({
      id: personId,
      file: vault.grantBytes('p.png', pngWith(next())),
    }),
  );
  const tie = valueOf(
    await ask.contacts.saveRelationship({
      id: null,
      fields: {
        ...{ fromContactId: personId, toContactId: otherId, type: 'colleague-of' },
        ...{ since: null, until: null, note: next() },
      },
    }),
  );
  const consent = consentArg(personId, ['private-approach'], ['authorities'], {
    ...{ interpreter: next(), conditions: next(), note: next(), decidedOn: '2026-11-01' },
  });
  valueOf(await ask.consents.record(consent));
  valueOf(await ask.consents.record(consentArg(otherId, ['private-approach'], ['authorities'])));
  const logOf = async (ids: string[], text: string): Promise<string> => {
    const { id } = valueOf(
      await ask.meetings.save({
        ...meetingArg(text, ids, { fields: { said: text, told: text, place: text } }),
        promises: [promiseInput(personId, next())],
        followUps: [followUpInput(next(), { contactId: personId })],
      }),
    );
    return id;
  };
  const ownLogId = await logOf([personId], next());
  const minutes = vault.grantBytes('minutes.txt', Buffer.from(next().repeat(20_000)));
  const file = { ownerType: 'meeting-log' as const, ownerId: ownLogId, file: minutes };
  valueOf(await ask.attachments.add(file));
  valueOf(await ask.meetings.seal({ id: ownLogId }));
  const sharedLogId = await logOf([personId, otherId], `${NAME} and Bakary spoke`);
  valueOf(await ask.meetings.seal({ id: sharedLogId }));
  const own = actionFields(next(), [personId], { owner: next(), detail: next() });
  const ownActionId = valueOf(await ask.actions.save({ id: null, fields: own })).id;
  valueOf(await ask.actions.move({ id: ownActionId, status: 'in-progress' }));
  const shared = actionFields('Raise both', [personId, otherId], { detail: `For ${NAME}` });
  const sharedActionId = valueOf(await ask.actions.save({ id: null, fields: shared })).id;
  const otherConsent = consentArg(otherId, ['meet'], ['own-mission'], {
    ...{ givenBy: 'proxy', decidedOn: '2026-11-20', conditions: `Not before ${NAME} agrees` },
    proxy: {
      ...{ contactId: personId, name: null, relation: 'lawyer' },
      ...{ reachedHow: 'by phone', whyNotSelf: 'away' },
    },
  });
  const otherConsentId = valueOf(await ask.consents.record(otherConsent)).ids[0] ?? '';
  writeChangeSet(store, because(vault.context, 'create'), (writer) => {
    writer.create('incident', incidentFields(personId, { title: next(), description: next() }));
    writer.create('risk-assessment', riskAssessmentFields(personId, { triggers: next() }));
    const custodyId = writer.create(
      'custody',
      custodyFields(personId, { charges: next(), lawyerContactId: otherId, note: next() }),
    );
    writer.create('visit-request', visitRequestFields(personId, custodyId, { visitors: next() }));
    writer.create('hearing', hearingFields(personId, { custodyId, note: next(), title: next() }));
    writer.create('plan', planFields([personId], { goal: next() }));
    writer.create('action-review', actionReviewFields(ownActionId, { note: next() }));
    writer.create('task', taskFields({ contactId: personId, text: next() }));
    writer.create(
      'custody',
      custodyFields(otherId, { lawyerContactId: personId, lawyerName: NAME }),
    );
  });
  valueOf(await ask.drafts.put({ form: 'contact', key: personId, body: { notes: next() } }));
  const meeting = { participants: [{ contactId: personId }], said: next() };
  valueOf(await ask.drafts.put({ form: 'meeting-log', key: 'new', body: meeting }));
  // What was removed is in the history all the same.
  valueOf(await ask.contacts.removeRelationship({ id: tie.id }));
  return { personId, otherId, sharedLogId, sharedActionId, otherConsentId };
}

/** What is found of the markers in the decrypted file of a vault: every page of it, used or not. */
export function markersInFile(
  store: ReadStore,
  folder: string,
  markers: readonly string[],
): string[] {
  writeFileSync(join(folder, 'plain'), store[INTERNALS].database.serialize());
  return markersBelow(folder, markers);
}

/** The words of the search index that begin like a marker; they stand there cut into pieces. */
export function markersInIndex(store: ReadStore): unknown[] {
  const { database } = store[INTERNALS];
  database.exec(
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.word USING fts5vocab('main', 'search_index', 'row')",
  );
  return database
    .prepare(
      "SELECT term FROM temp.word WHERE term LIKE 'mk0%' OR term LIKE 'mk1%' OR term = 'amina'",
    )
    .pluck()
    .all();
}

function pngWith(text: string): Buffer {
  const head = '89504e470d0a1a0a0000000d494844520000000100000001';
  return Buffer.concat([Buffer.from(head, 'hex'), Buffer.from(text.repeat(8_000))]);
}

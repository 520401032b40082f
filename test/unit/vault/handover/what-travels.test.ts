import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ExportPreview } from '../../../../src/shared/contract/bundles.ts';
import type { ContactFields } from '../../../../src/shared/model/contact.ts';
import type { WithheldPart } from '../../../../src/shared/model/vocabulary/consent.ts';
import { contentsOf, giveCard, plaintextOf, previewOf, send } from '../../../support/handover.ts';
import {
  actionFields,
  addAction,
  addContact,
  addLog,
  addTraveller,
  consentArg,
  consentToTravel,
  followUpInput,
  meetingArg,
  promiseInput,
  valueOf,
} from '../../../support/records.ts';
import { openVaultOf, type VaultHere } from '../../../support/vault-here.ts';

let rita: VaultHere;
beforeAll(async () => {
  rita = await openVaultOf('Rita Receiver');
});
afterAll(() => {
  rita.dispose();
});

let vault: VaultHere;
let recipientId: string;
/** Somebody who may travel, so that there is always a bundle to look into. */
let companion: string;
beforeEach(async () => {
  vault = await openVaultOf('Sven Sender');
  recipientId = await giveCard(rita, vault);
  companion = await addTraveller(vault, 'Companion');
});
afterEach(() => {
  vault.dispose();
});

type Stay = Pick<ExportPreview['stays'][number], 'label' | 'why'>;

/** Sends these contacts with the companion: what was said to stay, and every byte that left. */
async function sendWith(
  ids: string[],
): Promise<{ stays: Stay[]; text: string; preview: ExportPreview }> {
  const { path, preview } = await send(vault, { contactIds: [companion, ...ids], recipientId });
  const text = (await plaintextOf(rita, path)).toString('latin1');
  expect(text).toContain('Companion');
  return { stays: preview.stays.map(({ label, why }) => ({ label, why })), text, preview };
}

/** The words that must not leave, where they did. */
function markersIn(text: string): string[] {
  return text.match(/mk-\w*/gu) ?? [];
}

const SHARE = 'share-inside-mission' as const;
const HOLD = 'hold-record' as const;
const BASIS = { ground: 'public-role', explanation: 'Chairs a public body' } as const;
type Prepare = (id: string) => Promise<void>;

async function say(
  id: string,
  purpose: typeof SHARE | typeof HOLD,
  change: Parameters<typeof consentArg>[3] & { audience?: 'own-mission' | 'any' | 'other-posts' },
): Promise<void> {
  const { audience = 'other-posts', ...details } = change;
  const arg = consentArg(id, [purpose], [audience], { decidedOn: '2026-11-20', ...details });
  valueOf(await vault.ask.consents.record(arg));
}

describe('a contact stays', () => {
  const cases: [string, Stay['why'], Partial<ContactFields>, Prepare][] = [
    [
      'who is a draft, whatever was agreed',
      'contact-is-draft',
      { state: 'draft' },
      (id) => consentToTravel(vault, id),
    ],
    ['who was never asked', 'never-asked', {}, () => Promise.resolve()],
    ['who refused', 'refused', {}, (id) => say(id, SHARE, { decision: 'refused' })],
    [
      'who withdrew',
      'withdrawn',
      {},
      async (id) => {
        await consentToTravel(vault, id);
        await say(id, SHARE, { decision: 'withdrawn', decidedOn: '2026-11-21' });
      },
    ],
    [
      'who withdrew on the day of the consent',
      'withdrawn',
      {},
      async (id) => {
        await say(id, SHARE, { decision: 'withdrawn' });
        await consentToTravel(vault, id);
      },
    ],
    [
      'who withdrew towards everybody',
      'withdrawn',
      {},
      async (id) => {
        await consentToTravel(vault, id);
        await say(id, SHARE, { audience: 'any', decision: 'withdrawn', decidedOn: '2026-11-21' });
      },
    ],
    ['whose consent expired', 'expired', {}, (id) => say(id, SHARE, { expiresOn: '2026-11-23' })],
    [
      'who agreed to another audience',
      'wrong-audience',
      {},
      (id) => say(id, SHARE, { audience: 'own-mission' }),
    ],
    [
      'whose consent is of tomorrow',
      'not-yet-in-force',
      {},
      async (id) => {
        vault.clock.today = '2026-11-25';
        await say(id, SHARE, { decidedOn: '2026-11-25' });
        vault.clock.today = '2026-11-24';
      },
    ],
    [
      'who no longer lets us hold the record',
      'withdrawn',
      {},
      async (id) => {
        await consentToTravel(vault, id);
        await say(id, HOLD, {
          audience: 'own-mission',
          decision: 'withdrawn',
          decidedOn: '2026-11-21',
        });
      },
    ],
    [
      'who refused, whatever the legitimate basis',
      'refused',
      { legitimateBasis: BASIS },
      (id) => say(id, SHARE, { decision: 'refused' }),
    ],
  ];
  it.each(cases)('%s', async (_, why, fields, prepare) => {
    const id = await addContact(vault, 'mk-name', { notes: 'mk-notes', ...fields });
    await prepare(id);
    const { stays, text } = await sendWith([id]);
    expect(stays).toEqual([{ label: 'mk-name', why }]);
    expect(markersIn(text)).toEqual([]);
    expect(text).not.toContain(id);
  });
});

describe('a contact travels', () => {
  const cases: [string, string, Partial<ContactFields>, Prepare][] = [
    ['by a consent to this audience', 'consent', {}, (id) => say(id, SHARE, {})],
    ['by a consent to every audience', 'consent', {}, (id) => say(id, SHARE, { audience: 'any' })],
    [
      'by a consent that ends today',
      'consent',
      {},
      (id) => say(id, SHARE, { expiresOn: '2026-11-24' }),
    ],
    [
      'by a later consent than the refusal',
      'consent',
      {},
      async (id) => {
        await say(id, SHARE, { decision: 'refused', decidedOn: '2026-11-19' });
        await say(id, SHARE, {});
      },
    ],
    [
      'by a legitimate basis',
      'legitimate-basis',
      { legitimateBasis: BASIS },
      () => Promise.resolve(),
    ],
  ];
  it.each(cases)('%s', async (_, ground, fields, prepare) => {
    const id = await addContact(vault, 'mk-name', fields);
    await prepare(id);
    const { stays, text, preview } = await sendWith([id]);
    expect(stays).toEqual([]);
    expect(preview.travels.find(({ contactId }) => contactId === id)?.ground).toBe(ground);
    expect(text).toContain('mk-name');
  });
});

describe('a meeting log', () => {
  it('that is a draft stays', async () => {
    await addLog(vault, 'mk-title', [companion], { seal: false });
    const { stays, text } = await sendWith([]);
    expect(stays).toEqual([{ label: 'mk-title', why: 'meeting-is-draft' }]);
    expect(markersIn(text)).toEqual([]);
  });

  it('that is closely held stays, with all that belongs to it', async () => {
    await addLog(vault, 'mk-title', [companion], {
      fields: { sensitivity: 'closely-held', said: 'mk-said' },
      promises: [promiseInput(companion, 'mk-promise')],
      followUps: [followUpInput('mk-follow-up')],
    });
    const { stays, text } = await sendWith([]);
    expect(stays).toEqual([{ label: 'mk-title', why: 'closely-held' }]);
    expect(markersIn(text)).toEqual([]);
  });

  it('that names someone who stays, stays', async () => {
    const other = await addContact(vault, 'mk-other');
    await addLog(vault, 'mk-title', [companion, other]);
    const { stays, text } = await sendWith([other]);
    expect(stays).toEqual([
      { label: 'mk-other', why: 'never-asked' },
      { label: 'mk-title', why: 'names-someone-who-stays' },
    ]);
    expect(markersIn(text)).toEqual([]);
  });

  it('that names someone who was not chosen, stays', async () => {
    const other = await addTraveller(vault, 'mk-other');
    await addLog(vault, 'mk-title', [companion, other]);
    const { stays } = await sendWith([]);
    expect(stays).toEqual([{ label: 'mk-title', why: 'names-someone-who-stays' }]);
    expect((await sendWith([other])).stays).toEqual([]);
  });

  it('that named someone who stays before it was sealed, stays: its history would name them', async () => {
    const other = await addContact(vault, 'Other');
    const draft = meetingArg('mk-with other', [companion, other]);
    const { id } = valueOf(await vault.ask.meetings.save(draft));
    valueOf(
      await vault.ask.meetings.save({ ...meetingArg('Meeting', [companion]), id, seal: true }),
    );
    const { stays, text } = await sendWith([other]);
    expect(stays).toContainEqual({ label: 'Meeting', why: 'names-someone-who-stays' });
    expect(markersIn(text)).toEqual([]);
    expect(text).not.toContain(other);
  });

  it('travels with its promises and follow-ups, but for those that are of someone who stays', async () => {
    const other = await addContact(vault, 'Other');
    await addLog(vault, 'Meeting', [companion], {
      promises: [promiseInput(companion, 'to the companion'), promiseInput(other, 'mk-to other')],
      followUps: [
        followUpInput('for all'),
        followUpInput('for companion', { contactId: companion }),
        followUpInput('mk-for other', { contactId: other }),
      ],
    });
    const { text, preview } = await sendWith([other]);
    for (const part of ['Meeting', 'to the companion', 'for all', 'for companion']) {
      expect(text).toContain(part);
    }
    expect(markersIn(text)).toEqual([]);
    expect(preview.counts).toMatchObject({ 'meeting-log': 1, promise: 1, 'follow-up': 2 });
  });
});

describe('a relationship', () => {
  function tie(fromContactId: string, toContactId: string): Promise<string> {
    const fields = { fromContactId, toContactId, since: null, until: null, note: 'mk-note' };
    return vault.ask.contacts
      .saveRelationship({ id: null, fields: { ...fields, type: 'family-of' } })
      .then((saved) => valueOf(saved).id);
  }

  it('with one end that stays, stays; with both ends going, goes', async () => {
    const other = await addContact(vault, 'Other');
    await tie(companion, other);
    const first = await sendWith([other]);
    expect(first.stays).toContainEqual({
      label: 'Companion – Other',
      why: 'names-someone-who-stays',
    });
    expect(markersIn(first.text)).toEqual([]);
    await consentToTravel(vault, other);
    const second = await sendWith([other]);
    expect(second.stays).toEqual([]);
    expect(second.text).toContain('mk-note');
  });

  it('that was once to someone who stays, stays', async () => {
    const other = await addContact(vault, 'Other');
    const third = await addTraveller(vault, 'Third');
    const id = await tie(companion, other);
    const fields = { fromContactId: companion, toContactId: third, since: null, until: null };
    valueOf(
      await vault.ask.contacts.saveRelationship({
        id,
        fields: { ...fields, type: 'family-of', note: '' },
      }),
    );
    const { text } = await sendWith([third]);
    expect(markersIn(text)).toEqual([]);
    expect(text).not.toContain(other);
  });
});

describe('an action', () => {
  it('with several subjects travels only if every one does', async () => {
    const other = await addContact(vault, 'Other');
    await addAction(vault, 'mk-both', [companion, other], { detail: 'mk-detail' });
    await addAction(vault, 'For one', [companion]);
    const { stays, text } = await sendWith([other]);
    expect(stays).toContainEqual({ label: 'mk-both', why: 'names-someone-who-stays' });
    expect(markersIn(text)).toEqual([]);
    expect(text).toContain('For one');
  });

  it('that was once for someone who stays, stays', async () => {
    const other = await addContact(vault, 'Other');
    const id = await addAction(vault, 'mk-both', [companion, other]);
    valueOf(await vault.ask.actions.save({ id, fields: actionFields('mk-one', [companion]) }));
    const { text } = await sendWith([other]);
    expect(markersIn(text)).toEqual([]);
    expect(text).not.toContain(other);
  });
});

describe('what someone asked us to leave out is in no byte of the bundle, history included:', () => {
  const PNG = Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001', 'hex');

  async function withheld(
    part: WithheldPart,
    fields: Partial<ContactFields> = {},
  ): Promise<string> {
    const id = await addContact(vault, 'Discreet', fields);
    await consentToTravel(vault, id, 'other-posts', { withheld: [part] });
    return id;
  }

  async function edited(id: string, fields: Partial<ContactFields>): Promise<void> {
    const { contact } = valueOf(await vault.ask.contacts.page({ id }));
    const { id: _, ...kept } = contact;
    valueOf(await vault.ask.contacts.save({ id, fields: { ...kept, ...fields } }));
  }

  it('ways of contact', async () => {
    const method = (value: string): ContactFields['methods'][number] => ({
      ...{ id: randomUUID(), kind: 'phone', value, safeHours: 'mk-hours' },
      ...{ neverUse: false, preferred: true, note: 'mk-note' },
    });
    const id = await withheld('contact-methods', {
      methods: [method('mk-old')],
      coverPhrase: 'mk-old cover',
    });
    await edited(id, { methods: [method('mk-new')], coverPhrase: 'mk-cover' });
    const { text, preview } = await sendWith([id]);
    expect(markersIn(text)).toEqual([]);
    expect(text).toContain('Discreet');
    expect(preview.travels.find(({ contactId }) => contactId === id)?.withheld).toEqual([
      'contact-methods',
    ]);
  });

  it('where they are', async () => {
    const id = await withheld('locality', { locality: 'mk-old town', country: 'ZQ', remote: true });
    await edited(id, { locality: 'mk-town', country: 'QZ', remote: false });
    const { text } = await sendWith([id]);
    expect(markersIn(text)).toEqual([]);
    for (const part of ['"ZQ"', '"QZ"', '"remote","id":"' + id]) expect(text).not.toContain(part);
  });

  it('their photo, the one before it, and the same picture in any other file', async () => {
    const id = await withheld('photo');
    const [old, now] = ['mk-old', 'mk-now'].map((text) => Buffer.concat([PNG, Buffer.from(text)]));
    for (const bytes of [old, now]) {
      const file = vault.grantBytes('mk-photo.png', bytes ?? PNG);
      valueOf(await vault.ask.contacts.setPhoto({ id, file }));
    }
    const draft = valueOf(await vault.ask.meetings.save(meetingArg('Meeting', [id])));
    for (const [ownerType, ownerId] of [
      ['meeting-log', draft.id],
      ['contact', companion],
    ] as const) {
      const file = vault.grantBytes('mk-copy.png', now ?? PNG);
      valueOf(await vault.ask.attachments.add({ ownerType, ownerId, file }));
    }
    valueOf(
      await vault.ask.contacts.setPhoto({
        id: companion,
        file: vault.grantBytes('mk-b.png', now ?? PNG),
      }),
    );
    valueOf(await vault.ask.meetings.seal({ id: draft.id }));
    const { text, stays } = await sendWith([id]);
    expect(markersIn(text)).toEqual([]);
    expect(text.includes('"field":"photo"')).toBe(false);
    expect(stays.map(({ why }) => why)).toEqual(stays.map(() => 'withheld-by-consent'));
    expect(text).toContain('Meeting');
  });

  it('what was said at meetings, with promises, follow-ups and files', async () => {
    const id = await withheld('meeting-notes');
    const draft = valueOf(
      await vault.ask.meetings.save({
        ...meetingArg('mk-title', [id, companion], { fields: { said: 'mk-said' } }),
        promises: [promiseInput(id, 'mk-promise'), promiseInput(companion, 'mk-promise too')],
        followUps: [followUpInput('mk-follow-up')],
      }),
    );
    const file = vault.grantBytes('mk-file', Buffer.from('mk-bytes'));
    valueOf(await vault.ask.attachments.add({ ownerType: 'meeting-log', ownerId: draft.id, file }));
    valueOf(await vault.ask.meetings.seal({ id: draft.id }));
    const { text, stays } = await sendWith([id]);
    expect(stays).toEqual([{ label: 'mk-title', why: 'withheld-by-consent' }]);
    expect(markersIn(text)).toEqual([]);
  });

  it('their relationships', async () => {
    const id = await withheld('relationships');
    const fields = { fromContactId: companion, toContactId: id, since: null, until: null };
    valueOf(
      await vault.ask.contacts.saveRelationship({
        id: null,
        fields: { ...fields, type: 'lawyer-of', note: 'mk-note' },
      }),
    );
    const { text, stays } = await sendWith([id]);
    expect(stays).toEqual([{ label: 'Companion – Discreet', why: 'withheld-by-consent' }]);
    expect(markersIn(text)).toEqual([]);
  });
});

describe('a preview', () => {
  it('counts exactly what is then in the bundle', async () => {
    const other = await addTraveller(vault, 'Other', { notes: 'x' });
    const staying = await addContact(vault, 'Staying');
    await addLog(vault, 'Both', [companion, other], { promises: [promiseInput(other, 'Book')] });
    await addLog(vault, 'With one who stays', [companion, staying]);
    await addAction(vault, 'Visit', [other]);
    const file = vault.grantBytes('letter.txt', Buffer.from('Dear Madam'));
    valueOf(await vault.ask.attachments.add({ ownerType: 'contact', ownerId: other, file }));
    const ids = [companion, other, staying];
    const { path, preview } = await send(vault, { contactIds: ids, recipientId });
    const { manifest, changeSets, attachments } = await contentsOf(rita, path);
    expect(manifest.counts).toEqual(preview.counts);
    const records = new Set(
      changeSets.flatMap((set) => set.changes.map((c) => `${c.type} ${c.id}`)),
    );
    expect(records.size).toBe(Object.values(preview.counts).reduce((sum, n) => sum + n, 0));
    expect(preview.counts).toEqual({
      contact: 2,
      'consent-event': 4,
      'meeting-log': 1,
      promise: 1,
      action: 1,
      attachment: 1,
    });
    expect(attachments.hashes.length).toBe(1);
    expect(preview.travels.map(({ label, counts }) => [label, counts])).toEqual([
      ['Companion', { contact: 1, 'consent-event': 2, 'meeting-log': 1 }],
      [
        'Other',
        { contact: 1, 'consent-event': 2, 'meeting-log': 1, promise: 1, action: 1, attachment: 1 },
      ],
    ]);
  });

  it('leaves out who is not there, and is the same when asked twice', async () => {
    const choice = { contactIds: [companion, randomUUID()], recipientId };
    const first = await previewOf(vault, choice);
    expect(first.travels.map(({ label }) => label)).toEqual(['Companion']);
    expect(first.stays).toEqual([]);
    expect(await previewOf(vault, choice)).toEqual(first);
  });

  it('changes nothing', async () => {
    const first = valueOf(await vault.ask.history.recent({ limit: 1 }));
    await previewOf(vault, { contactIds: [companion], recipientId });
    expect(valueOf(await vault.ask.history.recent({ limit: 1 }))).toEqual(first);
  });
});

import { randomUUID } from 'node:crypto';
import type { Calls } from '../../src/shared/contract/contract.ts';
import type { Client } from '../../src/shared/contract/define.ts';
import {
  actionFields,
  consentArg,
  contactFields,
  followUpInput,
  meetingArg,
  promiseInput,
  valueOf,
} from './records.ts';

type Token = string | Promise<string>;

/** A vault that markers are written into, however it is asked. */
export interface MarkedVault {
  readonly ask: Client<Calls>;
  /** Puts a file outside of what is searched, and grants it to be read. */
  open(name: string, content: string): Token;
  /** Grants a file to be written, at a place that is searched. */
  save(name: string): Token;
  /** Grants such a file to be read. */
  reopen(name: string): Token;
}

/**
 * Writes every marker into a field somewhere, until all are used up: every kind of record, drafts,
 * searches, an attachment, a vCard file and a bundle. Gives how often each was.
 */
export async function typeEverywhere(
  vault: MarkedVault,
  markers: readonly string[],
): Promise<Map<string, number>> {
  const used = new Map<string, number>();
  let at = 0;
  const next = (): string => {
    const marker = markers[at++ % markers.length] ?? '';
    used.set(marker, (used.get(marker) ?? 0) + 1);
    return marker;
  };
  const { ask, open } = vault;
  const me = valueOf(await ask.officers.me({}));
  while (used.size < markers.length) {
    const contact = (): ReturnType<typeof contactFields> => ({
      ...contactFields(next()),
      ...{ codeName: next(), profession: next(), locality: next(), coverPhrase: next() },
      ...{ notes: `${next()}\n${next()}`, tags: [next(), next()] },
      legitimateBasis: { ground: 'public-role', explanation: next() },
      peacefulMeans: {
        status: 'met',
        assessedBy: next(),
        assessedOn: '2025-11-01',
        ground: next(),
      },
      methods: [
        {
          ...{ id: randomUUID(), kind: 'phone', value: next(), safeHours: next(), note: next() },
          ...{ neverUse: false, preferred: true },
        },
      ],
    });
    const { id } = valueOf(await ask.contacts.save({ id: null, fields: contact() }));
    valueOf(await ask.contacts.save({ id, fields: contact() }));
    const other = valueOf(await ask.contacts.save({ id: null, fields: contact() })).id;
    valueOf(
      await ask.contacts.saveRelationship({
        id: null,
        fields: {
          ...{ fromContactId: id, toContactId: other, type: 'colleague-of' },
          ...{ since: null, until: null, note: next() },
        },
      }),
    );
    const consent = consentArg(id, ['hold-record', 'share-inside-mission'], ['any'], {
      ...{ interpreter: next(), conditions: next(), note: next(), givenBy: 'proxy' },
      decidedOn: '2025-11-20',
      proxy: {
        ...{ contactId: null, name: next(), relation: 'lawyer' },
        ...{ reachedHow: next(), whyNotSelf: next() },
      },
    });
    valueOf(await ask.consents.record(consent));
    const log = valueOf(
      await ask.meetings.save({
        ...meetingArg(next(), [id], {
          fields: {
            ...{ place: next(), interpreter: next(), said: next().repeat(50), told: next() },
            participants: [
              { contactId: id, name: null, role: 'defender' },
              { contactId: null, name: next(), role: 'observer' },
            ],
          },
        }),
        promises: [promiseInput(id, next())],
        followUps: [followUpInput(next(), { assignedTo: next() })],
      }),
    );
    const file = await open('minutes.txt', next().repeat(20_000));
    valueOf(await ask.attachments.add({ ownerType: 'meeting-log', ownerId: log.id, file }));
    valueOf(await ask.meetings.seal({ id: log.id }));
    const action = actionFields(next(), [id], { owner: next(), detail: next(), outcome: next() });
    const planned = valueOf(await ask.actions.save({ id: null, fields: action })).id;
    const override = {
      ...{ reason: next(), authorisedBy: next(), defenderUnreachable: true, secondName: next() },
    };
    valueOf(await ask.actions.move({ id: planned, status: 'in-progress', override }));
    const body = { name: next(), notes: next().repeat(500), list: [next()] };
    for (const form of ['contact', 'meeting-log', 'consent', 'action'] as const) {
      valueOf(await ask.drafts.put({ form, key: randomUUID(), body }));
    }
    for (const text of [next(), next().slice(0, 7), `${next()} ${next()}`]) {
      valueOf(await ask.search.query({ text }));
      valueOf(await ask.contacts.list({ text }));
    }
    const cards = `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${next()}\r\nNOTE:${next()}\r\nTEL:${next()}\r\nEND:VCARD\r\n`;
    const report = valueOf(await ask.imports.previewVcard({ file: await open('a.vcf', cards) }));
    valueOf(await ask.imports.applyVcard({ importId: report.importId }));
    const choice = {
      ...{ contactIds: [id, other], recipientId: me.id, audience: 'other-posts' as const },
    };
    const { previewId } = valueOf(await ask.bundles.previewExport(choice));
    const bundle = `${randomUUID()}.age`;
    const exported = { ...choice, previewId, file: await vault.save(bundle) };
    valueOf(await ask.bundles.export(exported));
    const opened = valueOf(await ask.bundles.open({ file: await vault.reopen(bundle) }));
    valueOf(await ask.bundles.dismiss({ importId: opened.importId }));
    valueOf(await ask.history.ofRecord({ type: 'contact', id }));
    valueOf(await ask.contacts.remove({ id: other }));
  }
  return used;
}

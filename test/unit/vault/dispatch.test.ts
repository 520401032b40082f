import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callOf } from '../../../src/shared/contract/call-of.ts';
import { callChannels } from '../../../src/shared/contract/client.ts';
import { createDispatcher, type OpenHandlers } from '../../../src/vault/dispatch.ts';
import { Refused } from '../../../src/vault/db/errors.ts';
import { openHandlers } from '../../../src/vault/service/handlers.ts';
import { sessionHandlers } from '../../../src/vault/service/session.ts';
import { emptyNarrative } from '../../../src/shared/model/assessment.ts';
import { documentWordsOf } from '../../support/assessment-words.ts';
import { dumpOf } from '../../support/dump.ts';
import { malformedFor, nested } from '../../support/malformed.ts';
import {
  actionReviewFields,
  custodyFields,
  hearingFields,
  incidentFields,
  planFields,
  riskAssessmentFields,
  visitRequestFields,
} from '../../support/situation.ts';
import { openVaultOf, vaultOn, type VaultHere } from '../../support/vault-here.ts';
import {
  actionFields,
  consentArg,
  contactFields,
  failureIn,
  meetingArg,
} from '../../support/records.ts';

const id = '01930000-0000-7000-8000-000000000001';
const file = randomUUID();
/** A visit as a form gives it: whose detention it is in says whom it is to. */
const { contactId: _contactId, ...visitFields } = visitRequestFields(id, id);

/** One argument that each call takes; a new call has to be added here. */
const VALID: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'session.status': {},
  'session.createVault': { passphrase: 'p', officerName: 'o', post: 'p' },
  'session.confirmRecoveryCode': { recoveryCode: 'r' },
  'session.replaceRecoveryCode': { passphrase: 'p' },
  'session.unlock': { passphrase: 'p' },
  'session.rescue': { secret: { type: 'passphrase', passphrase: 'p' } },
  'session.finishRescue': { keep: true },
  'session.unlockWithRecoveryCode': { recoveryCode: 'r', newPassphrase: 'p' },
  'session.changePassphrase': { current: 'p', next: 'q' },
  'contacts.list': {},
  'contacts.page': { id },
  'contacts.save': { id: null, fields: contactFields('A name') },
  'contacts.remove': { id },
  'contacts.activate': { ids: [id] },
  'contacts.setPhoto': { id, file },
  'contacts.tags': {},
  'contacts.saveRelationship': {
    id: null,
    fields: {
      fromContactId: id,
      toContactId: randomUUID(),
      type: 'family-of',
      since: null,
      until: null,
      note: '',
    },
  },
  'contacts.removeRelationship': { id },
  'attachments.add': { ownerType: 'contact', ownerId: id, file },
  'attachments.read': { sha256: 'f'.repeat(64) },
  'attachments.view': { id },
  'attachments.remove': { id },
  'meetings.list': {},
  'meetings.get': { id },
  'meetings.save': { ...meetingArg('A title', [id]) },
  'meetings.seal': { id },
  'meetings.removeDraft': { id },
  'meetings.promises': {},
  'meetings.settlePromise': { id, state: 'kept', settledOn: null, toldThemOn: null },
  'meetings.followUps': {},
  'meetings.settleFollowUp': { id, state: 'done', settledOn: null },
  'consents.ofContact': { contactId: id },
  'consents.record': { ...consentArg(id, ['meet'], ['any']) },
  'consents.dueForReview': { until: '2026-12-01' },
  'consents.ofPurpose': { purpose: 'meet' },
  'duplicates.list': { limit: 10 },
  'overrides.list': {},
  'actions.list': {},
  'actions.get': { id },
  'actions.save': { id: null, fields: actionFields('A title', [id]) },
  'actions.check': { type: 'demarche', audience: 'authorities', subjectIds: [id] },
  'actions.move': { id, status: 'in-progress' },
  'actions.remove': { id },
  'plans.list': {},
  'plans.get': { id },
  'plans.save': { id: null, fields: planFields([id]) },
  'plans.remove': { id },
  'incidents.list': {},
  'incidents.density': {},
  'incidents.get': { id },
  'incidents.save': { id: null, fields: incidentFields(id) },
  'incidents.remove': { id },
  'risks.ofContact': { contactId: id },
  'risks.get': { id },
  'risks.save': { id: null, fields: riskAssessmentFields(id) },
  'risks.remove': { id },
  'risks.dueForReview': { until: '2026-12-01' },
  'risks.overTime': { contactId: id },
  'reviews.due': { until: '2026-12-01' },
  'reviews.list': {},
  'reviews.get': { id },
  'reviews.ofAction': { actionId: id },
  'reviews.save': { id: null, fields: { ...actionReviewFields(id) } },
  'reviews.remove': { id },
  'impact.backlash': {},
  'impact.pledges': { from: '2026-01-01', to: '2026-12-31' },
  'impact.tiePledge': { actionId: id, pledge: 'assess', tied: true },
  'assessments.ofYear': { year: 2025 },
  'assessments.make': {
    year: 2025,
    narrative: { ...emptyNarrative() },
    words: { ...documentWordsOf() },
    language: 'en',
    file,
  },
  'directory.list': {},
  'multilateral.list': {},
  'tasks.list': {},
  'tasks.save': {
    id: null,
    fields: { text: 'Call', dueOn: null, assignedTo: null, actionId: null, contactId: null },
  },
  'tasks.reviseStep': { task: { id }, text: 'Call', assignedTo: null },
  'tasks.settle': { task: { actionId: id, step: 'consult', text: 'Ask' }, state: 'done' },
  'tasks.remove': { id },
  'rhythm.overview': {},
  'rhythm.coverage': { months: 6 },
  'rhythm.told': {},
  'rhythm.toldTo': { contactId: id },
  'rhythm.ledger': {},
  'rhythm.plan': { contactId: id, on: '2026-12-01', text: 'Call' },
  'rhythm.noteAttempt': { contactId: id, on: '2026-11-24', text: 'No answer' },
  'rhythm.setRhythm': { contactId: id, everyDays: 30 },
  'today.overview': {},
  'entrustments.list': {},
  'entrustments.receiptsOwed': {},
  'documents.sendReceipt': { bundleId: id, keyType: 'hybrid', file },
  'documents.sendRequest': { entrustmentId: id, keyType: 'hybrid', file },
  'entrustments.ofContact': { contactId: id },
  'entrustments.request': { counterpartId: id, contactId: null, wanted: 'x', answerBy: null },
  'entrustments.settle': { id, to: 'revoked', reason: '' },
  'officers.myCardCode': {},
  'officers.importCardCode': { code: 'c' },
  'custody.list': {},
  'custody.ofContact': { contactId: id },
  'custody.get': { id },
  'custody.save': { id: null, fields: custodyFields(id) },
  'custody.remove': { id },
  'custody.getVisit': { id },
  'custody.saveVisit': { id: null, fields: visitFields },
  'custody.removeVisit': { id },
  'hearings.between': { from: '2026-11-24', to: '2026-12-01' },
  'hearings.ofContact': { contactId: id },
  'hearings.get': { id },
  'hearings.save': { id: null, fields: hearingFields(id) },
  'hearings.remove': { id },
  'calendar.between': { from: '2026-11-24', to: '2026-12-01' },
  'calendar.print': { from: '2026-11-24', to: '2026-12-01' },
  'search.query': { text: 'word' },
  'history.ofRecord': { type: 'contact', id },
  'history.recent': {},
  'history.wentOut': { contactId: id },
  'history.undo': { changeSetId: id },
  'history.verify': {},
  'erasure.preview': { contactId: id },
  'erasure.forget': { contactId: id, previewId: '', mentions: [], confirmation: '' },
  'drafts.get': { form: 'contact', key: 'new' },
  'drafts.put': { form: 'contact', key: 'new', body: { a: 1 } },
  'drafts.discard': { form: 'contact', key: 'new' },
  'drafts.list': {},
  'officers.list': {},
  'officers.me': {},
  'officers.exportCard': { file },
  'officers.importCard': { file },
  'officers.verify': { id, words: ['abandon'], how: 'by-voice', on: '2026-11-24', by: null },
  'officers.dropOtherCard': { id },
  'officers.printCard': {},
  'officers.rotateKeys': { reason: 'routine', post: null },
  'officers.revoke': { id, why: 'other', note: '' },
  'brief.overview': {},
  'brief.ofContacts': { contactIds: [id], audience: null },
  'brief.print': { contactIds: [id], audience: 'other-posts', as: 'paper' },
  'brief.tick': { contactIds: [id], read: true },
  'bundles.previewExport': { contactIds: [id], audience: 'other-posts', recipientId: id },
  'bundles.export': {
    contactIds: [id],
    audience: 'other-posts',
    recipientId: id,
    previewId: 'x',
    file,
  },
  'bundles.previewContact': {
    contactIds: [id],
    audience: 'other-posts',
    recipientId: id,
    previewId: 'x',
    contactId: id,
  },
  'bundles.sentTo': { recipientId: id },
  'bundles.revokeShare': { bundleId: id },
  'bundles.open': { file },
  'bundles.cancelOpening': {},
  'bundles.preview': { importId: randomUUID() },
  'bundles.changesOf': { importId: randomUUID(), contactId: id },
  'bundles.apply': { importId: randomUUID() },
  'bundles.dismiss': { importId: randomUUID() },
  'bundles.register': {},
  'courier.list': {},
  'courier.take': { file, fromName: 'x', forName: 'x' },
  'courier.handOn': { id, file },
  'courier.forget': { id },
  'documents.ofBundle': { id },
  'documents.sendStatistics': { year: 2025, recipientId: id, file },
  'imports.previewVcard': { file },
  'imports.applyVcard': { importId: randomUUID() },
  'imports.dismiss': { importId: randomUUID() },
};

const channels = callChannels().filter((channel) => callOf(channel)?.answeredBy === 'vault');

let vault: VaultHere;
beforeAll(async () => {
  vault = await openVaultOf('Dora Dispatch');
});
afterAll(() => {
  vault.dispose();
});

describe('every call of the contract', () => {
  it('is tried here with an argument that it takes', () => {
    const refused = channels.filter(
      (name) => callOf(name)?.arg.safeParse(VALID[name]).success !== true,
    );
    expect(refused).toEqual([]);
    expect(Object.keys(VALID).sort()).toEqual([...channels].sort());
  });

  it.each(channels)(
    '%s answers fifty wrong arguments as wrong, and changes nothing',
    async (name) => {
      const before = dumpOf(vault.store);
      const wrong = malformedFor(VALID[name] ?? null);
      expect(wrong.length).toBeGreaterThanOrEqual(50);
      const answers = new Set<string>();
      for (const arg of wrong) answers.add(failureIn(await vault.invoke(name, arg)).kind);
      expect([...answers]).toEqual(['invalid-argument']);
      expect(dumpOf(vault.store)).toEqual(before);
      expect(vault.log).toEqual([]);
    },
  );

  it('that needs an open vault is locked before, whatever its argument', async () => {
    const closed = vaultOn();
    for (const name of channels.filter((channel) => callOf(channel)?.needsUnlocked)) {
      expect([name, failureIn(await closed.invoke(name, VALID[name]))]).toEqual([
        name,
        { kind: 'locked' },
      ]);
      const wrong = new Set<string>();
      for (const arg of malformedFor(VALID[name] ?? null)) {
        wrong.add(failureIn(await closed.invoke(name, arg)).kind);
      }
      expect([...wrong].filter((kind) => kind !== 'locked')).toEqual(['invalid-argument']);
    }
    closed.dispose();
  });
});

describe('an argument nested beyond the stack', () => {
  it('is refused, and the next call is answered', async () => {
    const arg = { form: 'contact', key: 'new', body: nested(200_000) };
    const dispatcher = createDispatcher(
      vault.session,
      sessionHandlers,
      openHandlers,
      () => undefined,
    );
    expect(failureIn(await dispatcher.answer('drafts.put', arg))).toMatchObject({
      kind: 'invalid-argument',
    });
    expect((await vault.ask.drafts.list()).ok).toBe(true);
  });
});

describe('a channel that the vault does not answer', () => {
  it.each([
    'host.pickFile',
    'contacts',
    'contacts.',
    'contacts.list.x',
    'contacts.__proto__',
    '__proto__.toString',
    'constructor.name',
    'session.constructor',
    '',
    '.',
    'x'.repeat(10_000),
  ])('(%#) is an unknown call', async (channel) => {
    expect(failureIn(await vault.invoke(channel, {}))).toEqual({
      kind: 'invalid-argument',
      issues: [{ path: [], code: 'unknown-call' }],
    });
  });
});

describe('a fault', () => {
  const SECRET = 'Amina Warsame +1 555 0100';

  function faulty(list: () => never | unknown): {
    answer: () => Promise<unknown>;
    lines: string[];
  } {
    const lines: string[] = [];
    const handlers = {
      ...openHandlers,
      contacts: { ...openHandlers.contacts, tags: list },
    } as unknown as OpenHandlers;
    const dispatcher = createDispatcher(vault.session, sessionHandlers, handlers, (line) =>
      lines.push(line),
    );
    return { answer: () => dispatcher.answer('contacts.tags', {}), lines };
  }

  it.each([
    [
      'a result with a field that the contract does not have',
      () => ({ ok: true, value: [{ tag: 'a', count: 1, secret: SECRET }] }),
    ],
    ['a result of another kind', () => ({ ok: true, value: SECRET })],
    [
      'a result with a value that does not fit',
      () => ({ ok: true, value: [{ tag: 'a', count: SECRET }] }),
    ],
    ['a failure that no call has', () => ({ ok: false, failure: { kind: SECRET } })],
    [
      'a failure with more than it may say',
      () => ({ ok: false, failure: { kind: 'sealed', name: SECRET } }),
    ],
    [
      'a failure of the contract that this call does not declare',
      () => ({ ok: false, failure: { kind: 'sealed' } }),
    ],
    [
      'such a failure thrown',
      () => {
        throw new Refused({ kind: 'undo-conflict', records: [] });
      },
    ],
    ['no answer at all', () => undefined],
    [
      'something thrown',
      () => {
        throw new TypeError(SECRET);
      },
    ],
    [
      'something thrown with lines that look like places',
      () => {
        throw new Error(`x\n    at ${SECRET}\n    at b`);
      },
    ],
    [
      'something thrown that is no error',
      () => {
        throw SECRET as unknown as Error;
      },
    ],
    ['a rejected promise', () => Promise.reject(new RangeError(SECRET))],
    [
      'an error of the file system that is none of the expected',
      () => {
        throw Object.assign(new Error(SECRET), { code: 'EXDEV', path: SECRET });
      },
    ],
  ])('(%s) is internal, with an incident and no value', async (_, handler) => {
    const { answer, lines } = faulty(handler);
    const outcome = await answer();
    expect(outcome).toEqual({
      ok: false,
      failure: { kind: 'internal', incident: expect.stringMatching(/^[0-9a-f-]{36}$/u) as string },
    });
    const incident = (outcome as { failure: { incident: string } }).failure.incident;
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`incident ${incident} in contacts.tags: `);
    expect(lines[0]).not.toContain('\n');
    // An incident is random hexadecimal, and line numbers are numbers: both may hold a `555`.
    const said = `${lines[0] ?? ''} ${JSON.stringify(outcome)}`.replaceAll(incident, '');
    for (const part of SECRET.split(' ').filter((word) => !/^\d+$/u.test(word))) {
      expect(said).not.toContain(part);
    }
  });

  it('that is an undeclared failure is named in the log, so that a test of the call fails', async () => {
    const { answer, lines } = faulty(() => ({ ok: false, failure: { kind: 'sealed' } }));
    await answer();
    expect(lines[0]).toContain('UndeclaredFailure(sealed)');
  });

  it('of a record that does not parse is the argument of whoever gave it', async () => {
    const { answer, lines } = faulty(() => {
      z.strictObject({ name: z.string() }).parse({ name: 1, extra: SECRET });
    });
    expect(await answer()).toEqual({
      ok: false,
      failure: {
        kind: 'invalid-argument',
        issues: [
          { path: ['name'], code: 'invalid_type' },
          { path: [], code: 'unrecognized_keys' },
        ],
      },
    });
    expect(lines).toEqual([]);
  });
});

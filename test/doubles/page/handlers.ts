import { ok, fail } from '../../../src/shared/outcome.ts';
import { RISK_LEVELS } from '../../../src/shared/model/vocabulary/contact.ts';
import type { SessionStatus } from '../../../src/shared/contract/session.ts';
import { DEFAULT_PREFERENCES, preferenceValues } from '../../../src/shared/contract/preferences.ts';
import type { BridgeDouble, BridgeHandlers } from '../bridge.ts';
import { sampleContact, sampleId, sampleRow } from './sample.ts';

const NOW = new Date().toISOString();

/** What the address of the page asks for: `?state=locked&failure=damaged&rows=10000`. */
const wish = new URLSearchParams(window.location.search);

function plusDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

const PICTURE = {
  mediaType: 'image/png',
  shownAs: 'picture',
  base64:
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
} as const;

export function makeHandlers(double: () => BridgeDouble): BridgeHandlers {
  const rows = Array.from({ length: Number(wish.get('rows') ?? 60) }, (_, i) => sampleRow(i));
  const drafts = new Map<string, { body: unknown; updatedAt: string }>();
  let status: SessionStatus = {
    state: (wish.get('state') as SessionStatus['state'] | null) ?? 'unlocked',
    recoveryCodeUnconfirmed: wish.has('unconfirmed'),
    retryAfterSeconds: 0,
    keyslotsRepaired: wish.has('repaired'),
    officer: { id: sampleId(9), name: 'J. Fictional', post: 'Embassy in Examplia' },
  };
  const setState = (next: Partial<SessionStatus>): void => {
    status = { ...status, ...next };
    double().emit('sessionChanged', { state: status.state });
  };
  let preferences = DEFAULT_PREFERENCES;
  const failure = wish.get('failure');
  const written = { id: sampleId(1), changeSetId: sampleId(77) };

  return {
    'host.info': () =>
      ok({
        kind: wish.has('electron') ? 'electron' : 'preview',
        version: '0.1.0',
        platform: 'linux',
      }),
    'host.lock': () => {
      setState({ state: 'locked' });
      return ok({});
    },
    'host.chooseFile': () => fail({ kind: 'cancelled' }),
    'preferences.get': () => ok(preferences),
    'preferences.set': (change) => {
      preferences = preferenceValues.parse({ ...preferences, ...change });
      double().emit('preferencesChanged', preferences);
      return ok(preferences);
    },
    'session.status': () => ok(status),
    'session.createVault': () => {
      setState({ state: 'unlocked', recoveryCodeUnconfirmed: true });
      return ok({ recoveryCode: 'A7KQ2-M4XTR-9ZBD0-CW3HN-YV6PE-28GJS-RM5T1-KD7XQ' });
    },
    'session.confirmRecoveryCode': ({ recoveryCode }) => {
      if (recoveryCode.length < 20) return fail({ kind: 'recovery-code-mistyped', group: 3 });
      status = { ...status, recoveryCodeUnconfirmed: false };
      return ok({});
    },
    'session.replaceRecoveryCode': () =>
      ok({ recoveryCode: 'B7KQ2-M4XTR-9ZBD0-CW3HN-YV6PE-28GJS-RM5T1-KD7XQ' }),
    'session.changePassphrase': () => fail({ kind: 'wrong-secret', retryAfterSeconds: 4 }),
    'session.unlock': ({ acceptOlder }) => {
      if (failure === 'wrong-secret') return fail({ kind: failure, retryAfterSeconds: 12 });
      if (failure === 'rolled-back' && !acceptOlder) {
        return fail({ kind: failure, lastSeenSequence: 412, foundSequence: 387 });
      }
      if (failure === 'damaged' || failure === 'empty-file' || failure === 'in-use') {
        return fail({ kind: failure });
      }
      setState({ state: 'unlocked' });
      return ok(status);
    },
    'session.rescue': () =>
      ok({
        pages: { total: 412, unreadable: 3 },
        tables: [
          { name: 'contact', rows: 34, rowsLost: 0, pagesLost: 1 },
          { name: 'meeting-log', rows: 310, rowsLost: 1, pagesLost: 0 },
          { name: 'change', rows: 5120, rowsLost: 0, pagesLost: 1 },
        ],
        rowsLostElsewhere: 0,
        fromLog: 4,
        intoLog: 2,
        inPart: 0,
        log: {
          ...{ isWhole: false, firstBreak: 212, lastSequence: 387, lastSeenSequence: 387 },
          missing: [{ from: 212, to: 214 }],
        },
        isIdentityNew: false,
      }),
    'session.finishRescue': ({ keep }) =>
      ok({ damagedFile: keep ? 'vault.db.damaged-20261124T120000Z' : null }),
    'contacts.list': (arg) => {
      const found = rows.filter(
        (row) =>
          (arg.kinds === undefined || arg.kinds.includes(row.kind)) &&
          (arg.states === undefined || arg.states.includes(row.state)) &&
          (arg.riskLevels === undefined ||
            (row.riskLevel !== null && arg.riskLevels.includes(row.riskLevel))) &&
          (arg.riskGroup === undefined || row.riskGroups.includes(arg.riskGroup)) &&
          (arg.tag === undefined || row.tags.includes(arg.tag)) &&
          (arg.text === undefined || row.label.toLowerCase().includes(arg.text.toLowerCase())),
      );
      if (arg.sortBy === 'risk') {
        const rank = (level: string | null): number => RISK_LEVELS.indexOf(level as 'low');
        found.sort((a, b) => rank(b.riskLevel) - rank(a.riskLevel));
      }
      return ok({
        rows: wish.has('empty') ? [] : found.slice(0, arg.limit),
        matching: wish.has('empty') ? 0 : found.length,
        total: wish.has('empty') ? 0 : rows.length,
      });
    },
    'contacts.tags': () =>
      ok([
        { tag: 'river case', count: 12 },
        { tag: 'trial watch', count: 9 },
      ]),
    'contacts.page': ({ id }) => {
      const number = Number.parseInt(id.slice(-12), 16);
      return ok({
        contact: sampleContact(number),
        row: sampleRow(number),
        relationships: [1, 2, 3].map((step) => ({
          relationship: {
            id: sampleId(700 + step),
            fromContactId: id,
            toContactId: sampleId(number + step),
            type: (['colleague-of', 'trusted-proxy-of', 'member-of'] as const)[step - 1]!,
            since: step === 1 ? plusDays(-400) : null,
            until: null,
            note: step === 2 ? 'Agreed in person, at the reading room.' : '',
          },
          other: {
            id: sampleId(number + step),
            label: sampleRow(number + step).label,
            kind: sampleRow(number + step).kind,
          },
          side: step === 2 ? ('to' as const) : ('from' as const),
        })),
        attachments: [
          {
            id: sampleId(800),
            ownerType: 'contact' as const,
            ownerId: id,
            sha256: 'a'.repeat(64),
            name: 'summons.pdf',
            mediaType: 'application/pdf',
            sizeBytes: 182_044,
          },
        ],
        timeZone: 'Africa/Nairobi',
        createdAt: NOW,
        changedAt: NOW,
      });
    },
    'contacts.save': () => ok(written),
    'contacts.remove': () => ok(written),
    'contacts.activate': () => ok({ changeSetId: sampleId(77) }),
    'contacts.saveRelationship': () => ok(written),
    'contacts.removeRelationship': () => ok(written),
    'contacts.setPhoto': () => ok(written),
    'attachments.add': () => ok(written),
    'attachments.read': () => ok(PICTURE),
    'attachments.view': () => ok(PICTURE),
    'attachments.remove': () => ok(written),
    'drafts.get': ({ form, key }) => ok((drafts.get(`${form}/${key}`) ?? null) as never),
    'drafts.put': ({ form, key, body }) => {
      drafts.set(`${form}/${key}`, { body, updatedAt: NOW });
      return ok({ updatedAt: NOW });
    },
    'drafts.discard': ({ form, key }) => {
      drafts.delete(`${form}/${key}`);
      return ok({});
    },
    'drafts.list': () =>
      ok(
        wish.has('empty')
          ? []
          : [
              { form: 'contact' as const, key: 'new', updatedAt: NOW },
              { form: 'meeting-log' as const, key: 'new', updatedAt: NOW },
            ],
      ),
    'meetings.list': () => ok({ rows: [], total: 0 }),
    'meetings.promises': () =>
      ok(
        wish.has('empty')
          ? []
          : [-6, 0, 9].map((days, index) => ({
              id: sampleId(900 + index),
              meetingLogId: sampleId(500),
              contactId: sampleId(index),
              text: [
                'Send the trial dates',
                'Ask capital about the visa',
                'Share the guidance note',
              ][index]!,
              dueOn: plusDays(days),
              state: 'open' as const,
              settledOn: null,
              toldThemOn: null,
              contactLabel: sampleRow(index).label,
              meetingTitle: 'At the reading room',
            })),
      ),
    'meetings.followUps': () =>
      ok(
        wish.has('empty')
          ? []
          : [-1, 4].map((days, index) => ({
              id: sampleId(950 + index),
              meetingLogId: sampleId(500),
              contactId: sampleId(index),
              text: ['Check the hearing list', 'Brief the deputy head'][index]!,
              dueOn: plusDays(days),
              assignedTo: null,
              state: 'open' as const,
              settledOn: null,
              contactLabel: sampleRow(index).label,
              meetingTitle: 'At the reading room',
            })),
      ),
    'consents.ofContact': () =>
      ok({ events: [], standing: [], legitimateBasis: null, evidence: [], callBacks: [] }),
    'consents.dueForReview': () =>
      ok(
        wish.has('empty')
          ? []
          : [
              {
                eventId: sampleId(3),
                contactId: sampleId(2),
                contactLabel: sampleRow(2).label,
                purpose: 'public-statement' as const,
                audience: 'public' as const,
                decision: 'given' as const,
                on: plusDays(12),
                why: 'expires' as const,
              },
            ],
      ),
    'actions.list': () => ok([]),
    'search.query': ({ text }) =>
      ok(
        rows
          .filter((row) => row.label.toLowerCase().includes(text.toLowerCase()))
          .slice(0, 5)
          .map((row) => ({
            type: 'contact' as const,
            id: row.id,
            title: row.label,
            snippet: [
              { text: `${row.profession ?? ''} in `, hit: false },
              { text: row.locality ?? '', hit: true },
              { text: ' · met at the reading room', hit: false },
            ],
          })),
      ),
    'history.ofRecord': () => ok([]),
    'history.recent': () => ok([]),
    'history.undo': () => fail({ kind: 'undo-conflict', records: [] }),
    'history.verify': () =>
      ok({ intact: true, changeSets: 1_204, firstAlteredSequence: null, firstDiffering: null }),
    'officers.list': () => ok([]),
    'bundles.register': () => ok([]),
  };
}

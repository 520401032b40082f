import { randomBytes } from 'node:crypto';
import type { ConsentDetails } from '../../src/shared/model/consent-event.ts';
import { emptyContactFields } from '../../src/shared/model/contact.ts';
import { writeChangeSet, type RecordWriter } from '../../src/vault/db/change-log.ts';
import { takeInstanceLock, type InstanceLock } from '../../src/vault/db/instance-lock.ts';
import type { DatabaseKey } from '../../src/vault/db/page-check.ts';
import { createStore, type WriteStore } from '../../src/vault/db/store.ts';
import type { VaultContext } from '../../src/vault/service/context.ts';
import { scriptOf } from '../../src/vault/import/script-of.ts';
import { must } from '../../scripts/demo/must.ts';
import { PEOPLE } from '../../scripts/demo/people.ts';
import { daysBefore } from '../../scripts/demo/portfolio-writing.ts';
import { seededRandom, type Random } from '../../scripts/demo/random.ts';
import { FICTIONAL, PLACES, SAID, TITLES, TOLD } from '../../scripts/demo/texts.ts';

export const TODAY = '2026-11-24';
/** A word that stands in one log of a thousand. */
export const RARE_WORD = 'quindecimal';

export interface FilledVault {
  readonly folder: string;
  readonly lock: InstanceLock;
  readonly key: DatabaseKey;
  readonly store: WriteStore;
  readonly contactIds: readonly string[];
}

const AUTHOR = { id: '00000000-0000-4000-8000-00000000000a', name: 'Bench Officer' };
/** Who writes in every bench. */
export const BECAUSE = { author: AUTHOR, device: 'bench', reason: 'create' } as const;
const LOGS_PER_CHANGE_SET = 500;

/** A new vault in a folder, with so many sealed meeting logs of about 60 words. */
export function fillVault(folder: string, logs: number, contacts: number): FilledVault {
  const lock = must(takeInstanceLock(folder), 'lock');
  const key = { dataKey: randomBytes(32), salt: randomBytes(16) };
  const store = must(createStore({ lock, key }), 'store');
  const random = seededRandom(logs);
  const contactIds: string[] = [];
  writeChangeSet(store, BECAUSE, (writer) => {
    for (let index = 0; index < contacts; index += 1) {
      const id = addContact(writer, random, index);
      contactIds.push(id);
      const consent = { contactId: id, purpose: 'hold-record', audience: 'own-mission' } as const;
      writer.create('consent-event', { ...consent, ...CONSENT_DETAILS });
    }
  });
  for (let done = 0; done < logs; done += LOGS_PER_CHANGE_SET) {
    writeChangeSet(store, BECAUSE, (writer) => {
      for (let index = done; index < Math.min(logs, done + LOGS_PER_CHANGE_SET); index += 1) {
        addLog(writer, random, contactIds, index);
      }
    });
  }
  return { folder, lock, key, store, contactIds };
}

/** What the use cases of an open vault are given, over any store. */
export function benchContext(store: WriteStore): VaultContext {
  return {
    store,
    author: AUTHOR,
    officerPost: 'Bench',
    device: 'bench',
    identity: () => {
      throw new Error('no bench asks for secret keys');
    },
    today: () => TODAY,
    now: () => new Date(store.nowMs()),
    grants: { resolve: () => null },
    emitChanged: () => undefined,
    emitProgress: () => undefined,
  };
}

export const CONSENT_DETAILS: ConsentDetails = {
  decision: 'given',
  decidedOn: '2026-01-01',
  givenBy: 'self',
  proxy: null,
  how: 'in-person',
  language: null,
  interpreter: null,
  conditions: '',
  withheld: [],
  expiresOn: null,
  reviewOn: null,
  note: '',
  withholdings: null,
};

function addContact(writer: RecordWriter, random: Random, index: number): string {
  const person = random.pick(PEOPLE);
  const name = `${person.name} ${index}`;
  return writer.create('contact', {
    ...emptyContactFields(),
    names: [{ id: random.uuid(), kind: 'primary', text: name, script: scriptOf(name) }],
    methods: [
      {
        id: random.uuid(),
        kind: 'phone',
        value: `+999 555 ${String(index).padStart(6, '0')}`,
        safeHours: null,
        neverUse: false,
        preferred: true,
        note: null,
      },
    ],
    profession: person.profession,
    locality: person.place,
    riskLevel: person.risk,
    riskGroups: [...person.groups],
    contactEveryDays: 30,
    tags: ['FICTIONAL', person.place],
    notes: FICTIONAL,
  });
}

function addLog(
  writer: RecordWriter,
  random: Random,
  contactIds: readonly string[],
  index: number,
): void {
  const contactId = random.pick(contactIds);
  const on = daysBefore(TODAY, random.between(0, 1_460));
  const id = writer.create('meeting-log', {
    ...newLog(contactId, on, random),
    title: `${random.pick(TITLES)} ${index}`,
    said: [
      random.pick(SAID),
      random.pick(SAID),
      random.pick(SAID),
      index % 1_000 === 500 ? RARE_WORD : '',
    ].join(' '),
    state: 'sealed',
    sealedAt: '2026-11-24T09:00:00.000Z',
  });
  if (index % 3 !== 0) return;
  writer.create('promise', {
    meetingLogId: id,
    contactId,
    text: 'Send the guidance on observing trials',
    dueOn: on,
    state: index % 30 === 0 ? 'open' : 'kept',
    settledOn: index % 30 === 0 ? null : on,
    toldThemOn: null,
  });
}

/** A log as a form would save it. */
export function newLog(contactId: string, on: string, random: Random) {
  return {
    startedAt: `${on}T10:30`,
    timeZone: 'Europe/Tallinn',
    durationMinutes: 45,
    channel: 'in-person' as const,
    place: random.pick(PLACES),
    participants: [
      { contactId, name: null, role: 'defender' as const },
      { contactId: null, name: 'Bench Officer', role: 'officer' as const },
    ],
    language: 'en',
    interpreter: null,
    title: random.pick(TITLES),
    said: `${random.pick(SAID)} ${random.pick(SAID)}`,
    told: random.pick(TOLD),
    sensitivity: 'normal' as const,
    correctsId: null,
  };
}

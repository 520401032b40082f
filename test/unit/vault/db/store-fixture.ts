import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChangeContext } from '../../../../src/vault/db/change-types.ts';
import { takeInstanceLock, type InstanceLock } from '../../../../src/vault/db/instance-lock.ts';
import type { DatabaseKey } from '../../../../src/vault/db/page-check.ts';
import type { FieldsInput } from '../../../../src/vault/db/record-types.ts';
import {
  createStore,
  openStore,
  type OpenOptions,
  type WriteStore,
} from '../../../../src/vault/db/store.ts';
import { emptyContactFields } from '../../../../src/shared/model/contact.ts';
import type { Outcome } from '../../../../src/shared/outcome.ts';

/** A vault folder of its own, with its lock taken, and a key. */
export interface Fixture {
  readonly folder: string;
  readonly lock: InstanceLock;
  readonly key: DatabaseKey;
  /** Milliseconds; moved by a test. */
  clock: { nowMs: number };
  create(): WriteStore;
  open(options?: Partial<OpenOptions>): ReturnType<typeof openStore>;
  reopen(): WriteStore;
  dispose(): void;
}

export const START_MS = Date.UTC(2026, 10, 24, 9, 30);

export function makeFixture(): Fixture {
  const folder = mkdtempSync(join(tmpdir(), 'steady-store-'));
  const lock = valueOf(takeInstanceLock(folder));
  const key = { dataKey: randomBytes(32), salt: randomBytes(16) };
  const clock = { nowMs: START_MS };
  const opened: WriteStore[] = [];
  const options = { lock, key, nowMs: () => clock.nowMs };
  const keep = (store: WriteStore): WriteStore => {
    opened.push(store);
    return store;
  };
  return {
    folder,
    lock,
    key,
    clock,
    create: () => keep(valueOf(createStore(options))),
    open(more = {}) {
      const outcome = openStore({ ...options, ...more });
      if (outcome.ok) keep(outcome.value);
      return outcome;
    },
    reopen: () => keep(valueOf(openStore(options))),
    dispose() {
      for (const store of opened) store.close();
      lock.release();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Identifier number `n` of a test: always the same. */
export function testId(n: number): string {
  const hex = createHash('sha256').update(String(n)).digest('hex');
  const [a, b, c, d] = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(13, 16), hex.slice(17, 20)];
  return `${a}-${b}-7${c}-8${d}-${hex.slice(20, 32)}`;
}

export function context(reason: ChangeContext['reason'] = 'edit'): ChangeContext {
  return { author: { id: testId(0), name: 'Officer One' }, device: 'laptop-1', reason };
}

export function contactNamed(name: string): FieldsInput<'contact'> {
  return {
    ...emptyContactFields(),
    names: [{ id: testId(1), kind: 'primary', text: name, script: null }],
  };
}

export function meetingLog(
  title: string,
  contactIds: readonly string[] = [],
): FieldsInput<'meeting-log'> {
  return {
    state: 'draft',
    startedAt: '2026-11-20T10:00',
    timeZone: 'Europe/London',
    durationMinutes: 45,
    channel: 'in-person',
    place: 'Café by the river',
    participants: [
      { contactId: null, name: 'Desk officer', role: 'officer' },
      ...contactIds.map((contactId) => ({ contactId, name: null, role: 'defender' as const })),
    ],
    language: 'en',
    interpreter: null,
    title,
    said: 'The trial was put off again.',
    told: 'We will be in the room.',
    sensitivity: 'normal',
    correctsId: null,
    sealedAt: null,
  };
}

export function consentEvent(contactId: string): FieldsInput<'consent-event'> {
  return {
    contactId,
    purpose: 'hold-record',
    audience: 'own-mission',
    decision: 'given',
    decidedOn: '2026-11-20',
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
  };
}

export function valueOf<T>(outcome: Outcome<T, unknown>): T {
  if (!outcome.ok) throw new Error(`unexpected failure: ${JSON.stringify(outcome.failure)}`);
  return outcome.value;
}

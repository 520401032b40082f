import { expect, test } from 'vitest';
import type { HostToVault, VaultToHost } from '../../../../src/shared/contract/wire.ts';
import { openVaultLink, type VaultLink } from '../../../../src/shared/host/vault-link.ts';

/** A vault process as a test drives it. */
class Process {
  readonly received: HostToVault[] = [];
  killed = false;
  #listen: (message: unknown) => void = () => undefined;
  #onEnd: () => void = () => undefined;

  readonly port = {
    post: (message: HostToVault) => void this.received.push(message),
    onMessage: (listener: (message: unknown) => void) => {
      this.#listen = listener;
    },
    onEnd: (listener: () => void) => {
      this.#onEnd = listener;
    },
    kill: () => {
      this.killed = true;
      this.#onEnd();
    },
  };

  say(message: VaultToHost): void {
    this.#listen(message);
  }

  exit(): void {
    this.#onEnd();
  }

  asked(): number[] {
    return this.received.flatMap((message) => (message.type === 'ask' ? [message.id] : []));
  }
}

interface Desk {
  readonly link: VaultLink;
  readonly processes: Process[];
  readonly events: unknown[];
  /** Runs what was put off. */
  timeUp(): void;
  readonly timers: Set<() => void>;
}

function open(): Desk {
  const processes: Process[] = [];
  const events: unknown[] = [];
  const timers = new Set<() => void>();
  let tokens = 0;
  const link = openVaultLink({
    start: () => {
      const started = new Process();
      processes.push(started);
      return started.port;
    },
    later: (run) => {
      timers.add(run);
      return () => void timers.delete(run);
    },
    newToken: () => `token-${(tokens += 1)}`,
    onEvent: (name, payload) => void events.push([name, payload]),
  });
  return {
    link,
    processes,
    events,
    timers,
    timeUp: () => {
      for (const run of timers) run();
    },
  };
}

function at(processes: readonly Process[], index: number): Process {
  const found = processes[index];
  if (found === undefined) throw new Error(`There is no process ${index}.`);
  return found;
}

/** Lets everything that waits only for promises go on. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

const locked = { ok: false, failure: { kind: 'locked' } };

test('what is asked before the vault is ready is held, and then sent in order', async () => {
  const { link, processes } = open();
  const first = link.ask('session.status', {});
  link.grant('/tmp/a.vcf', 'open');
  await settle();
  const vault = at(processes, 0);
  expect(vault.received).toEqual([]);

  vault.say({ type: 'ready' });
  expect(vault.received.map(({ type }) => type).sort()).toEqual(['ask', 'grant']);
  vault.say({ type: 'answer', id: vault.asked()[0] ?? 0, outcome: { ok: true, value: 7 } });
  expect(await first).toEqual({ ok: true, value: 7 });
});

test('answers go to who asked, in whatever order they come', async () => {
  const { link, processes } = open();
  const vault = at(processes, 0);
  vault.say({ type: 'ready' });
  const asked = [link.ask('session.status', {}), link.ask('officers.me', {})];
  await settle();
  const [one = 0, two = 0] = vault.asked();
  vault.say({ type: 'answer', id: two, outcome: { ok: true, value: 'two' } });
  vault.say({ type: 'answer', id: one, outcome: { ok: true, value: 'one' } });
  // An answer to nothing, or twice, changes nothing.
  vault.say({ type: 'answer', id: one, outcome: { ok: true, value: 'again' } });
  vault.say({ type: 'answer', id: 999, outcome: { ok: true, value: 'forged' } });
  expect(await Promise.all(asked)).toEqual([
    { ok: true, value: 'one' },
    { ok: true, value: 'two' },
  ]);
});

test('locking answers `locked` at once, and starts the next process only when the old one is gone', async () => {
  const { link, processes, events, timers } = open();
  const vault = at(processes, 0);
  vault.say({ type: 'ready' });
  const pending = link.ask('contacts.list', {});
  await settle();

  const locking = link.lock();
  expect(await pending).toEqual(locked);
  expect(events).toEqual([['sessionChanged', { state: 'locked' }]]);
  expect(vault.received.at(-1)).toEqual({ type: 'end' });
  const meanwhile = link.ask('session.status', {});
  await settle();
  expect(processes.length).toBe(1);

  vault.exit();
  await locking;
  expect(processes.length).toBe(2);
  expect(timers.size).toBe(0);
  const next = at(processes, 1);
  next.say({ type: 'ready' });
  await settle();
  next.say({ type: 'answer', id: next.asked()[0] ?? 0, outcome: { ok: true, value: null } });
  expect(await meanwhile).toEqual({ ok: true, value: null });
});

test('a vault that does not end in time is killed', async () => {
  const { link, processes, timeUp } = open();
  const vault = at(processes, 0);
  vault.say({ type: 'ready' });
  const locking = link.lock();
  await settle();
  expect(vault.killed).toBe(false);
  timeUp();
  await locking;
  expect(vault.killed).toBe(true);
  expect(processes.length).toBe(2);
});

test('locking twice at once ends one process', async () => {
  const { link, processes, events } = open();
  const vault = at(processes, 0);
  vault.say({ type: 'ready' });
  const both = Promise.all([link.lock(), link.lock()]);
  await settle();
  vault.exit();
  await both;
  expect(vault.received.filter(({ type }) => type === 'end').length).toBe(1);
  expect(processes.length).toBe(2);
  expect(events.length).toBe(1);
});

test('a vault that dies on its own is replaced by a locked one, and the window is told', async () => {
  const { link, processes, events } = open();
  at(processes, 0).say({ type: 'ready' });
  const pending = link.ask('contacts.list', {});
  await settle();
  at(processes, 0).exit();
  expect(await pending).toEqual(locked);
  expect(processes.length).toBe(2);
  expect(events).toEqual([['sessionChanged', { state: 'locked' }]]);
});

test('a vault that cannot start does not spin: the next one starts when something is asked', async () => {
  const { link, processes } = open();
  const pending = link.ask('session.status', {});
  await settle();
  at(processes, 0).exit();
  expect(await pending).toEqual({
    ok: false,
    failure: { kind: 'internal', incident: 'vault-did-not-start' },
  });
  expect(processes.length).toBe(1);
  void link.ask('session.status', {});
  await settle();
  expect(processes.length).toBe(2);
});

test('an event of a process on its way out does not reach the window', async () => {
  const { link, processes, events } = open();
  const vault = at(processes, 0);
  vault.say({ type: 'ready' });
  const locking = link.lock();
  vault.say({ type: 'event', name: 'sessionChanged', payload: { state: 'unlocked' } });
  vault.exit();
  await locking;
  expect(events).toEqual([['sessionChanged', { state: 'locked' }]]);
});

test('after closing, nothing starts and everything is locked', async () => {
  const { link, processes } = open();
  at(processes, 0).say({ type: 'ready' });
  const closing = link.close();
  at(processes, 0).exit();
  await closing;
  expect(await link.ask('session.status', {})).toEqual(locked);
  await link.lock();
  expect(processes.length).toBe(1);
});

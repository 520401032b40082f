import type { CallChannel, EventName } from '../contract/contract.ts';
import type { Failure } from '../contract/failure.ts';
import type { HostToVault, VaultToHost } from '../contract/wire.ts';
import { fail, type Outcome } from '../outcome.ts';

/** A running vault process, as its host sees it. */
export interface VaultPort {
  post(message: HostToVault): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, when the process is gone, however it went. */
  onEnd(listener: () => void): void;
  /** Ends the process without asking it. */
  kill(): void;
}

export interface VaultLinkParts {
  /** Starts a locked vault process. */
  readonly start: () => VaultPort;
  /** Runs something once after a delay, in milliseconds; gives a function that cancels it. */
  readonly later: (run: () => void, delayMs: number) => () => void;
  /** A fresh random UUID. */
  readonly newToken: () => string;
  readonly onEvent: (name: EventName, payload: unknown) => void;
}

/** The one line between a host and its vault, over as many vault processes as it takes. */
export interface VaultLink {
  /** What the vault answers; `locked` if its process ends first. Never rejects. */
  ask(channel: CallChannel, arg: unknown): Promise<Outcome<unknown, Failure>>;
  /** Lets the running vault process use a file; gives the token that stands for it. */
  grant(path: string, mode: 'open' | 'save'): string;
  /** Ends the vault process, and the key with it. Settles when it is gone and a locked one starts. */
  lock(): Promise<void>;
  /** As `lock`, and starts no other. What is asked from then on gives `locked`. */
  close(): Promise<void>;
}

type Answer = (outcome: Outcome<unknown, Failure>) => void;

interface Life {
  readonly port: VaultPort;
  ready: boolean;
  /** Held back until the process says it is ready. */
  readonly held: HostToVault[];
  readonly pending: Map<number, Answer>;
  readonly gone: Promise<void>;
}

/** How long a vault has to checkpoint and close before it is killed. */
export const END_LIMIT_MS = 2_000;

const LOCKED: Outcome<never, Failure> = fail({ kind: 'locked' });
const NOT_STARTED: Outcome<never, Failure> = fail({
  kind: 'internal',
  incident: 'vault-did-not-start',
});

/**
 * The line from a host to its vault. It numbers what is asked, pairs the answers, and replaces a
 * process that has ended by a locked one. A process that ends before it was ever ready is not
 * replaced until something is asked again, so that a vault that cannot start does not spin.
 */
export function openVaultLink(parts: VaultLinkParts): VaultLink {
  let life: Life | null = null;
  let ending: Promise<void> | null = null;
  let closed = false;
  let lastId = 0;

  function begin(): Life {
    const port = parts.start();
    let wentAway = (): void => undefined;
    const gone = new Promise<void>((resolve) => {
      wentAway = resolve;
    });
    const born: Life = { port, ready: false, held: [], pending: new Map(), gone };
    port.onMessage((message) => receive(born, message as VaultToHost));
    port.onEnd(() => {
      settleAll(born);
      wentAway();
      if (life !== born) return;
      // Nobody asked it to end: the key is gone all the same, and the window must know.
      life = null;
      if (closed) return;
      if (born.ready) life = begin();
      parts.onEvent('sessionChanged', { state: 'locked' });
    });
    return born;
  }

  function receive(from: Life, message: VaultToHost): void {
    if (message.type === 'ready') {
      from.ready = true;
      for (const held of from.held.splice(0)) from.port.post(held);
    } else if (message.type === 'answer') {
      const answer = from.pending.get(message.id);
      from.pending.delete(message.id);
      answer?.(message.outcome);
    } else if (life === from) {
      // A process on its way out has nothing more to tell a window that was already emptied.
      parts.onEvent(message.name, message.payload);
    }
  }

  function send(to: Life, message: HostToVault): void {
    if (to.ready) to.port.post(message);
    else to.held.push(message);
  }

  function settleAll(of: Life): void {
    const outcome = of.ready ? LOCKED : NOT_STARTED;
    const answers = [...of.pending.values()];
    of.pending.clear();
    for (const answer of answers) answer(outcome);
  }

  /** Waits for the running process to end, kills it if it takes too long. */
  async function end(dying: Life): Promise<void> {
    dying.held.length = 0;
    for (const answer of dying.pending.values()) answer(LOCKED);
    dying.pending.clear();
    const cancel = parts.later(() => dying.port.kill(), END_LIMIT_MS);
    dying.port.post({ type: 'end' });
    await dying.gone;
    cancel();
  }

  /** Ends the running process once, however many ask for it. */
  function endOnce(): Promise<void> {
    if (ending !== null) return ending;
    const dying = life;
    life = null;
    if (dying === null) return Promise.resolve();
    parts.onEvent('sessionChanged', { state: 'locked' });
    ending = end(dying).finally(() => {
      ending = null;
    });
    return ending;
  }

  /** The process to talk to now; null once closed. Two must never hold one vault folder. */
  async function current(): Promise<Life | null> {
    while (ending !== null) await ending;
    if (closed) return null;
    life ??= begin();
    return life;
  }

  life = begin();

  return {
    async ask(channel, arg) {
      const to = await current();
      if (to === null) return LOCKED;
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        to.pending.set(id, resolve);
        send(to, { type: 'ask', id, channel, arg });
      });
    },
    grant(path, mode) {
      const token = parts.newToken();
      // With no process, the token stands for nothing, and the vault says `file-not-granted`.
      if (life !== null) send(life, { type: 'grant', token, path, mode });
      return token;
    },
    async lock() {
      await endOnce();
      await current();
    },
    async close() {
      closed = true;
      await endOnce();
    },
  };
}

import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createClient } from '../../src/shared/contract/client.ts';
import type { Calls, EventName } from '../../src/shared/contract/contract.ts';
import type { Client } from '../../src/shared/contract/define.ts';
import type { Failure } from '../../src/shared/contract/failure.ts';
import type { VaultToHost } from '../../src/shared/contract/wire.ts';
import type { Outcome } from '../../src/shared/outcome.ts';
import { vaultProgram } from './vault-program.ts';

export interface SeenEvent {
  readonly name: EventName;
  readonly payload: unknown;
}

/** A vault in a process of its own, held as a host holds it. */
export interface VaultChild {
  readonly ask: Client<Calls>;
  /** Any channel with any argument, as a page that went wrong would send it. */
  invoke(channel: string, arg: unknown): Promise<Outcome<unknown, Failure>>;
  grantOpen(path: string): string;
  grantSave(path: string): string;
  readonly events: readonly SeenEvent[];
  /** Everything it wrote to standard output and standard error. */
  readonly output: () => string;
  readonly pid: number;
  /** Ends it as a lock does; gives the exit code. */
  end(): Promise<number | null>;
  kill(): Promise<void>;
  /** The host goes away without a word. */
  abandon(): Promise<number | null>;
}

export interface VaultChildOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** Largest file it may write, in KiB: a full disk. */
  readonly fileLimitKib?: number;
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts a vault process on a folder and waits until it listens. */
export async function startVault(
  vaultDir: string,
  options: VaultChildOptions = {},
): Promise<VaultChild> {
  const args = [await vaultProgram(), `--vault-dir=${vaultDir}`];
  const limit = `ulimit -f ${String(options.fileLimitKib)}; exec "$0" "$@"`;
  const [command, argv] =
    options.fileLimitKib === undefined
      ? [process.execPath, args]
      : ['bash', ['-c', limit, process.execPath, ...args]];
  const child = spawn(command, argv, {
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  running.add(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => (text += part));
  }
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const drained = [child.stdout, child.stderr].map(
    (stream) => new Promise((resolve) => stream?.on('close', resolve)),
  );
  // With what it wrote last. (`close` of the child itself never comes after a disconnect.)
  const ended = Promise.all([exited, ...drained]).then(([code]) => {
    running.delete(child);
    return code;
  });
  const events: SeenEvent[] = [];
  const waiting = new Map<number, (outcome: Outcome<unknown, Failure>) => void>();
  const ready = new Promise<void>((resolve) => {
    child.on('message', (message: VaultToHost) => {
      if (message.type === 'ready') resolve();
      else if (message.type === 'event') events.push(message);
      else {
        waiting.get(message.id)?.(message.outcome);
        waiting.delete(message.id);
      }
    });
  });
  const failed = ended.then((code): never => {
    throw new Error(`the vault ended (${String(code)}) before it listened: ${text}`);
  });
  await Promise.race([ready, failed]);
  failed.catch(() => undefined);

  let asked = 0;
  const invoke: VaultChild['invoke'] = (channel, arg) => {
    const id = (asked += 1);
    const answer = new Promise<Outcome<unknown, Failure>>((resolve) => waiting.set(id, resolve));
    child.send({ type: 'ask', id, channel, arg });
    return Promise.race([
      answer,
      ended.then((): never => {
        throw new VaultGone(channel);
      }),
    ]);
  };
  const grant = (path: string, mode: 'open' | 'save'): string => {
    const token = randomUUID();
    child.send({ type: 'grant', token, path, mode });
    return token;
  };
  return {
    ask: createClient({ invoke, on: () => () => undefined }),
    invoke,
    grantOpen: (path) => grant(path, 'open'),
    grantSave: (path) => grant(path, 'save'),
    events,
    output: () => text,
    pid: child.pid ?? -1,
    end() {
      child.send({ type: 'end' });
      return ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    abandon() {
      child.disconnect();
      return ended;
    },
  };
}

/** The process ended while a call was on its way. */
export class VaultGone extends Error {
  constructor(channel: string) {
    super(`the vault ended before it answered ${channel}`);
    this.name = 'VaultGone';
  }
}

/** Whether a process of this id is there. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '../../src/shared/contract/client.ts';
import type { Calls } from '../../src/shared/contract/contract.ts';
import type { Client } from '../../src/shared/contract/define.ts';
import type { Failure } from '../../src/shared/contract/failure.ts';
import { ok, type Outcome } from '../../src/shared/outcome.ts';
import type { WriteStore } from '../../src/vault/db/store.ts';
import { createDispatcher } from '../../src/vault/dispatch.ts';
import { FileGrants } from '../../src/vault/grants.ts';
import { KDF_FLOOR } from '../../src/vault/keys/kdf.ts';
import { keyslotsStatus } from '../../src/vault/keys/keyslots.ts';
import type { VaultContext } from '../../src/vault/service/context.ts';
import { openHandlers } from '../../src/vault/service/handlers.ts';
import { sessionHandlers } from '../../src/vault/service/session.ts';
import { Session } from '../../src/vault/session.ts';
import type { SeenEvent } from './vault-child.ts';
import { TODAY, vaultTemplate, type VaultTemplate } from './vault-template.ts';

/** A vault in the process of the test: the session and dispatcher of the vault process, no wire. */
export interface VaultHere {
  readonly ask: Client<Calls>;
  invoke(channel: string, arg: unknown): Promise<Outcome<unknown, Failure>>;
  readonly session: Session;
  /** What use cases work with; throws while it is locked. */
  readonly context: VaultContext;
  readonly store: WriteStore;
  readonly folder: string;
  readonly events: readonly SeenEvent[];
  /** Lines that it would have written to standard error. */
  readonly log: readonly string[];
  /** The officer's date, moved by a test. */
  readonly clock: { today: string };
  /** Writes a file beside the vault and grants it to be read. */
  grantBytes(name: string, bytes: Uint8Array): string;
  grantOpen(path: string): string;
  grantSave(path: string): string;
  /** A path beside the vault. */
  path(name: string): string;
  end(): void;
  dispose(): void;
}

/** A session on a folder of its own that holds no vault yet, or what `prepare` puts there. */
export function vaultOn(prepare: (folder: string) => void = () => undefined): VaultHere {
  const base = mkdtempSync(join(tmpdir(), 'steady-vault-'));
  const folder = join(base, 'vault');
  prepare(folder);
  return vaultAt(folder, base);
}

/** A session on a folder that is there already, as a second process would start on it. */
export function vaultAt(folder: string, base: string | null = null): VaultHere {
  const grants = new FileGrants();
  const events: SeenEvent[] = [];
  const log: string[] = [];
  const clock = { today: TODAY };
  const session = new Session({
    vaultDir: folder,
    grants,
    emit: (name, payload) => events.push({ name, payload }),
    now: () => new Date(`${clock.today}T12:00:00.000Z`),
    newVaultKdf: KDF_FLOOR,
  });
  const dispatcher = createDispatcher(session, sessionHandlers, openHandlers, (line) => {
    log.push(line);
  });
  // As over the wire: what comes and goes is JSON.
  const invoke: VaultHere['invoke'] = async (channel, arg) => {
    const outcome = await dispatcher.answer(channel, JSON.parse(JSON.stringify(arg)));
    const undeclared = log.find((line) => line.includes('UndeclaredFailure'));
    if (undeclared !== undefined) throw new Error(`the contract lacks a failure: ${undeclared}`);
    return JSON.parse(JSON.stringify(outcome)) as Outcome<unknown, Failure>;
  };
  const files = join(base ?? folder, base === null ? '..' : '', 'files');
  const grant = (path: string, mode: 'open' | 'save'): string => {
    const token = randomUUID();
    grants.add(token, path, mode);
    return token;
  };
  const here: VaultHere = {
    ask: createClient({ invoke, on: () => () => undefined }),
    invoke,
    session,
    get context() {
      const context = session.context();
      if (context === null) throw new Error('the vault is locked');
      return context;
    },
    get store() {
      return here.context.store;
    },
    ...{ folder, events, log, clock },
    grantBytes(name, bytes) {
      const path = here.path(name);
      writeFileSync(path, bytes);
      return grant(path, 'open');
    },
    grantOpen: (path) => grant(path, 'open'),
    grantSave: (path) => grant(path, 'save'),
    path(name) {
      mkdirSync(files, { recursive: true });
      return join(files, name);
    },
    end: () => session.end(),
    dispose() {
      session.end();
      if (base !== null) rmSync(base, { recursive: true, force: true });
    },
  };
  return here;
}

/** An open vault of an officer of this name. No passphrase is hashed: its key is given to it. */
export async function openVaultOf(officerName: string): Promise<VaultHere> {
  const template = await vaultTemplate(officerName);
  const vault = vaultOn((folder) => template.copyTo(folder));
  await unlockWithKey(vault, template);
  return vault;
}

/** Opens a copy of a template without its passphrase. */
export async function unlockWithKey(vault: VaultHere, template: VaultTemplate): Promise<void> {
  const { vaultId, dataKey, salt } = template;
  const keys = { vaultId, dataKey: Buffer.from(dataKey), salt };
  const slots = keyslotsStatus(vault.session.vault);
  if (!slots.ok) throw new Error(`no keyslots: ${slots.failure.kind}`);
  const { generation } = slots.value;
  const known = { generation, failedAttempts: 0, repaired: null, unrepaired: null };
  const opened = await vault.session.unlock<never>(
    () => Promise.resolve(ok({ ...keys, ...known })),
    { acceptOlder: false, acceptOlderKeys: false },
  );
  if (!opened.ok) throw new Error(`not unlocked: ${opened.failure.kind}`);
}

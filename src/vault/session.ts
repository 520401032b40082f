import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { Calls, EventName, EventPayload } from '../shared/contract/contract.ts';
import type { OutcomeOf } from '../shared/contract/define.ts';
import type { FailureOf } from '../shared/contract/failure.ts';
import type { RescueReport, SessionStatus } from '../shared/contract/session.ts';
import { fail, ok, type Outcome } from '../shared/outcome.ts';
import { signedLine } from './bundle/fields.ts';
import { appendAccess } from './db/access-log.ts';
import { writeChangeSet } from './db/change-log.ts';
import { takeInstanceLock, type InstanceLock } from './db/instance-lock.ts';
import { putOwnIdentity, putSetting, readOwnIdentity, readSetting } from './db/settings.ts';
import type { OpenFailure } from './db/open.ts';
import { createStore, noteKeyslotsGeneration, openStore, type WriteStore } from './db/store.ts';
import type { FileGrants } from './grants.ts';
import type { KdfParams } from './keys/kdf.ts';
import {
  createKeyslots,
  keyslotsStatus,
  keyslotVault,
  type Changed,
  type DatabaseKey,
  type KeyslotVault,
  type Unlocked,
} from './keys/keyslots.ts';
import {
  generateOfficerIdentity,
  parseOfficerIdentity,
  publicKeysOf,
} from './keys/officer-identity.ts';
import { invalid, type VaultContext } from './service/context.ts';
import { rescue, type RescueFailure } from './rescue/rescue.ts';
import {
  dropRescued,
  finishKeeping,
  isKeepingHalfDone,
  keepRescued,
} from './rescue/rescue-files.ts';
import { beginVaultFolder, finishVaultFolder, folderState } from './vault-folder.ts';

/** Sends an event of the contract to the host. */
export type Emit = <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;

export interface SessionParts {
  readonly vaultDir: string;
  readonly grants: FileGrants;
  readonly emit: Emit;
  readonly now: () => Date;
  /** Cost of the passphrase of a new vault, at or above the floor. Measured out if left out. */
  readonly newVaultKdf?: KdfParams;
}

type StatusFailure = FailureOf<'no-vault' | 'keyslots-damaged' | 'keyslots-refused' | 'empty-file'>;

/** What the first run asks for. */
interface NewVault {
  readonly passphrase: string;
  readonly officerName: string;
  readonly post: string;
}

/** What the officer was told of, and opens the vault in spite of. */
export interface Accepted {
  readonly acceptOlder: boolean;
  readonly acceptOlderKeys: boolean;
}

const NOTHING_ACCEPTED: Accepted = { acceptOlder: false, acceptOlderKeys: false };

interface Opened {
  readonly lock: InstanceLock;
  readonly store: WriteStore;
  readonly context: VaultContext;
}

/**
 * The life of the key in this process: from the secret that opens the vault to the end of the
 * process. There is no way back to locked but to end.
 */
export class Session {
  readonly vault: KeyslotVault;
  private readonly parts: SessionParts;
  private opened: Opened | null = null;
  /** The lock of a folder in which a rescued database waits to be kept or dropped. */
  private rescued: InstanceLock | null = null;
  private keyslotsRepaired = false;
  /** The last call that was let through the door. */
  private door: Promise<unknown> = Promise.resolve();
  /** Kept from its making to its typing back, so that a wrong group can be named. */
  private shownRecoveryCode: string | null = null;

  constructor(parts: SessionParts) {
    this.parts = parts;
    this.vault = keyslotVault(parts.vaultDir);
  }

  /** What use cases work with; null while the vault is locked. */
  context(): VaultContext | null {
    return this.opened?.context ?? null;
  }

  recoveryCode(): string | null {
    return this.shownRecoveryCode;
  }

  showRecoveryCode(code: string): void {
    this.shownRecoveryCode = code;
    if (this.opened !== null) putSetting(this.opened.store, 'recovery-code-confirmed', false);
  }

  recoveryCodeConfirmed(): void {
    this.shownRecoveryCode = null;
    if (this.opened !== null) putSetting(this.opened.store, 'recovery-code-confirmed', true);
  }

  /**
   * Runs what opens the vault, or changes what opens it, one at a time: of two changes of the
   * keyslots that overlap, one would write the other's away.
   */
  exclusive<T>(use: () => Promise<T>): Promise<T> {
    const turn = this.door.then(use, use);
    this.door = turn.catch(() => undefined);
    return turn;
  }

  /** Where the vault stands, without a secret. Repairs a damaged keyslot copy, and says so. */
  status(): Outcome<SessionStatus, StatusFailure> {
    if (this.opened !== null) {
      const { context, store } = this.opened;
      return ok({
        state: 'unlocked',
        recoveryCodeUnconfirmed: readSetting(store, 'recovery-code-confirmed') !== true,
        retryAfterSeconds: 0,
        keyslotsRepaired: this.keyslotsRepaired,
        officer: { ...context.author, post: context.officerPost },
      });
    }
    const locked = {
      recoveryCodeUnconfirmed: false,
      retryAfterSeconds: 0,
      keyslotsRepaired: false,
      officer: null,
    } as const;
    if (this.rescued === null) this.finishInterruptedRescue();
    const state = folderState(this.parts.vaultDir);
    if (state === 'no-vault') return ok({ state: 'no-vault', ...locked });
    const slots = keyslotsStatus(this.vault);
    // A folder that holds something but no keyslots is a vault that lost them, not a first run.
    if (!slots.ok) {
      return slots.failure.kind === 'no-vault' ? fail({ kind: 'keyslots-damaged' }) : slots;
    }
    if (state === 'database-missing') return fail({ kind: 'empty-file' });
    if (slots.value.repaired !== null) this.keyslotsRepaired = true;
    return ok({
      state: 'locked',
      ...locked,
      retryAfterSeconds: slots.value.retryAfterSeconds,
      keyslotsRepaired: this.keyslotsRepaired,
    });
  }

  /** A stop while the rescued database was put in its place: the rest is done now. */
  private finishInterruptedRescue(): void {
    const { vaultDir } = this.parts;
    if (!isKeepingHalfDone(vaultDir)) return;
    const lock = takeInstanceLock(vaultDir);
    if (!lock.ok) return;
    finishKeeping(vaultDir);
    lock.value.release();
  }

  /** Makes the vault beside its place, names it when it is whole, and opens it. */
  create(input: NewVault): Promise<OutcomeOf<Calls['session']['createVault']>> {
    return this.exclusive(() => this.createNow(input));
  }

  private async createNow(input: NewVault): Promise<OutcomeOf<Calls['session']['createVault']>> {
    const { vaultDir } = this.parts;
    if (this.opened !== null || folderState(vaultDir) !== 'no-vault') {
      return fail({ kind: 'vault-exists' });
    }
    const unclean = (['officerName', 'post'] as const).find(
      (field) => !signedLine.safeParse(input[field]).success,
    );
    // Every card and bundle of this officer is signed with these lines in it.
    if (unclean !== undefined) return invalid([unclean], 'not-for-a-card');
    const begun = beginVaultFolder(vaultDir);
    if (!begun.ok) return begun;
    const lock = begun.value;
    const unfinished = lock.folder;
    try {
      const keys = await createKeyslots(
        keyslotVault(unfinished),
        input.passphrase,
        this.parts.newVaultKdf ?? null,
      );
      if (!keys.ok) return keys;
      try {
        const made = await this.fill(lock, keys.value, input);
        if (!made.ok) return made;
        // Windows renames no folder with an open file in it.
        lock.release();
        const named = finishVaultFolder(unfinished, vaultDir);
        if (!named.ok) return named;
        const opened = this.open(keys.value);
        if (!opened.ok) return opened;
      } finally {
        keys.value.dataKey.fill(0);
      }
      this.showRecoveryCode(keys.value.recoveryCode);
      this.parts.emit('sessionChanged', { state: 'unlocked' });
      return ok({ recoveryCode: keys.value.recoveryCode });
    } finally {
      lock.release();
      rmSync(unfinished, { recursive: true, force: true });
    }
  }

  /**
   * Opens the vault with what `secret` gives. The instance lock comes before anything else.
   * `whileKeyIsHere` runs once the database is open: only then is it known that the keyslots are
   * not an older pair, and that a new passphrase may be written into them.
   */
  unlock<Failed>(
    secret: () => Promise<Outcome<Unlocked, Failed>>,
    accepted: Accepted,
    whileKeyIsHere: (key: DatabaseKey) => Promise<Outcome<Changed | null, Failed>> = () =>
      Promise.resolve(ok(null)),
  ): Promise<Outcome<SessionStatus, Failed | OpenFailure | StatusFailure>> {
    return this.exclusive(() => this.unlockNow(secret, accepted, whileKeyIsHere));
  }

  /** Keeps in mind that the keyslots were written anew. */
  keyslotsChanged(changed: Changed): void {
    if (this.opened !== null) noteKeyslotsGeneration(this.opened.store, changed.generation);
  }

  private async unlockNow<Failed>(
    secret: () => Promise<Outcome<Unlocked, Failed>>,
    accepted: Accepted,
    whileKeyIsHere: (key: DatabaseKey) => Promise<Outcome<Changed | null, Failed>>,
  ): Promise<Outcome<SessionStatus, Failed | OpenFailure | StatusFailure>> {
    this.dropRescue();
    const standing = this.status();
    if (!standing.ok || standing.value.state === 'unlocked') return standing;
    if (standing.value.state === 'no-vault') return fail({ kind: 'no-vault' });
    // Before the secret is tried: a second process must not count a try, or change a passphrase,
    // of a vault that the first one works in.
    const lock = takeInstanceLock(this.parts.vaultDir);
    if (!lock.ok) return lock;
    const keys = await secret().catch((error: unknown) => {
      lock.value.release();
      throw error;
    });
    if (!keys.ok) {
      lock.value.release();
      return keys;
    }
    try {
      const opened = this.openLocked(lock.value, keys.value, accepted);
      if (!opened.ok) return opened;
      const done = await whileKeyIsHere(keys.value);
      if (!done.ok) {
        this.end();
        return done;
      }
      if (done.value !== null) this.keyslotsChanged(done.value);
      appendAccess(opened.value.store, {
        kind: 'unlock',
        detail: {
          failedAttempts: keys.value.failedAttempts,
          acceptedOlder: accepted.acceptOlder,
          acceptedOlderKeys: accepted.acceptOlderKeys,
        },
        contactIds: [],
      });
    } catch (error) {
      // An opening that cannot be put on record is none.
      this.end();
      lock.value.release();
      throw error;
    } finally {
      keys.value.dataKey.fill(0);
    }
    if (keys.value.repaired !== null) this.keyslotsRepaired = true;
    this.parts.emit('sessionChanged', { state: 'unlocked' });
    return this.status();
  }

  /** Rescues what can be read of a damaged database (src/vault/rescue), beside it. */
  rescue<Failed>(
    secret: () => Promise<Outcome<Unlocked, Failed>>,
  ): Promise<Outcome<RescueReport, Failed | RescueFailure | StatusFailure>> {
    return this.exclusive(() => this.rescueNow(secret));
  }

  private async rescueNow<Failed>(
    secret: () => Promise<Outcome<Unlocked, Failed>>,
  ): Promise<Outcome<RescueReport, Failed | RescueFailure | StatusFailure>> {
    this.dropRescue();
    const standing = this.status();
    // A database that is not there at all leaves nothing to rescue, and says so below.
    if (!standing.ok && standing.failure.kind !== 'empty-file') return standing;
    if (standing.ok && standing.value.state === 'no-vault') return fail({ kind: 'no-vault' });
    const lock = takeInstanceLock(this.parts.vaultDir);
    if (!lock.ok) return lock;
    let keys: Outcome<Unlocked, Failed> | null = null;
    try {
      keys = await secret();
      if (!keys.ok) return keys;
      const report = await rescue({
        lock: lock.value,
        key: keys.value,
        keyslotsGeneration: keys.value.generation,
        now: this.parts.now,
        onProgress: (done, total) =>
          this.parts.emit('progress', { operation: 'rescue', stage: 'reading', done, total }),
      });
      if (report.ok) this.rescued = lock.value;
      return report;
    } finally {
      if (keys?.ok === true) keys.value.dataKey.fill(0);
      if (this.rescued === null) lock.value.release();
    }
  }

  /** Puts what was rescued in the damaged database's place, or drops it. */
  finishRescue(keep: boolean): Outcome<{ damagedFile: string | null }, FailureOf<'not-found'>> {
    if (this.rescued === null) return fail({ kind: 'not-found', record: null });
    const damagedFile = keep ? keepRescued(this.parts.vaultDir, this.parts.now()) : null;
    this.dropRescue();
    return ok({ damagedFile });
  }

  private dropRescue(): void {
    if (this.rescued === null) return;
    dropRescued(this.parts.vaultDir);
    this.rescued.release();
    this.rescued = null;
  }

  /** Checkpoints and closes. The process ends after this. */
  end(): void {
    this.dropRescue();
    const { opened } = this;
    this.opened = null;
    opened?.store.close();
    opened?.lock.release();
  }

  /** The database of a new vault, with the officer it is for. */
  private async fill(
    lock: InstanceLock,
    key: DatabaseKey & { readonly generation: number },
    officer: NewVault,
  ): Promise<Outcome<null, OpenFailure | FailureOf<'vault-exists'>>> {
    const created = createStore({ lock, key, keyslotsGeneration: key.generation });
    if (!created.ok) return created;
    const store = created.value;
    try {
      const identity = await generateOfficerIdentity();
      const keys = await publicKeysOf(identity);
      const device = `laptop-${randomBytes(2).toString('hex')}`;
      putOwnIdentity(store, { ...identity });
      putSetting(store, 'device', device);
      const author = { id: identity.officerId, name: officer.officerName };
      writeChangeSet(store, { author, device, reason: 'set-up' }, (writer) =>
        writer.create(
          'officer',
          {
            name: officer.officerName,
            post: officer.post,
            keys,
            trust: 'self',
            verifiedHow: null,
            verifiedOn: null,
            cardIssuedAt: this.parts.now().toISOString(),
            note: '',
            email: null,
          },
          identity.officerId,
        ),
      );
      return ok(null);
    } finally {
      store.close();
    }
  }

  private open(key: DatabaseKey & { readonly generation: number }): Outcome<Opened, OpenFailure> {
    const lock = takeInstanceLock(this.parts.vaultDir);
    return lock.ok ? this.openLocked(lock.value, key, NOTHING_ACCEPTED) : lock;
  }

  /** Opens with the lock held; lets it go where that fails. */
  private openLocked(
    lock: InstanceLock,
    key: DatabaseKey & { readonly generation: number },
    accepted: Accepted,
  ): Outcome<Opened, OpenFailure> {
    const store = openStore({ lock, key, keyslotsGeneration: key.generation, ...accepted });
    if (!store.ok) {
      lock.release();
      return store;
    }
    try {
      this.opened = { lock, store: store.value, context: this.contextOf(store.value) };
      return ok(this.opened);
    } catch (error) {
      store.value.close();
      throw error;
    }
  }

  private contextOf(store: WriteStore): VaultContext {
    const { grants, emit, now } = this.parts;
    const identity = (): ReturnType<typeof parseOfficerIdentity> =>
      parseOfficerIdentity(readOwnIdentity(store));
    const { officerId } = identity();
    const own = store.orm.query.officer
      .findFirst({ where: (officer, { eq }) => eq(officer.id, officerId) })
      .sync();
    if (own === undefined) throw new Error('The vault has no record of its own officer');
    return {
      store,
      author: { id: officerId, name: own.name },
      officerPost: own.post,
      device: readSetting(store, 'device') as string,
      identity,
      now,
      today: () => calendarDate(now()),
      grants,
      emitChanged: (types) => emit('recordsChanged', { types: [...types] }),
      emitProgress: (progress) => emit('progress', progress),
    };
  }
}

/** The date on the officer's wall, ISO 8601. */
function calendarDate(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

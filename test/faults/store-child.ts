import Database from 'better-sqlite3';
import { writeSync } from 'node:fs';
import { writeChangeSet } from '../../src/vault/db/change-log.ts';
import { settle } from '../../src/vault/db/errors.ts';
import { takeInstanceLock } from '../../src/vault/db/instance-lock.ts';
import { createStore, openStore, type WriteStore } from '../../src/vault/db/store.ts';
import { putDraft } from '../../src/vault/db/drafts.ts';
import { contactNamed, context } from '../unit/vault/db/store-fixture.ts';

/*
 * A process that works in a vault folder until it is killed, told to stop, or refused. It is given
 * `<mode> <folder> <key hex> <salt hex> [<user to become>]`. Modes:
 *   save    opens the vault and saves until it is refused or killed; says every save it was acked
 *   create  makes the vault and ends
 *   lock    takes the lock and ends
 *   rounds  for each `{ folder, mode }` sent to it: takes the lock, works, answers, lets go
 */
const [mode = '', folder = '', dataKey = '', salt = '', uid = ''] = process.argv.slice(2);
const key = { dataKey: Buffer.from(dataKey, 'hex'), salt: Buffer.from(salt, 'hex') };

if (uid !== '') {
  // Loaded first: the other user may not be able to read the folder that this program is in.
  new Database(':memory:').close();
  process.setegid?.(Number(uid));
  process.seteuid?.(Number(uid));
}

function say(line: string): void {
  // Synchronous: once said, it is out, whatever happens to this process next.
  writeSync(1, `${line}\n`);
}

function save(store: WriteStore, name: string): string | null {
  const outcome = settle(() =>
    writeChangeSet(store, context('create'), (w) => w.create('contact', contactNamed(name))),
  );
  if (outcome.ok) {
    say(`saved ${outcome.value.value}`);
    return null;
  }
  return outcome.failure.kind;
}

function runSave(): void {
  const lock = takeInstanceLock(folder);
  if (!lock.ok) {
    say(`refused ${lock.failure.kind}`);
    return;
  }
  const opened = openStore({ lock: lock.value, key });
  if (!opened.ok) {
    say(`refused ${opened.failure.kind}`);
    return;
  }
  say('ready');
  for (let i = 0; ; i++) {
    const refused = save(opened.value, `Person ${String(i)} ${'x'.repeat(200)}`);
    if (refused === null) continue;
    say(`refused ${refused}`);
    const draft = settle(() => putDraft(opened.value, { form: 'contact', key: 'new' }, 'kept?'));
    say(`draft ${draft.ok ? 'kept' : draft.failure.kind}`);
    opened.value.close();
    return;
  }
}

function runRound(round: { folder: string; mode: 'create' | 'save' }): string {
  const lock = takeInstanceLock(round.folder);
  if (!lock.ok) return lock.failure.kind;
  try {
    const make = round.mode === 'create' ? createStore : openStore;
    const opened = make({ lock: lock.value, key });
    if (!opened.ok) return opened.failure.kind;
    const refused = save(opened.value, 'Person');
    opened.value.close();
    return refused ?? 'done';
  } finally {
    lock.value.release();
  }
}

if (mode === 'save') runSave();
if (mode === 'lock') {
  const lock = takeInstanceLock(folder);
  say(lock.ok ? 'taken' : `refused ${lock.failure.kind}`);
}
if (mode === 'create') {
  const lock = takeInstanceLock(folder);
  const made = lock.ok ? createStore({ lock: lock.value, key }) : lock;
  say(made.ok ? 'done' : `refused ${made.failure.kind}`);
  if (made.ok) made.value.close();
}
if (mode === 'rounds') {
  process.on('message', (round: { folder: string; mode: 'create' | 'save' }) => {
    process.send?.(runRound(round));
  });
  process.send?.('ready');
}

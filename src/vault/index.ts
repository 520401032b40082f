import './web-crypto.ts';
import type { HostToVault } from '../shared/contract/wire.ts';
import { createDispatcher, describeFault } from './dispatch.ts';
import { FileGrants } from './grants.ts';
import { openPort } from './port.ts';
import { openHandlers } from './service/handlers.ts';
import { sessionHandlers } from './service/session.ts';
import { Session } from './session.ts';

/*
 * The vault process: one key, for as long as the process lives. It is started by a host and takes
 * calls from nobody else; it opens no socket and writes nowhere but in the vault's folder and to
 * files that the officer picked.
 */

const VAULT_DIR = '--vault-dir=';
const vaultDir = process.argv.find((part) => part.startsWith(VAULT_DIR))?.slice(VAULT_DIR.length);
if (vaultDir === undefined || vaultDir === '') throw new Error(`${VAULT_DIR}<folder> is missing`);

const port = openPort();
const grants = new FileGrants();
const session = new Session({
  vaultDir,
  grants,
  emit: (name, payload) => port.post({ type: 'event', name, payload }),
  now: () => new Date(),
});
const dispatcher = createDispatcher(session, sessionHandlers, openHandlers, (line) => {
  process.stderr.write(`vault: ${line}\n`);
});

// Node would print the message of such a fault, and the line of source: either may hold a value.
process.on('uncaughtException', (error) => {
  process.stderr.write(`vault: ended by a fault: ${describeFault(error)}\n`);
  process.exit(1);
});

function receive(message: HostToVault): void {
  switch (message.type) {
    case 'ask':
      void dispatcher
        .answer(message.channel, message.arg)
        .then((outcome) => port.post({ type: 'answer', id: message.id, outcome }));
      return;
    case 'grant':
      grants.add(message.token, message.path, message.mode);
      return;
    case 'end':
      end();
  }
}

/** Everything committed is in the database file; the key goes with the process. */
function end(): void {
  session.end();
  process.exit(0);
}

port.onMessage(receive);
port.onHostGone(end);
port.post({ type: 'ready' });

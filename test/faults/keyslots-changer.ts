import { writeSync } from 'node:fs';
import {
  changePassphrase,
  keyslotVaultWithFloor,
} from '../../src/vault/keys/keyslot-operations.ts';

/**
 * A process that changes the passphrase over and over until it is killed, saying before and after
 * each change where it is: `begin 4`, `done 4`. Arguments: folder, number of the current passphrase.
 */
const [folder = '', first = '0'] = process.argv.slice(2);
const floor = { memoryKib: 32, passes: 1, lanes: 4 };
const vault = keyslotVaultWithFloor(folder, floor);
const phrase = (number: number): string => `violet anchor plain river ${number}`;

for (let number = Number(first); ; number += 1) {
  // Synchronously, so that what was said is out before the change begins.
  writeSync(1, `begin ${number + 1}\n`);
  const authorisation = { type: 'passphrase', passphrase: phrase(number) } as const;
  const changed = await changePassphrase(vault, authorisation, phrase(number + 1));
  if (!changed.ok) throw new Error(changed.failure.kind);
  writeSync(1, `done ${number + 1}\n`);
}

import {
  changePassphrase,
  keyslotVaultWithFloor,
  unlock,
} from '../../src/vault/keys/keyslot-operations.ts';
import { readKeyslots, writeKeyslots } from '../../src/vault/keys/keyslots-copies.ts';

/** Run where no file may grow (`ulimit -f 0`): prints what each operation answers, as JSON. */
const [folder = ''] = process.argv.slice(2);
const floor = { memoryKib: 32, passes: 1, lanes: 4 };
const vault = keyslotVaultWithFloor(folder, floor);
const authorisation = { type: 'passphrase', passphrase: 'violet anchor plain river' } as const;

const read = readKeyslots(folder, floor);
if (!read.ok) throw new Error(read.failure.kind);
const { keyslots, repaired, unrepaired } = read.value;
const answers = {
  read: { ok: true, repaired, unrepaired },
  write: writeKeyslots(folder, { ...keyslots, generation: keyslots.generation + 1 }),
  unlock: await unlock(vault, authorisation),
  change: await changePassphrase(vault, authorisation, 'seven lanterns over the weir'),
};
process.stdout.write(JSON.stringify(answers));

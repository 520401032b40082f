import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { canonicalJson } from '../canonical-json.ts';
import { deriveKey, KDF_SALT_BYTES, type KdfParams } from './kdf.ts';
import { KEYSLOTS_FORMAT, KEYSLOTS_VERSION, type Slot, type SlotType } from './keyslots-format.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/** The members of the file that every slot is bound to. */
export interface VaultBinding {
  readonly vaultId: string;
  /** 16 bytes, lower-case hexadecimal. */
  readonly databaseSalt: string;
}

/**
 * What the wrapping authenticates: every parameter of the slot, its vault and the database salt.
 * A slot moved to another vault, or with a cheaper KDF written into it, does not open.
 */
function associatedData(binding: VaultBinding, slot: Slot): Buffer {
  return Buffer.from(
    canonicalJson({
      format: KEYSLOTS_FORMAT,
      version: KEYSLOTS_VERSION,
      vaultId: binding.vaultId,
      databaseSalt: binding.databaseSalt,
      slot: { type: slot.type, id: slot.id, kdf: slot.kdf, salt: slot.salt, nonce: slot.nonce },
    }),
    'utf8',
  );
}

/** A new slot that opens `dataKey` with `secret`. Fresh salt and nonce every time. */
export async function wrapInSlot(
  type: SlotType,
  secret: Uint8Array,
  dataKey: Uint8Array,
  binding: VaultBinding,
  params: KdfParams,
): Promise<Slot> {
  const salt = randomBytes(KDF_SALT_BYTES);
  const nonce = randomBytes(NONCE_BYTES);
  const header: Slot = {
    type,
    id: randomUUID(),
    kdf: {
      algorithm: 'argon2id',
      version: 19,
      memoryKib: params.memoryKib,
      passes: params.passes,
      lanes: params.lanes,
    },
    salt: salt.toString('hex'),
    nonce: nonce.toString('hex'),
    wrappedKey: '',
  };
  const wrappingKey = await deriveKey(secret, salt, params);
  try {
    const cipher = createCipheriv(CIPHER, wrappingKey, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(associatedData(binding, header));
    const wrapped = Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]);
    return { ...header, wrappedKey: wrapped.toString('hex') };
  } finally {
    wrappingKey.fill(0);
  }
}

/**
 * The data key in a Buffer that the caller zeroes, or null where the secret is not the slot's or
 * the slot was altered: the two cannot be told apart, by answer or by time.
 */
export async function openSlot(
  slot: Slot,
  secret: Uint8Array,
  binding: VaultBinding,
): Promise<Buffer | null> {
  const wrappingKey = await deriveKey(secret, Buffer.from(slot.salt, 'hex'), slot.kdf);
  const wrapped = Buffer.from(slot.wrappedKey, 'hex');
  const nonce = Buffer.from(slot.nonce, 'hex');
  let opened: Buffer | null = null;
  try {
    const decipher = createDecipheriv(CIPHER, wrappingKey, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(associatedData(binding, slot));
    decipher.setAuthTag(wrapped.subarray(wrapped.length - TAG_BYTES));
    opened = decipher.update(wrapped.subarray(0, wrapped.length - TAG_BYTES));
    decipher.final();
    return opened;
  } catch {
    opened?.fill(0);
    return null;
  } finally {
    wrappingKey.fill(0);
  }
}

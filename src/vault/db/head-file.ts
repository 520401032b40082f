import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { readSmallFile, writeFileAtomically } from '../keys/atomic-file.ts';
import { canonicalJson } from '../canonical-json.ts';
import { HLC_PATTERN } from './hlc.ts';
import type { DatabaseKey } from './page-check.ts';

/** The two copies, in the vault's folder. One torn write cannot take both. */
export const HEAD_FILES = ['head.a', 'head.b'] as const;
const MAX_BYTES = 4_096;

/** Where the chain stood after the last commit: what the database must still hold. */
export interface Head {
  /** Number of change sets; 0 in a new vault. */
  readonly sequence: number;
  /** Hash of the last one, hexadecimal; 64 zeros in a new vault. */
  readonly hash: string;
  /** The greatest time stamp of this vault; null in a new vault. */
  readonly hlc: string | null;
  /** Generation of the keyslots last seen: a smaller one at the door is an older pair put back. */
  readonly keyslotsGeneration: number;
}

const headFile = z.strictObject({
  version: z.literal(2),
  sequence: z.number().int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/u),
  hlc: z.string().regex(HLC_PATTERN).nullable(),
  keyslotsGeneration: z.number().int().nonnegative(),
  mac: z.string().regex(/^[0-9a-f]{64}$/u),
});

/** The key that authenticates the head files: HKDF-SHA256 (RFC 5869) of the data key. */
export function deriveHeadKey(key: DatabaseKey): Buffer {
  return Buffer.from(hkdfSync('sha256', key.dataKey, key.salt, 'steady-state head file v1', 32));
}

/**
 * The newest authentic head of the two copies; null where neither copy is there and authentic.
 * Never throws for what the files hold.
 */
export function readHead(folder: string, headKey: Buffer): Head | null {
  let newest: Head | null = null;
  for (const name of HEAD_FILES) {
    const head = readCopy(join(folder, name), headKey);
    if (head !== null && (newest === null || head.sequence > newest.sequence)) newest = head;
  }
  return newest;
}

/** Writes both copies, one after the other, each atomically and synced, mode 0600. */
export function writeHead(folder: string, headKey: Buffer, head: Head): void {
  const { sequence, hash, hlc, keyslotsGeneration } = head;
  const body = { version: 2, sequence, hash, hlc, keyslotsGeneration };
  const mac = macOf(headKey, body).toString('hex');
  const bytes = Buffer.from(`${canonicalJson({ ...body, mac })}\n`);
  for (const name of HEAD_FILES) writeFileAtomically(join(folder, name), bytes);
}

function readCopy(path: string, headKey: Buffer): Head | null {
  const read = readSmallFile(path, MAX_BYTES);
  if (read.kind !== 'read') return null;
  let value: unknown;
  try {
    value = JSON.parse(read.bytes.toString('utf8'));
  } catch {
    return null;
  }
  const parsed = headFile.safeParse(value);
  if (!parsed.success) return null;
  const { mac, ...body } = parsed.data;
  if (!timingSafeEqual(macOf(headKey, body), Buffer.from(mac, 'hex'))) return null;
  const { sequence, hash, hlc, keyslotsGeneration } = body;
  return { sequence, hash, hlc, keyslotsGeneration };
}

function macOf(headKey: Buffer, body: object): Buffer {
  return createHmac('sha256', headKey)
    .update(`steady-state head file v2\n${canonicalJson(body)}`)
    .digest();
}

import { hashRaw } from '@node-rs/argon2';

/** Cost of one Argon2id run (RFC 9106): memory in KiB, passes over it, lanes (parallelism). */
export interface KdfParams {
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
}

/** RFC 9106, section 4, second recommended option: 64 MiB, t=3, p=4. Nothing cheaper is used. */
export const KDF_FLOOR: KdfParams = { memoryKib: 65_536, passes: 3, lanes: 4 };

/**
 * The dearest parameters this product runs. A slots file that asks for more is refused before
 * any allocation, so that a hostile file cannot exhaust the machine.
 */
export const KDF_CEILING: KdfParams = { memoryKib: 1_048_576, passes: 64, lanes: 16 };

/** Calibration stops here, so that a vault made on a large machine still opens on a small one. */
export const CALIBRATED_MEMORY_MAX_KIB = 262_144;

export const DERIVED_KEY_BYTES = 32;
export const KDF_SALT_BYTES = 16;

/** Numbers of the Argon2 interface (the package's enums are ambient, so written out). */
const ARGON2ID = 2;
const ARGON2_VERSION_0X13 = 1;

/**
 * True where every parameter is a whole number from the floor to the ceiling and the memory
 * holds at least the 8 KiB per lane that RFC 9106 requires.
 */
export function kdfWithinBounds(params: KdfParams, floor: KdfParams): boolean {
  return (
    within(params.memoryKib, floor.memoryKib, KDF_CEILING.memoryKib) &&
    within(params.passes, floor.passes, KDF_CEILING.passes) &&
    within(params.lanes, floor.lanes, KDF_CEILING.lanes) &&
    params.memoryKib >= 8 * params.lanes
  );
}

function within(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}

/**
 * Argon2id, version 0x13, without secret or associated data: 32 bytes, in a Buffer that the
 * caller zeroes. Runs on a thread of its own. Parameters above the ceiling are a fault here: a
 * file's parameters are checked where the file is parsed.
 */
export async function deriveKey(
  secret: Uint8Array,
  salt: Uint8Array,
  params: KdfParams,
): Promise<Buffer> {
  if (!kdfWithinBounds(params, { memoryKib: 8, passes: 1, lanes: 1 })) {
    throw new RangeError('Argon2id parameters out of bounds');
  }
  if (salt.length !== KDF_SALT_BYTES) throw new RangeError('Argon2id salt of the wrong length');
  return await hashRaw(secret, {
    algorithm: ARGON2ID,
    version: ARGON2_VERSION_0X13,
    memoryCost: params.memoryKib,
    timeCost: params.passes,
    parallelism: params.lanes,
    outputLen: DERIVED_KEY_BYTES,
    salt,
  });
}

/**
 * Parameters that take about `targetMs` milliseconds on this machine, from the floor up, never
 * below it. Memory is raised first (it is what makes an attacker's hardware dear, RFC 9106,
 * section 4), then passes. On a slow machine the floor may take longer than the target.
 */
export async function calibrate(
  targetMs = 1_000,
  measure: (params: KdfParams) => Promise<number> = measureMs,
): Promise<KdfParams> {
  let memoryKib = KDF_FLOOR.memoryKib;
  let estimateMs = await measure(KDF_FLOOR);
  if (estimateMs >= targetMs) return KDF_FLOOR;
  while (memoryKib * 2 <= CALIBRATED_MEMORY_MAX_KIB && estimateMs * 2 <= targetMs) {
    memoryKib *= 2;
    estimateMs *= 2;
  }
  // The quicker of two runs: other work of the moment must not make the key cheaper for good.
  const run = { ...KDF_FLOOR, memoryKib };
  const perPassMs = Math.min(await measure(run), await measure(run)) / KDF_FLOOR.passes;
  const passes = Math.floor(targetMs / Math.max(perPassMs, 0.1));
  return {
    memoryKib,
    passes: Math.min(Math.max(passes, KDF_FLOOR.passes), KDF_CEILING.passes),
    lanes: KDF_FLOOR.lanes,
  };
}

async function measureMs(params: KdfParams): Promise<number> {
  const start = performance.now();
  await deriveKey(Buffer.alloc(DERIVED_KEY_BYTES), Buffer.alloc(KDF_SALT_BYTES), params);
  return performance.now() - start;
}

import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';

/** 160 bits: twice what Argon2id would still need help with, and 32 characters exactly. */
export const RECOVERY_ENTROPY_BYTES = 20;
export const RECOVERY_GROUPS = 8;
const DATA_PER_GROUP = 4;
const GROUP_LENGTH = DATA_PER_GROUP + 1;

/** Crockford's base32: no I, L, O or U, so nothing on paper can be read two ways. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LOOKALIKES: { readonly [letter: string]: string } = { O: '0', I: '1', L: '1' };
/** Spaces of any script, and the dashes that keyboards and word processors put in. */
const SEPARATORS = /[\s\u2010-\u2015\u2212_-]+/u;

type Mistyped = FailureOf<'recovery-code-mistyped'>;

/**
 * The code for 20 random bytes: eight groups of five, `ABCDE-FGHJK-…`. Of each group four
 * characters carry 20 bits, most significant first, and the fifth checks the group and its place.
 */
export function formatRecoveryCode(entropy: Uint8Array): string {
  if (entropy.length !== RECOVERY_ENTROPY_BYTES) throw new RangeError('Recovery entropy length');
  const values = toFiveBitValues(entropy);
  const groups: string[] = [];
  for (let group = 0; group < RECOVERY_GROUPS; group += 1) {
    const data = values.slice(group * DATA_PER_GROUP, (group + 1) * DATA_PER_GROUP);
    groups.push([...data, checkValue(data, group)].map((value) => ALPHABET[value]).join(''));
  }
  return groups.join('-');
}

/** 160 fresh random bits, in a Buffer that the caller zeroes. */
export function generateRecoveryEntropy(): Buffer {
  return randomBytes(RECOVERY_ENTROPY_BYTES);
}

/**
 * Reads a code as typed: any case, O for 0, I or L for 1, spaces and dashes anywhere. Gives the
 * 20 bytes (the caller zeroes them), or the first group that is wrong in itself, from 1. A group
 * with one wrong character, or two swapped, or in another group's place is always found.
 */
export function parseRecoveryCode(typed: string): Outcome<Buffer, Mistyped> {
  const groups = splitGroups(typed);
  const values: number[] = [];
  for (let group = 0; group < RECOVERY_GROUPS; group += 1) {
    const read = readGroup(groups[group] ?? '', group);
    if (read === null) return mistyped(group + 1);
    values.push(...read);
  }
  if (groups.length > RECOVERY_GROUPS) return mistyped(null);
  return ok(fromFiveBitValues(values));
}

/**
 * Checks that a code was copied down rightly: the first group that is wrong in itself or is not
 * the one shown, from 1; null value where all is well.
 */
export function checkTypedBack(shown: string, typed: string): Outcome<null, Mistyped> {
  const expected = parseRecoveryCode(shown);
  if (!expected.ok) throw new RangeError('Not a recovery code');
  const groups = splitGroups(typed);
  const shownGroups = shown.split('-');
  for (let group = 0; group < RECOVERY_GROUPS; group += 1) {
    const read = readGroup(groups[group] ?? '', group);
    const wanted = readGroup(shownGroups[group] ?? '', group);
    if (read === null || wanted === null || !sameValues(read, wanted)) return mistyped(group + 1);
  }
  return groups.length > RECOVERY_GROUPS ? mistyped(null) : ok(null);
}

function mistyped(group: number | null): Outcome<never, Mistyped> {
  return fail({ kind: 'recovery-code-mistyped', group });
}

/**
 * The groups as typed where the separators make eight of them (so that a missing character is
 * blamed on its own group), else every five characters.
 */
function splitGroups(typed: string): string[] {
  // Far beyond any code; keeps a pasted book from being looked at.
  const parts = typed.slice(0, 400).toUpperCase().split(SEPARATORS).filter(Boolean);
  if (parts.length === RECOVERY_GROUPS) return parts;
  return parts.join('').match(/.{1,5}/gsu) ?? [];
}

/** The four data values of a group, or null where it is mistyped. */
function readGroup(text: string, group: number): number[] | null {
  const values = [...text].map((letter) => ALPHABET.indexOf(LOOKALIKES[letter] ?? letter));
  if (values.length !== GROUP_LENGTH || values.includes(-1)) return null;
  const data = values.slice(0, DATA_PER_GROUP);
  return checkValue(data, group) === values[DATA_PER_GROUP] ? data : null;
}

/**
 * A weighted sum over GF(32) with the weights a, a², a³, a⁴ (a = 2) and the group's number (from
 * 0) added. The weights differ and none is zero, so every single wrong character and every swap
 * of two characters changes the sum, and no group fits in another's place.
 */
function checkValue(data: readonly number[], group: number): number {
  let weight = 1;
  let sum = group;
  for (const value of data) {
    weight = multiply(weight, 2);
    sum ^= multiply(weight, value);
  }
  return sum;
}

/** Multiplication in GF(32) with the primitive polynomial x⁵ + x² + 1. */
function multiply(left: number, right: number): number {
  let product = 0;
  let shifted = left;
  for (let bit = right; bit > 0; bit >>= 1) {
    if ((bit & 1) === 1) product ^= shifted;
    shifted <<= 1;
    if (shifted > 31) shifted ^= 0b100101;
  }
  return product;
}

function sameValues(left: readonly number[], right: readonly number[]): boolean {
  return timingSafeEqual(Buffer.from(left), Buffer.from(right));
}

/** 20 bytes as 32 values of five bits, most significant bit first. */
function toFiveBitValues(bytes: Uint8Array): number[] {
  const values: number[] = [];
  let pending = 0;
  let bits = 0;
  for (const byte of bytes) {
    pending = ((pending << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      values.push((pending >> bits) & 31);
    }
  }
  return values;
}

function fromFiveBitValues(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(RECOVERY_ENTROPY_BYTES);
  let pending = 0;
  let bits = 0;
  let index = 0;
  for (const value of values) {
    pending = ((pending << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[index] = (pending >> bits) & 0xff;
      index += 1;
    }
  }
  return bytes;
}

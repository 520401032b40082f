import { varintAt } from './btree-page.ts';

/** A value as SQLite keeps it. */
export type CellValue = null | bigint | number | string | Buffer;

/** Bytes of an integer by its serial type. */
const INTEGER_SIZES = [0, 1, 2, 3, 4, 6, 8] as const;

/**
 * The values of a row from its payload, in the order they are kept
 * (https://www.sqlite.org/fileformat2.html section 2.1); null where it is not a whole record.
 */
export function recordValues(payload: Buffer): CellValue[] | null {
  const header = varintAt(payload, 0);
  if (header === null || header.value > BigInt(payload.length)) return null;
  const bodyStart = Number(header.value);
  const values: CellValue[] = [];
  let at = header.next;
  let body = bodyStart;
  while (at < bodyStart) {
    const type = varintAt(payload, at);
    if (type === null || type.value < 0n || type.value > 2n ** 32n) return null;
    at = type.next;
    const value = valueAt(payload, body, Number(type.value));
    if (value === null) return null;
    values.push(value.value);
    body += value.size;
  }
  return at === bodyStart && body === payload.length ? values : null;
}

function valueAt(
  payload: Buffer,
  at: number,
  type: number,
): { readonly value: CellValue; readonly size: number } | null {
  if (type === 0) return { value: null, size: 0 };
  if (type === 8 || type === 9) return { value: BigInt(type - 8), size: 0 };
  const size = type >= 12 ? Math.floor((type - 12) / 2) : type === 7 ? 8 : INTEGER_SIZES[type];
  if (size === undefined || at + size > payload.length) return null;
  const bytes = payload.subarray(at, at + size);
  if (type >= 12) return { value: type % 2 === 0 ? Buffer.from(bytes) : bytes.toString(), size };
  return { value: type === 7 ? bytes.readDoubleBE(0) : integerOf(bytes), size };
}

function integerOf(bytes: Buffer): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return BigInt.asIntN(bytes.length * 8, value);
}

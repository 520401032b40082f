import { USABLE_SIZE } from './page-reader.ts';

/*
 * One page of a b-tree, as https://www.sqlite.org/fileformat2.html section 1.6 has it. Every number
 * read from a page is checked before it is used: an authentic page is what was once written in this
 * place, not necessarily what the pages around it expect.
 */

const TYPES = { 2: 'index-inner', 5: 'table-inner', 10: 'index-leaf', 13: 'table-leaf' } as const;

/** What a cell holds of its row on the page itself, and where the rest begins. */
export interface Cell {
  /** Null in an index, which has none. */
  readonly rowId: bigint | null;
  readonly size: number;
  readonly local: Buffer;
  /** First page of the rest; null where there is none. */
  readonly overflow: number | null;
}

export interface TreePage {
  readonly kind: (typeof TYPES)[keyof typeof TYPES];
  /** Pages below this one, in the order of the tree. */
  readonly children: readonly number[];
  /** Rows; none on the inner pages of a table. */
  readonly cells: readonly Cell[];
}

/** The page taken apart; null where it is none of a b-tree. */
export function treePageOf(bytes: Buffer, page: number): TreePage | null {
  const at = page === 1 ? 100 : 0;
  const kind = TYPES[bytes[at] as keyof typeof TYPES] as TreePage['kind'] | undefined;
  if (kind === undefined) return null;
  const isInner = kind === 'index-inner' || kind === 'table-inner';
  const count = bytes.readUInt16BE(at + 3);
  const pointers = at + (isInner ? 12 : 8);
  if (pointers + 2 * count > USABLE_SIZE) return null;
  const children: number[] = [];
  const cells: Cell[] = [];
  for (let i = 0; i < count; i += 1) {
    const reader = readerAt(bytes, bytes.readUInt16BE(pointers + 2 * i));
    if (isInner) children.push(reader.uint32());
    if (kind === 'table-inner') continue;
    const cell = cellAt(reader, kind === 'table-leaf');
    if (cell === null) return null;
    cells.push(cell);
  }
  if (isInner) children.push(bytes.readUInt32BE(at + 8));
  return { kind, children, cells };
}

/** A varint: big-endian groups of seven bits, nine bytes at most. Null beyond the end. */
export function varintAt(bytes: Buffer, at: number): { value: bigint; next: number } | null {
  let value = 0n;
  for (let i = 0; i < 9; i += 1) {
    const byte = bytes[at + i];
    if (byte === undefined) return null;
    if (i === 8) return { value: BigInt.asIntN(64, (value << 8n) | BigInt(byte)), next: at + 9 };
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) return { value, next: at + i + 1 };
  }
  return null;
}

interface Reader {
  uint32(): number;
  varint(): bigint;
  /** The bytes from here on, at most `length`; null beyond the end of the page. */
  take(length: number): Buffer | null;
}

function readerAt(bytes: Buffer, start: number): Reader {
  let at = start;
  return {
    uint32() {
      at += 4;
      return at <= USABLE_SIZE ? bytes.readUInt32BE(at - 4) : 0;
    },
    varint() {
      const found = varintAt(bytes, at);
      if (found === null) return -1n;
      at = found.next;
      return found.value;
    },
    take(length) {
      at += length;
      return at <= USABLE_SIZE ? bytes.subarray(at - length, at) : null;
    },
  };
}

function cellAt(reader: Reader, isTable: boolean): Cell | null {
  const size = Number(reader.varint());
  if (size < 0 || size > 2 ** 31) return null;
  const rowId = isTable ? reader.varint() : null;
  const onPage = localSize(size, isTable);
  const local = reader.take(onPage);
  if (local === null) return null;
  return { rowId, size, local, overflow: onPage === size ? null : reader.uint32() };
}

/** How much of a payload is kept on the page itself (section 1.6, "the amount of payload"). */
function localSize(size: number, isTable: boolean): number {
  const most = isTable ? USABLE_SIZE - 35 : Math.floor(((USABLE_SIZE - 12) * 64) / 255) - 23;
  if (size <= most) return size;
  const least = Math.floor(((USABLE_SIZE - 12) * 32) / 255) - 23;
  const fitting = least + ((size - least) % (USABLE_SIZE - 4));
  return fitting <= most ? fitting : least;
}

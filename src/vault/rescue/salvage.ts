import { treePageOf, type Cell, type TreePage } from './btree-page.ts';
import { USABLE_SIZE, type PageReader } from './page-reader.ts';
import { recordValues, type CellValue } from './record-values.ts';
import { rowOfTable, tableOfRow, type TableShape } from './table-shape.ts';

/** What is come upon while a damaged database is read. */
export type Found =
  | { readonly kind: 'row'; readonly shape: TableShape; readonly row: CellValue[] }
  /** A row that begins on a page that can be read, and goes on where none can. */
  | { readonly kind: 'lost-row'; readonly table: string | null }
  /** A page of this table that cannot be read; what was on it, or below it, is not known. */
  | { readonly kind: 'lost-page'; readonly table: string }
  /** One page more was looked at. */
  | { readonly kind: 'page'; readonly readable: boolean };

/**
 * Gives every row on every page that can be read, each once per place it stands in. First the
 * tables from their roots down, as SQLite would; then every page that no way led to, since the
 * page with the list of tables, or one between a root and its rows, may be what was lost. Rows of
 * such pages are told by their form (`tableOfRow`). Freed pages were overwritten with zeros when
 * they were freed (`secure_delete`), so nothing that was removed comes back from them.
 */
export function* salvage(reader: PageReader, shapes: readonly TableShape[]): Generator<Found> {
  const seen = new Set<number>();
  const begins = roots(reader, shapes);
  for (const shape of shapes) {
    const root = begins.get(shape);
    if (root === undefined) yield { kind: 'lost-page', table: shape.table };
    else yield* walk(reader, shape, root, seen);
  }
  for (let page = 1; page <= reader.pages; page += 1) {
    if (seen.has(page)) continue;
    const bytes = reader.read(page);
    yield { kind: 'page', readable: bytes !== null };
    const tree = bytes === null ? null : treePageOf(bytes, page);
    for (const cell of tree?.cells ?? []) {
      const values = valuesOf(reader, cell);
      const told = values === null ? null : tableOfRow(shapes, values, cell.rowId);
      if (told !== null) yield { kind: 'row', ...told };
      else if (values === null && tree?.kind === 'table-leaf')
        yield { kind: 'lost-row', table: null };
    }
  }
}

/** The schema version that page 1 states; null where it cannot be read. */
export function schemaVersion(reader: PageReader): number | null {
  return reader.read(1)?.readUInt32BE(60) ?? null;
}

/** Where each table begins, by the list of tables; none where that cannot be read. */
function roots(reader: PageReader, shapes: readonly TableShape[]): Map<TableShape, number> {
  const found = new Map<TableShape, number>();
  for (const page of listPages(reader, 1, new Set())) {
    for (const cell of page.cells) {
      const [type, name, , root] = valuesOf(reader, cell) ?? [];
      const shape = shapes.find(({ table }) => type === 'table' && table === name);
      if (shape !== undefined && typeof root === 'bigint') found.set(shape, Number(root));
    }
  }
  return found;
}

function* listPages(reader: PageReader, page: number, seen: Set<number>): Generator<TreePage> {
  if (seen.has(page)) return;
  seen.add(page);
  const bytes = reader.read(page);
  const tree = bytes === null ? null : treePageOf(bytes, page);
  if (tree === null || tree.kind.startsWith('index')) return;
  yield tree;
  for (const child of tree.children) yield* listPages(reader, child, seen);
}

function* walk(
  reader: PageReader,
  shape: TableShape,
  root: number,
  seen: Set<number>,
): Generator<Found> {
  const waiting = [root];
  for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) {
    if (seen.has(page)) continue;
    const bytes = reader.read(page);
    const tree = bytes === null ? null : treePageOf(bytes, page);
    if (tree === null || tree.kind.startsWith('index') !== shape.isIndex) {
      yield { kind: 'lost-page', table: shape.table };
      continue;
    }
    seen.add(page);
    yield { kind: 'page', readable: true };
    for (const cell of tree.cells) {
      const values = valuesOf(reader, cell);
      const row = values === null ? null : rowOfTable(shape, values, cell.rowId);
      if (row === null) yield { kind: 'lost-row', table: shape.table };
      else yield { kind: 'row', shape, row };
    }
    // The last first, so that rows come in the order of their keys.
    waiting.push(...[...tree.children].reverse());
  }
}

/** The values of a row, with what of it lies on further pages; null where a page of them is lost. */
function valuesOf(reader: PageReader, cell: Cell): CellValue[] | null {
  const parts = [cell.local];
  let missing = cell.size - cell.local.length;
  let next = cell.overflow ?? 0;
  while (missing > 0) {
    const page = next === 0 ? null : reader.read(next);
    if (page === null) return null;
    const part = page.subarray(4, Math.min(USABLE_SIZE, 4 + missing));
    parts.push(part);
    missing -= part.length;
    next = page.readUInt32BE(0);
  }
  return recordValues(Buffer.concat(parts));
}

import type Database from 'better-sqlite3';
import type { RescueReport, RESCUED_TABLES } from '../../shared/contract/session.ts';
import type { Agreement } from './agree.ts';
import { recordTypeOf } from './record-row.ts';

type TableName = (typeof RESCUED_TABLES)[number];

/** What is no record, by what it is for. Chunks are counted as the files they make up. */
const OTHER_TABLES: Readonly<Record<string, TableName>> = {
  change_set: 'change-set',
  change: 'change',
  attachment_blob: 'file',
  attachment_chunk: 'file',
  access_log: 'access-entry',
  own_identity: 'identity',
  draft: 'draft',
  setting: 'setting',
  tombstone: 'tombstone',
};

/** Counts what is come upon, table by table. */
export class RescueCount {
  pagesRead = 0;
  pagesUnreadable = 0;
  private readonly lost = new Map<TableName, { rows: number; pages: number }>();
  /** Rows that were lost and cannot be said to be of one table. */
  private lostElsewhere = 0;

  lostRow(table: string | null, rows = 1): void {
    if (table === null) this.lostElsewhere += rows;
    else this.of(table).rows += rows;
  }

  lostPage(table: string): void {
    this.of(table).pages += 1;
  }

  /** Whether every row of a table was read, so that what is not there was not there. */
  isTableWhole(table: string): boolean {
    const lost = this.lost.get(nameOf(table));
    return lost === undefined || lost.rows + lost.pages === 0;
  }

  /** With the rows that the rescued database holds in the end. */
  report(
    database: Database.Database,
    tables: readonly string[],
    rest: Agreement & Pick<RescueReport, 'log' | 'isIdentityNew'>,
  ): RescueReport {
    const rows = new Map<TableName, number>();
    for (const table of tables) {
      const name = nameOf(table);
      // A file may be many chunks, and is one file.
      if (table === 'attachment_chunk') continue;
      const found = database.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number;
      rows.set(name, (rows.get(name) ?? 0) + found);
    }
    return {
      pages: { total: this.pagesRead, unreadable: this.pagesUnreadable },
      tables: [...rows].map(([name, count]) => {
        const lost = this.lost.get(name) ?? { rows: 0, pages: 0 };
        return { name, rows: count, rowsLost: lost.rows, pagesLost: lost.pages };
      }),
      rowsLostElsewhere: this.lostElsewhere,
      ...rest,
    };
  }

  private of(table: string): { rows: number; pages: number } {
    const name = nameOf(table);
    const count = this.lost.get(name) ?? { rows: 0, pages: 0 };
    this.lost.set(name, count);
    return count;
  }
}

function nameOf(table: string): TableName {
  const name = recordTypeOf(table) ?? OTHER_TABLES[table];
  if (name === undefined) throw new TypeError(`${table} has no name in the report`);
  return name;
}

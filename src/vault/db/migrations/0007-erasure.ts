/**
 * What was erased is a record like any other: it is in the log, and bundles carry it. It takes the
 * place of the table of tombstones, to which no program that was shipped ever wrote a row.
 */
export const sql = `
CREATE TABLE erasure (
  id TEXT PRIMARY KEY NOT NULL,
  record_type TEXT NOT NULL,
  record_id TEXT NOT NULL,
  field TEXT,
  erased_on TEXT NOT NULL
) STRICT;
CREATE INDEX erasure_record ON erasure (record_id);
DROP TABLE tombstone;
`;

/**
 * Bundles of colleagues that are carried unread. No records of the log: they are not ours, and when
 * their bytes are forgotten nothing may bring them back.
 */
export const sql = `
CREATE TABLE carried_bundle (
  id TEXT PRIMARY KEY NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  from_name TEXT NOT NULL,
  for_name TEXT NOT NULL,
  taken_at TEXT NOT NULL,
  handed_on_at TEXT,
  forgotten_at TEXT
) STRICT;
CREATE TABLE carried_chunk (
  bundle_id TEXT NOT NULL REFERENCES carried_bundle (id),
  ordinal INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (bundle_id, ordinal)
) STRICT;
`;

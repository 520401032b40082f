/**
 * What each bundle that left held: per record the place of the chain up to which its changes went,
 * the fields that were left out, and, of one that is gone, the place of the removal it was told
 * with. No record of the log: it says what others have, and travels nowhere.
 */
export const sql = `
CREATE TABLE sent_record (
  bundle_id TEXT NOT NULL,
  record_type TEXT NOT NULL,
  record_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  withheld TEXT NOT NULL,
  removal INTEGER,
  PRIMARY KEY (bundle_id, record_type, record_id)
) STRICT, WITHOUT ROWID;

ALTER TABLE bundle_entry ADD COLUMN purpose TEXT;
ALTER TABLE bundle_entry ADD COLUMN until TEXT;
ALTER TABLE bundle_entry ADD COLUMN revoked_on TEXT;

ALTER TABLE contact ADD COLUMN private_notes TEXT;
`;

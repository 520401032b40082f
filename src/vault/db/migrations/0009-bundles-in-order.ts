/**
 * What the register needs to tell the next bundle of an officer from one that is missing, late or
 * forked, and what a bundle that is a document says. One that tells of no contact has no audience.
 */
export const sql = `
ALTER TABLE bundle_entry ADD COLUMN previous_sha256 TEXT;
ALTER TABLE bundle_entry ADD COLUMN signing_key TEXT;
ALTER TABLE bundle_entry ADD COLUMN document TEXT;
ALTER TABLE bundle_entry ADD COLUMN audience_if_any TEXT;
UPDATE bundle_entry SET audience_if_any = audience;
ALTER TABLE bundle_entry DROP COLUMN audience;
ALTER TABLE bundle_entry RENAME COLUMN audience_if_any TO audience;
CREATE INDEX bundle_entry_count ON bundle_entry (counterpart_id, direction, sequence);
`;

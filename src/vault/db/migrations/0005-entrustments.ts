/** Who holds a contact: what was offered to whom by which verb, and what came of it. */
export const sql = `
CREATE TABLE entrustment (
  id TEXT PRIMARY KEY NOT NULL,
  direction TEXT NOT NULL,
  verb TEXT NOT NULL,
  contact_id TEXT,
  wanted TEXT NOT NULL,
  counterpart_id TEXT NOT NULL,
  counterpart_name TEXT NOT NULL,
  bundle_id TEXT,
  purpose TEXT,
  until TEXT,
  offered_on TEXT NOT NULL,
  answer_by TEXT,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  settled_on TEXT
) STRICT;
CREATE INDEX entrustment_contact ON entrustment (contact_id);
CREATE INDEX entrustment_bundle ON entrustment (bundle_id);
`;

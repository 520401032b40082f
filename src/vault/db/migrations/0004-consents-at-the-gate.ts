/**
 * The gate asks for a purpose, then for a contact; so do the list of contacts and the matrix of one
 * purpose. All three are answered from this index without reading the wide rows of the events; it
 * takes the place of the one made for holding a record. Overrides are listed from the history,
 * where nothing hides them; without an index of their own that reads the whole of it.
 */
export const sql = `
DROP INDEX consent_event_holding;
CREATE INDEX consent_event_deciding ON consent_event
  (purpose, contact_id, audience, decision, decided_on, expires_on, renews_id, id);
CREATE INDEX change_override ON change (seq, record_id)
  WHERE record_type = 'action' AND field = 'override' AND new_value IS NOT NULL;
`;

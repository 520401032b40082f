/**
 * A decision on consent names those it was made in knowledge of. It is null in the decisions that
 * are here already: what was known then nobody can say. The gate, the list of contacts and the
 * matrix are still answered from one index.
 */
export const sql = `
ALTER TABLE consent_event ADD COLUMN supersedes TEXT;
DROP INDEX consent_event_deciding;
CREATE INDEX consent_event_deciding ON consent_event
  (purpose, contact_id, audience, decision, decided_on, expires_on, renews_id, id, supersedes);
`;

/**
 * The list of contacts asks of every contact whether their record may be held. From this index it
 * is answered without reading the wide rows of all consent events.
 */
export const sql = `
CREATE INDEX consent_event_holding ON consent_event
  (contact_id, audience, decision, decided_on, expires_on, id)
  WHERE purpose = 'hold-record';
`;

/**
 * Who compared an officer's fingerprint, why and when a card was revoked, the keys they had before,
 * and a second card under their identifier.
 */
export const sql = `
ALTER TABLE officer ADD COLUMN verified_by TEXT;
ALTER TABLE officer ADD COLUMN revocation TEXT;
ALTER TABLE officer ADD COLUMN earlier_keys TEXT NOT NULL DEFAULT '[]';
ALTER TABLE officer ADD COLUMN other_card TEXT;
`;

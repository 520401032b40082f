/** What is not to be raised with a contact: the successor's brief has it from the record itself. */
export const sql = `
ALTER TABLE contact ADD COLUMN not_to_raise TEXT NOT NULL DEFAULT '';
`;

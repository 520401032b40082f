/** Every preview of a bundle asks which records were removed, among all that was ever changed. */
export const sql = `
CREATE INDEX change_removed ON change (record_type, record_id)
  WHERE field = '$exists' AND new_value IS NULL;
`;

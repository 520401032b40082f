/** The first schema: record tables, what is derived from them, the change log, and the rest. */
export const sql = `
CREATE TABLE contact (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  organisation_type TEXT,
  code_name TEXT,
  names TEXT NOT NULL,
  methods TEXT NOT NULL,
  languages TEXT NOT NULL,
  profession TEXT,
  locality TEXT,
  country TEXT,
  remote INTEGER NOT NULL,
  peaceful_means TEXT NOT NULL,
  risk_groups TEXT NOT NULL,
  risk_level TEXT,
  contact_every_days INTEGER,
  cover_phrase TEXT,
  legitimate_basis TEXT,
  tags TEXT NOT NULL,
  notes TEXT NOT NULL,
  dissolved_on TEXT,
  photo TEXT
) STRICT;

CREATE TABLE relationship (
  id TEXT PRIMARY KEY NOT NULL,
  from_contact_id TEXT NOT NULL,
  to_contact_id TEXT NOT NULL,
  type TEXT NOT NULL,
  since TEXT,
  until TEXT,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX relationship_from ON relationship (from_contact_id);
CREATE INDEX relationship_to ON relationship (to_contact_id);

CREATE TABLE meeting_log (
  id TEXT PRIMARY KEY NOT NULL,
  state TEXT NOT NULL,
  started_at TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  duration_minutes INTEGER,
  channel TEXT NOT NULL,
  place TEXT,
  participants TEXT NOT NULL,
  language TEXT,
  interpreter TEXT,
  title TEXT NOT NULL,
  said TEXT NOT NULL,
  told TEXT NOT NULL,
  sensitivity TEXT NOT NULL,
  corrects_id TEXT,
  sealed_at TEXT
) STRICT;
CREATE INDEX meeting_log_started ON meeting_log (started_at);
CREATE INDEX meeting_log_corrects ON meeting_log (corrects_id);

CREATE TABLE promise (
  id TEXT PRIMARY KEY NOT NULL,
  meeting_log_id TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  text TEXT NOT NULL,
  due_on TEXT,
  state TEXT NOT NULL,
  settled_on TEXT,
  told_them_on TEXT
) STRICT;
CREATE INDEX promise_log ON promise (meeting_log_id);
CREATE INDEX promise_contact ON promise (contact_id);
CREATE INDEX promise_due ON promise (state, due_on);

CREATE TABLE follow_up (
  id TEXT PRIMARY KEY NOT NULL,
  meeting_log_id TEXT NOT NULL,
  contact_id TEXT,
  text TEXT NOT NULL,
  due_on TEXT,
  assigned_to TEXT,
  state TEXT NOT NULL,
  settled_on TEXT
) STRICT;
CREATE INDEX follow_up_log ON follow_up (meeting_log_id);
CREATE INDEX follow_up_contact ON follow_up (contact_id);
CREATE INDEX follow_up_due ON follow_up (state, due_on);

CREATE TABLE consent_event (
  id TEXT PRIMARY KEY NOT NULL,
  contact_id TEXT NOT NULL,
  purpose TEXT NOT NULL,
  audience TEXT NOT NULL,
  decision TEXT NOT NULL,
  decided_on TEXT NOT NULL,
  given_by TEXT NOT NULL,
  proxy TEXT,
  how TEXT NOT NULL,
  language TEXT,
  interpreter TEXT,
  conditions TEXT NOT NULL,
  withheld TEXT NOT NULL,
  expires_on TEXT,
  review_on TEXT,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX consent_event_standing ON consent_event (contact_id, purpose, audience);

CREATE TABLE action (
  id TEXT PRIMARY KEY NOT NULL,
  type TEXT NOT NULL,
  title TEXT NOT NULL,
  status TEXT NOT NULL,
  audience TEXT NOT NULL,
  owner TEXT,
  due_on TEXT,
  subject_ids TEXT NOT NULL,
  detail TEXT NOT NULL,
  consent_event_ids TEXT NOT NULL,
  override TEXT,
  started_at TEXT,
  done_on TEXT,
  outcome TEXT NOT NULL
) STRICT;
CREATE INDEX action_status ON action (status, due_on);

CREATE TABLE attachment (
  id TEXT PRIMARY KEY NOT NULL,
  owner_type TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size_bytes INTEGER NOT NULL
) STRICT;
CREATE INDEX attachment_owner ON attachment (owner_type, owner_id);
CREATE INDEX attachment_sha256 ON attachment (sha256);

CREATE TABLE officer (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  post TEXT NOT NULL,
  keys TEXT NOT NULL,
  trust TEXT NOT NULL,
  verified_how TEXT,
  verified_on TEXT,
  card_issued_at TEXT NOT NULL,
  note TEXT NOT NULL,
  email TEXT
) STRICT;

CREATE TABLE bundle_entry (
  id TEXT PRIMARY KEY NOT NULL,
  direction TEXT NOT NULL,
  kind TEXT NOT NULL,
  counterpart_id TEXT NOT NULL,
  counterpart_name TEXT NOT NULL,
  counterpart_verified INTEGER NOT NULL,
  audience TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  at TEXT NOT NULL,
  contact_ids TEXT NOT NULL,
  record_count INTEGER NOT NULL
) STRICT;
CREATE INDEX bundle_entry_at ON bundle_entry (at);

CREATE TABLE meeting_log_contact (
  log_id TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  started_at TEXT NOT NULL,
  PRIMARY KEY (log_id, contact_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_log_contact_by_contact ON meeting_log_contact (contact_id, started_at);

CREATE TABLE action_subject (
  action_id TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  PRIMARY KEY (action_id, contact_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX action_subject_by_contact ON action_subject (contact_id);

CREATE TABLE search_row (
  row_id INTEGER PRIMARY KEY,
  record_type TEXT NOT NULL,
  record_id TEXT NOT NULL,
  UNIQUE (record_type, record_id)
) STRICT;
CREATE VIRTUAL TABLE search_index USING fts5 (
  title,
  body,
  tokenize = "unicode61 remove_diacritics 2 categories 'L* M* N* Co'",
  prefix = '2 3'
);
INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1);

CREATE TABLE change_set (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  part INTEGER NOT NULL,
  hlc TEXT NOT NULL,
  at TEXT NOT NULL,
  author_id TEXT NOT NULL,
  author_name TEXT NOT NULL,
  device TEXT NOT NULL,
  reason TEXT NOT NULL,
  undo_of TEXT,
  source_bundle TEXT,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  UNIQUE (id, part)
) STRICT;
CREATE INDEX change_set_hlc ON change_set (hlc);
CREATE INDEX change_set_undo_of ON change_set (undo_of) WHERE undo_of IS NOT NULL;
CREATE INDEX change_set_bundle ON change_set (source_bundle) WHERE source_bundle IS NOT NULL;

CREATE TABLE change (
  seq INTEGER NOT NULL REFERENCES change_set (seq),
  ordinal INTEGER NOT NULL,
  record_type TEXT NOT NULL,
  record_id TEXT NOT NULL,
  field TEXT NOT NULL,
  old_value TEXT,
  new_value TEXT,
  salt BLOB,
  commitment BLOB NOT NULL,
  erased_at TEXT,
  PRIMARY KEY (seq, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_record ON change (record_id);

CREATE TABLE tombstone (
  record_type TEXT NOT NULL,
  record_id TEXT NOT NULL,
  field TEXT NOT NULL,
  erased_at TEXT NOT NULL,
  PRIMARY KEY (record_type, record_id, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE access_log (
  id TEXT PRIMARY KEY NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  detail TEXT NOT NULL,
  contact_ids TEXT NOT NULL
) STRICT;
CREATE INDEX access_log_at ON access_log (at);

CREATE TABLE draft (
  form TEXT NOT NULL,
  record_key TEXT NOT NULL,
  body TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (form, record_key)
) STRICT;

CREATE TABLE own_identity (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  body TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE attachment_blob (
  sha256 TEXT PRIMARY KEY NOT NULL,
  size INTEGER NOT NULL
) STRICT;

CREATE TABLE attachment_chunk (
  sha256 TEXT NOT NULL REFERENCES attachment_blob (sha256) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (sha256, ordinal)
) STRICT;
`;

/**
 * What defenders face and what the mission does about it: incidents, risk assessments, custody,
 * hearings, plans, reviews, tasks. New fields of records that are there are empty in all of them.
 */
export const sql = `
CREATE TABLE incident (
  id TEXT PRIMARY KEY NOT NULL,
  title TEXT NOT NULL,
  act TEXT NOT NULL,
  risk TEXT NOT NULL,
  occurred_on TEXT NOT NULL,
  precision TEXT NOT NULL,
  ended_on TEXT,
  place TEXT,
  country TEXT,
  victims TEXT NOT NULL,
  perpetrators TEXT NOT NULL,
  description TEXT NOT NULL,
  source_type TEXT NOT NULL,
  source TEXT,
  reliability TEXT NOT NULL,
  verification TEXT NOT NULL,
  sensitivity TEXT NOT NULL,
  follows_id TEXT,
  redress TEXT NOT NULL
) STRICT;
CREATE INDEX incident_occurred ON incident (occurred_on);
CREATE INDEX incident_follows ON incident (follows_id);

CREATE TABLE risk_assessment (
  id TEXT PRIMARY KEY NOT NULL,
  contact_id TEXT NOT NULL,
  assessed_on TEXT NOT NULL,
  assessed_by TEXT,
  level TEXT NOT NULL,
  trend TEXT NOT NULL,
  ratings TEXT NOT NULL,
  triggers TEXT NOT NULL,
  mitigations TEXT NOT NULL,
  safety_plan TEXT NOT NULL,
  review_on TEXT
) STRICT;
CREATE INDEX risk_assessment_contact ON risk_assessment (contact_id, assessed_on);

CREATE TABLE custody (
  id TEXT PRIMARY KEY NOT NULL,
  contact_id TEXT NOT NULL,
  state TEXT NOT NULL,
  since TEXT NOT NULL,
  places TEXT NOT NULL,
  authority TEXT,
  case_reference TEXT,
  charges TEXT NOT NULL,
  lawyer_contact_id TEXT,
  lawyer_name TEXT,
  family_contact_id TEXT,
  family_name TEXT,
  released_on TEXT,
  release_conditions TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX custody_contact ON custody (contact_id, since);

CREATE TABLE visit_request (
  id TEXT PRIMARY KEY NOT NULL,
  contact_id TEXT NOT NULL,
  custody_id TEXT NOT NULL,
  requested_on TEXT NOT NULL,
  requested_from TEXT NOT NULL,
  status TEXT NOT NULL,
  answered_on TEXT,
  visit_on TEXT,
  visitors TEXT,
  refusal_reason TEXT NOT NULL,
  findings TEXT NOT NULL,
  action_id TEXT
) STRICT;
CREATE INDEX visit_request_contact ON visit_request (contact_id);
CREATE INDEX visit_request_custody ON visit_request (custody_id);
CREATE INDEX visit_request_visit_on ON visit_request (visit_on);

CREATE TABLE hearing (
  id TEXT PRIMARY KEY NOT NULL,
  contact_id TEXT NOT NULL,
  custody_id TEXT,
  title TEXT NOT NULL,
  starts_at TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  court TEXT NOT NULL,
  room TEXT,
  stage TEXT NOT NULL,
  status TEXT NOT NULL,
  previous_id TEXT,
  observers TEXT NOT NULL,
  action_id TEXT,
  outcome TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX hearing_starts ON hearing (starts_at);
CREATE INDEX hearing_contact ON hearing (contact_id, starts_at);
CREATE INDEX hearing_custody ON hearing (custody_id);

CREATE TABLE plan (
  id TEXT PRIMARY KEY NOT NULL,
  title TEXT NOT NULL,
  state TEXT NOT NULL,
  subject_ids TEXT NOT NULL,
  situation TEXT NOT NULL,
  goal TEXT NOT NULL,
  options TEXT NOT NULL,
  partners TEXT NOT NULL,
  owner TEXT,
  started_on TEXT NOT NULL,
  review_on TEXT,
  outcome TEXT NOT NULL
) STRICT;
CREATE INDEX plan_state ON plan (state, started_on);

CREATE TABLE action_review (
  id TEXT PRIMARY KEY NOT NULL,
  action_id TEXT NOT NULL,
  months INTEGER NOT NULL,
  reviewed_on TEXT NOT NULL,
  helped TEXT NOT NULL,
  cost TEXT NOT NULL,
  incident_ids TEXT NOT NULL,
  defender_view TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX action_review_action ON action_review (action_id, months);

CREATE TABLE task (
  id TEXT PRIMARY KEY NOT NULL,
  text TEXT NOT NULL,
  step TEXT,
  action_id TEXT,
  contact_id TEXT,
  bundle_entry_id TEXT,
  due_on TEXT,
  assigned_to TEXT,
  state TEXT NOT NULL,
  settled_on TEXT
) STRICT;
CREATE INDEX task_due ON task (state, due_on);
CREATE INDEX task_action ON task (action_id);
CREATE INDEX task_contact ON task (contact_id);

CREATE TABLE incident_contact (
  incident_id TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  occurred_on TEXT NOT NULL,
  PRIMARY KEY (incident_id, contact_id)
) STRICT;
CREATE INDEX incident_contact_by_contact ON incident_contact (contact_id, occurred_on);

CREATE TABLE plan_subject (
  plan_id TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  PRIMARY KEY (plan_id, contact_id)
) STRICT;
CREATE INDEX plan_subject_by_contact ON plan_subject (contact_id);

ALTER TABLE contact ADD COLUMN directory TEXT;
ALTER TABLE consent_event ADD COLUMN withholdings TEXT;
ALTER TABLE consent_event ADD COLUMN renews_id TEXT;
ALTER TABLE action ADD COLUMN plan_id TEXT;
ALTER TABLE action ADD COLUMN particulars TEXT;
ALTER TABLE action ADD COLUMN partners TEXT;
ALTER TABLE action ADD COLUMN pledges TEXT;
CREATE INDEX action_plan ON action (plan_id);
`;

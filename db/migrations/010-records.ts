import type { Migration } from '../migrate.ts';

/** The first schema: organisation, members, meetings, assessments, settings, audit. */
export const records: Migration = {
  version: 10,
  name: 'records',
  up: (raw) =>
    raw.exec(`
CREATE TABLE archive_fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE secret (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;

CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL, operation TEXT NOT NULL, reason TEXT NOT NULL,
  batch TEXT NOT NULL, record TEXT NOT NULL, record_id TEXT NOT NULL, part TEXT NOT NULL, row_id TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete', 'reveal', 'export')),
  before TEXT, after TEXT, previous_hash TEXT NOT NULL, hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX audit_record ON audit (record, record_id, sequence);
CREATE INDEX audit_row ON audit (part, row_id, sequence);
CREATE INDEX audit_batch ON audit (batch) WHERE batch <> '';
CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_never_shrinks BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;

CREATE TABLE branch (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, parent_id TEXT REFERENCES branch (id), kind TEXT NOT NULL,
  code TEXT NOT NULL, full_name TEXT NOT NULL, short_name TEXT NOT NULL, superior_name TEXT NOT NULL,
  established_on TEXT, approval_number TEXT NOT NULL, unit_name TEXT NOT NULL, unit_kind TEXT,
  region_code TEXT NOT NULL, contact_name TEXT NOT NULL, contact_phone TEXT NOT NULL, address TEXT NOT NULL,
  postcode TEXT NOT NULL, venue TEXT NOT NULL, venue_square_metres REAL, rating TEXT NOT NULL,
  may_approve_admission INTEGER NOT NULL, has_committee INTEGER NOT NULL, display_order INTEGER NOT NULL,
  closed_on TEXT, note TEXT NOT NULL
) STRICT;

CREATE TABLE member (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, name TEXT NOT NULL, former_name TEXT NOT NULL, pinyin TEXT NOT NULL,
  sex TEXT NOT NULL, id_number TEXT, born_on TEXT, born_on_reason TEXT NOT NULL, ethnicity TEXT,
  native_place TEXT NOT NULL, birth_place TEXT NOT NULL, education TEXT, degree TEXT, school TEXT NOT NULL,
  started_work_on TEXT, employer TEXT NOT NULL, job_code TEXT, technical_title TEXT, social_stratum TEXT NOT NULL,
  is_migrant_worker INTEGER, applied_on TEXT, activist_on TEXT, candidate_on TEXT, joined_on TEXT,
  join_approved_on TEXT, confirmed_on TEXT, probation_extended_months INTEGER NOT NULL,
  joined_branch_name TEXT NOT NULL, introducer_names TEXT NOT NULL, volunteer_form_number TEXT NOT NULL,
  party_years_correction INTEGER NOT NULL, mobile_phone TEXT NOT NULL, landline TEXT NOT NULL,
  household_address TEXT NOT NULL, residence_address TEXT NOT NULL, emergency_contact TEXT NOT NULL,
  archive_place TEXT NOT NULL, note TEXT NOT NULL, initials TEXT NOT NULL, pinyin_search TEXT NOT NULL,
  pinyin_key TEXT NOT NULL,
  strokes_key TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX member_id_number ON member (id_number) WHERE id_number IS NOT NULL;
CREATE INDEX member_name ON member (name);

CREATE TABLE party_group (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id), name TEXT NOT NULL,
  leader_id TEXT REFERENCES member (id), venue TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT,
  display_order INTEGER NOT NULL, note TEXT NOT NULL
) STRICT;

CREATE TABLE committee_term (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  number INTEGER NOT NULL, elected_on TEXT NOT NULL, approved_on TEXT, approval_number TEXT NOT NULL,
  years INTEGER NOT NULL, extended_to TEXT, extension_number TEXT NOT NULL, note TEXT NOT NULL
) STRICT;

CREATE TABLE post (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  term_id TEXT REFERENCES committee_term (id), member_id TEXT NOT NULL REFERENCES member (id), title TEXT NOT NULL,
  duties TEXT NOT NULL, valid_from TEXT NOT NULL, approved_on TEXT, approval_number TEXT NOT NULL, valid_to TEXT,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX post_member ON post (member_id);

CREATE TABLE membership (
  id TEXT PRIMARY KEY, member_id TEXT NOT NULL REFERENCES member (id), branch_id TEXT NOT NULL REFERENCES branch (id),
  group_id TEXT REFERENCES party_group (id), valid_from TEXT NOT NULL, entry_kind TEXT NOT NULL, valid_to TEXT,
  leave_kind TEXT, reason TEXT NOT NULL
) STRICT;
CREATE INDEX membership_member ON membership (member_id, valid_from, valid_to, branch_id, group_id);
CREATE INDEX membership_branch ON membership (branch_id);

CREATE TABLE member_status (
  id TEXT PRIMARY KEY, member_id TEXT NOT NULL REFERENCES member (id), kind TEXT NOT NULL, valid_from TEXT NOT NULL,
  valid_to TEXT, detail TEXT NOT NULL, reason TEXT NOT NULL, document_number TEXT NOT NULL
) STRICT;
CREATE INDEX member_status_member ON member_status (member_id);

CREATE TABLE meeting (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  group_id TEXT REFERENCES party_group (id), types TEXT NOT NULL, title TEXT NOT NULL, held_on TEXT NOT NULL,
  starts_at TEXT, ends_at TEXT, place TEXT NOT NULL, chair_id TEXT REFERENCES member (id), chair_name TEXT NOT NULL,
  recorder_id TEXT REFERENCES member (id), recorder_name TEXT NOT NULL, assessment_year INTEGER, agenda TEXT NOT NULL,
  study_content TEXT NOT NULL, discussion TEXT NOT NULL, dissent TEXT NOT NULL, speeches TEXT NOT NULL,
  observers TEXT NOT NULL, exclusions TEXT NOT NULL, votes TEXT NOT NULL, resolutions TEXT NOT NULL,
  lesson_topic TEXT NOT NULL, lecturer TEXT NOT NULL, lecturer_post TEXT NOT NULL, study_hours REAL,
  theme TEXT NOT NULL, theme_form TEXT NOT NULL, cost INTEGER, materials TEXT NOT NULL, late_reason TEXT NOT NULL,
  entered_on TEXT NOT NULL, is_late_entry INTEGER NOT NULL, signed_on TEXT, chair_signature TEXT NOT NULL,
  recorder_signature TEXT NOT NULL, voided_on TEXT, void_reason TEXT NOT NULL
) STRICT;
CREATE INDEX meeting_held ON meeting (branch_id, held_on);

CREATE TABLE attendance (
  id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting (id), member_id TEXT NOT NULL REFERENCES member (id),
  position INTEGER NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL, opinion_received_on TEXT,
  UNIQUE (meeting_id, member_id)
) STRICT;
CREATE INDEX attendance_member ON attendance (member_id);

CREATE TABLE amendment (
  id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting (id), made_at TEXT NOT NULL, actor TEXT NOT NULL,
  field TEXT NOT NULL, text TEXT NOT NULL, reason TEXT NOT NULL
) STRICT;
CREATE INDEX amendment_meeting ON amendment (meeting_id);
CREATE TRIGGER amendment_never_changes BEFORE UPDATE ON amendment BEGIN
  SELECT RAISE(ABORT, 'an amendment is append-only'); END;
CREATE TRIGGER amendment_never_goes BEFORE DELETE ON amendment BEGIN
  SELECT RAISE(ABORT, 'an amendment is append-only'); END;

CREATE TABLE appraisal (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id), year INTEGER NOT NULL,
  held_on TEXT NOT NULL, meeting_id TEXT REFERENCES meeting (id), decided_by TEXT NOT NULL, decided_on TEXT,
  ballots_issued INTEGER, ballots_returned INTEGER, ballots_valid INTEGER, entries TEXT NOT NULL, note TEXT NOT NULL
) STRICT;

CREATE TABLE standardization (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id), year INTEGER NOT NULL,
  assessed_on TEXT, source TEXT NOT NULL, indicators TEXT NOT NULL, self_rating TEXT NOT NULL,
  superior_rating TEXT NOT NULL, assessor TEXT NOT NULL, note TEXT NOT NULL
) STRICT;

CREATE TABLE duty_report (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id), year INTEGER NOT NULL,
  reporter_id TEXT REFERENCES member (id), reporter_name TEXT NOT NULL, reported_on TEXT, place TEXT NOT NULL,
  preparation TEXT NOT NULL, report TEXT NOT NULL, last_year_problems TEXT NOT NULL, comments TEXT NOT NULL,
  poll_good INTEGER, poll_fairly_good INTEGER, poll_average INTEGER, poll_poor INTEGER, ballots_issued INTEGER,
  ballots_returned INTEGER, grade TEXT, decided_by TEXT NOT NULL, problems TEXT NOT NULL, note TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, valid_from TEXT NOT NULL,
  valid_to TEXT, source TEXT NOT NULL, note TEXT NOT NULL
) STRICT;
CREATE INDEX setting_key ON setting (key, valid_from);

CREATE TABLE work_log_entry (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  happened_on TEXT NOT NULL, title TEXT NOT NULL, content TEXT NOT NULL, handler TEXT NOT NULL
) STRICT;
CREATE INDEX work_log_entry_day ON work_log_entry (branch_id, happened_on);
`),
};

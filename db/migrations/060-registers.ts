import type { Migration } from '../migrate.ts';

/** Registers: talks, rectification, education, discipline, measures, lost contact, mobility, care, honours, transfers. */
export const registers: Migration = {
  version: 60,
  name: 'registers',
  up: (raw) =>
    raw.exec(`
CREATE TABLE talk (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  kind TEXT NOT NULL, held_on TEXT NOT NULL, place TEXT NOT NULL, talker_ids TEXT NOT NULL,
  subject_id TEXT NOT NULL REFERENCES member (id), cause TEXT NOT NULL, content TEXT NOT NULL,
  problems TEXT NOT NULL, follow_up TEXT NOT NULL, subject_signed_on TEXT
) STRICT;
CREATE INDEX talk_day ON talk (branch_id, held_on);

CREATE TABLE rectification (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  year INTEGER NOT NULL, found_on TEXT NOT NULL, problem TEXT NOT NULL, source TEXT NOT NULL,
  measure TEXT NOT NULL, responsible_id TEXT REFERENCES member (id), responsible_name TEXT NOT NULL,
  due_on TEXT, progress TEXT NOT NULL, done_on TEXT, closed_by TEXT NOT NULL
) STRICT;
CREATE INDEX rectification_day ON rectification (branch_id, found_on);

CREATE TABLE warning_education (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  kind TEXT NOT NULL, held_on TEXT NOT NULL, topic TEXT NOT NULL, host_name TEXT NOT NULL,
  participants INTEGER, content TEXT NOT NULL, cases TEXT NOT NULL
) STRICT;
CREATE INDEX warning_education_day ON warning_education (branch_id, held_on);

CREATE TABLE discipline (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  member_id TEXT NOT NULL REFERENCES member (id), kind TEXT NOT NULL, cause TEXT NOT NULL,
  authority TEXT NOT NULL, document_number TEXT NOT NULL, decided_on TEXT NOT NULL, effective_on TEXT,
  months INTEGER, rights_restored_on TEXT, note TEXT NOT NULL
) STRICT;
CREATE INDEX discipline_day ON discipline (branch_id, decided_on);

CREATE TABLE organizational_measure (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  member_id TEXT NOT NULL REFERENCES member (id), kind TEXT NOT NULL, cause TEXT NOT NULL, proposed_on TEXT,
  meeting_id TEXT REFERENCES meeting (id), authority TEXT NOT NULL, document_number TEXT NOT NULL,
  decided_on TEXT NOT NULL, deadline TEXT, reviewed_on TEXT, outcome TEXT NOT NULL, note TEXT NOT NULL
) STRICT;
CREATE INDEX organizational_measure_day ON organizational_measure (branch_id, decided_on);

CREATE TABLE lost_contact (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  member_id TEXT NOT NULL REFERENCES member (id), lost_on TEXT NOT NULL, circumstance TEXT NOT NULL,
  search TEXT NOT NULL, found_on TEXT, membership_stopped_on TEXT, struck_off_on TEXT, note TEXT NOT NULL
) STRICT;
CREATE INDEX lost_contact_day ON lost_contact (branch_id, lost_on);

CREATE TABLE mobile_member (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  direction TEXT NOT NULL, member_id TEXT REFERENCES member (id), name TEXT NOT NULL, left_on TEXT NOT NULL,
  place TEXT NOT NULL, cause TEXT NOT NULL, is_abroad INTEGER NOT NULL, card_number TEXT NOT NULL,
  other_organisation TEXT NOT NULL, contact_name TEXT NOT NULL, contact_phone TEXT NOT NULL,
  participation TEXT NOT NULL, returned_on TEXT, contacts TEXT NOT NULL, note TEXT NOT NULL
) STRICT;
CREATE INDEX mobile_member_day ON mobile_member (branch_id, left_on);

CREATE TABLE hardship (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  member_id TEXT NOT NULL REFERENCES member (id), category TEXT NOT NULL, since TEXT NOT NULL,
  until_day TEXT, situation TEXT NOT NULL, helper_name TEXT NOT NULL, measures TEXT NOT NULL,
  visits TEXT NOT NULL
) STRICT;
CREATE INDEX hardship_day ON hardship (branch_id, since);

CREATE TABLE honour (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  member_id TEXT REFERENCES member (id), granted_on TEXT NOT NULL, title TEXT NOT NULL, level TEXT NOT NULL,
  authority TEXT NOT NULL, document_number TEXT NOT NULL, note TEXT NOT NULL
) STRICT;
CREATE INDEX honour_day ON honour (branch_id, granted_on);

CREATE TABLE service (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  member_id TEXT NOT NULL REFERENCES member (id), kind TEXT NOT NULL, served_on TEXT NOT NULL,
  content TEXT NOT NULL, place TEXT NOT NULL, hours REAL, effect TEXT NOT NULL, evaluation TEXT NOT NULL
) STRICT;
CREATE INDEX service_day ON service (branch_id, served_on);

CREATE TABLE secretary_project (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  name TEXT NOT NULL, leader_name TEXT NOT NULL, started_on TEXT NOT NULL, goal TEXT NOT NULL,
  milestones TEXT NOT NULL, result TEXT NOT NULL, ended_on TEXT, evaluation TEXT NOT NULL
) STRICT;
CREATE INDEX secretary_project_day ON secretary_project (branch_id, started_on);

CREATE TABLE transfer (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  direction TEXT NOT NULL, member_id TEXT NOT NULL REFERENCES member (id), other_organisation TEXT NOT NULL,
  started_on TEXT NOT NULL, letter_number TEXT NOT NULL, issued_on TEXT, valid_until TEXT,
  dues_paid_through TEXT, state TEXT NOT NULL, receipt_on TEXT, handler_name TEXT NOT NULL,
  is_whole_unit INTEGER NOT NULL, note TEXT NOT NULL
) STRICT;
CREATE INDEX transfer_day ON transfer (branch_id, started_on);
`),
};

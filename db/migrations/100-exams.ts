import type { Migration } from '../migrate.ts';

/** 题库, 试卷, 考试, 答卷, 合格证书. */
export const exams: Migration = {
  version: 100,
  name: 'exams',
  up: (raw) =>
    raw.exec(`
CREATE TABLE question (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  kind TEXT NOT NULL, stem TEXT NOT NULL, options TEXT NOT NULL, correct TEXT NOT NULL,
  reference_answer TEXT NOT NULL, explanation TEXT NOT NULL, contents TEXT NOT NULL, tags TEXT NOT NULL,
  difficulty INTEGER NOT NULL, source TEXT NOT NULL, retired_on TEXT
) STRICT;
CREATE INDEX question_branch ON question (branch_id, kind);
CREATE TABLE exam_paper (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  title TEXT NOT NULL, parts TEXT NOT NULL, seed INTEGER NOT NULL, instructions TEXT NOT NULL, issued_on TEXT,
  questions TEXT NOT NULL
) STRICT;
CREATE INDEX exam_paper_branch ON exam_paper (branch_id);
CREATE TABLE exam (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  title TEXT NOT NULL, held_on TEXT NOT NULL, place TEXT NOT NULL, contents TEXT NOT NULL, mode TEXT NOT NULL,
  paper_id TEXT REFERENCES exam_paper (id), full_mark REAL NOT NULL, pass_mark REAL NOT NULL,
  duration_minutes INTEGER NOT NULL, form TEXT NOT NULL, linked_training_id TEXT, excused TEXT NOT NULL,
  note TEXT NOT NULL, training_id TEXT, closed_on TEXT
) STRICT;
CREATE INDEX exam_held ON exam (branch_id, held_on);
CREATE TABLE exam_sitting (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, exam_id TEXT NOT NULL REFERENCES exam (id),
  member_id TEXT NOT NULL REFERENCES member (id), mode TEXT NOT NULL, started_at TEXT, last_seen_at TEXT,
  extra_minutes INTEGER NOT NULL, extra_reason TEXT NOT NULL, submitted_at TEXT, ended_by TEXT, total REAL,
  marks TEXT NOT NULL, UNIQUE (exam_id, member_id)
) STRICT;
CREATE INDEX exam_sitting_member ON exam_sitting (member_id);
CREATE TABLE exam_answer (
  id TEXT PRIMARY KEY, sitting_id TEXT NOT NULL REFERENCES exam_sitting (id), number INTEGER NOT NULL,
  chosen TEXT NOT NULL, text TEXT NOT NULL, UNIQUE (sitting_id, number)
) STRICT;
CREATE TABLE exam_certificate (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  exam_id TEXT NOT NULL REFERENCES exam (id), member_id TEXT NOT NULL REFERENCES member (id), year INTEGER NOT NULL,
  sequence INTEGER NOT NULL, number TEXT NOT NULL, issued_on TEXT NOT NULL, score REAL NOT NULL, voided_on TEXT,
  void_reason TEXT NOT NULL, UNIQUE (branch_id, year, sequence)
) STRICT;
`),
};

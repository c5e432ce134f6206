import type { Migration } from '../migrate.ts';

/** 学习资源, 课程, and how far each member is: one row for each person and course. */
export const courses: Migration = {
  version: 115,
  name: 'courses',
  up: (raw) =>
    raw.exec(`
CREATE TABLE resource (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  title TEXT NOT NULL, kind TEXT NOT NULL, link TEXT NOT NULL, location TEXT NOT NULL, body TEXT NOT NULL,
  contents TEXT NOT NULL, source TEXT NOT NULL, year INTEGER, recorded_on TEXT NOT NULL, note TEXT NOT NULL
) STRICT;
CREATE INDEX resource_day ON resource (branch_id, recorded_on);

CREATE TABLE course (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  year INTEGER NOT NULL, title TEXT NOT NULL, description TEXT NOT NULL, form TEXT NOT NULL, contents TEXT NOT NULL,
  hours REAL, lessons TEXT NOT NULL, is_for_all INTEGER NOT NULL, group_ids TEXT NOT NULL, member_ids TEXT NOT NULL,
  assigned_on TEXT, due_on TEXT
) STRICT;
CREATE INDEX course_year ON course (branch_id, year);

CREATE TABLE course_progress (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, course_id TEXT NOT NULL REFERENCES course (id),
  member_id TEXT NOT NULL REFERENCES member (id), lessons TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX course_progress_of ON course_progress (course_id, member_id);
CREATE INDEX course_progress_member ON course_progress (member_id);
`),
};

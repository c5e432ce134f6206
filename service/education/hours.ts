import type { PostTitle } from '../../contract/branch.ts';
import type { EducationHours, EducationRow } from '../../contract/education.ts';
import type { ReadableDb } from '../../db/open.ts';
import { listPosts } from '../../db/queries/branches.ts';
import { listTrainings, studyMeetings } from '../../db/queries/education.ts';
import { meetingPeople } from '../../db/queries/meeting-people.ts';
import { pageOfMembers } from '../../db/queries/member-list.ts';
import { listSettings } from '../../db/queries/settings.ts';
import { getRow } from '../../db/records.ts';
import { branch } from '../../db/schema/index.ts';
import { yearRange } from '../../rules/dates.ts';
import { type EducationYear, educationDay, hoursEntries, judgeHours } from '../../rules/education.ts';
import { categoryOn, isInHeadcount, stayOn } from '../../rules/member.ts';
import { isPostHeld } from '../../rules/roster.ts';
import { finishedIn } from '../courses/students.ts';

/**
 * 应学, 实学, 缺口 of everybody on the roster of the day: hours of trainings and of the meetings already recorded.
 *
 * @throws AppError `no-such-record`
 */
export function educationHours(
  db: ReadableDb,
  input: { branchId: string; year: number; asOf: string; order: 'post' | 'strokes' | 'pinyin' | 'joined' },
): EducationHours {
  const { branchId, year, asOf, order } = input;
  getRow(db, branch, 'branch', branchId);
  const of: EducationYear = { branchId, year, asOf, posts: listPosts(db, { branchId }), settings: listSettings(db) };
  const day = educationDay(of);
  const { from } = yearRange(year);
  const known = hoursEntries(
    {
      trainings: listTrainings(db, { branchId, year, to: asOf }),
      meetings: studyMeetings(db, { branchId, from, to: day }),
      courses: finishedIn(db, { branchId, asOf }),
    },
    of,
  );
  const { people, posts, groupNames } = meetingPeople(db, branchId);
  const byId = new Map(people.map((person) => [person.id, person]));
  const filter = { branchId, asOf: day, order, search: '', includeFormer: false };
  const rows: EducationRow[] = [];
  for (const { id, initials } of pageOfMembers(db, filter, { offset: 0, limit: 1_000_000 }).rows) {
    const person = byId.get(id);
    if (person === undefined || !isInHeadcount(person, day, branchId)) continue;
    const entries = (known.get(id) ?? []).toSorted((a, b) => a.on.localeCompare(b.on));
    const { required, counted, ...judged } = judgeHours(person, entries, of);
    const groupId = stayOn(person, day)?.groupId ?? null;
    const held = posts.filter((post) => post.memberId === id && isPostHeld(post, day)).map(({ title }) => title);
    rows.push({
      memberId: id,
      name: person.name,
      initials,
      groupName: groupId === null ? '' : (groupNames.get(groupId) ?? ''),
      category: categoryOn(person, day) === 'full' ? 'full' : 'probationary',
      posts: [...new Set<PostTitle>(held)],
      required: required.hours,
      months: required.months,
      intensivesRequired: required.intensives,
      ...counted,
      ...judged,
      entries,
    });
  }
  const due = rows.filter(({ state }) => state !== 'exempt').length;
  return { year, rows, due, met: rows.filter(({ state }) => state === 'met').length };
}

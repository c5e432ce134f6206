import type { Course, CourseProgress } from '../../contract/course.ts';
import { and, asc, eq, inArray } from '../drizzle.ts';
import type { ReadableDb } from '../open.ts';
import { course, courseProgress } from '../schema/index.ts';

/** Courses of a branch, of one year if asked for, in the order of their years and titles. */
export function listCourses(
  db: ReadableDb,
  { branchId, year }: { branchId?: string | undefined; year?: number | undefined },
): Course[] {
  return db
    .select()
    .from(course)
    .where(
      and(
        branchId === undefined ? undefined : eq(course.branchId, branchId),
        year === undefined ? undefined : eq(course.year, year),
      ),
    )
    .orderBy(asc(course.year), asc(course.assignedOn), asc(course.id))
    .all();
}

/** Progress in a course, of a member, or in all courses of a branch. */
export function listCourseProgress(
  db: ReadableDb,
  of: { courseId?: string | undefined; memberId?: string | undefined; branchId?: string | undefined },
): CourseProgress[] {
  const { courseId, memberId, branchId } = of;
  const ofBranch = db
    .select({ id: course.id })
    .from(course)
    .where(eq(course.branchId, branchId ?? ''));
  return db
    .select()
    .from(courseProgress)
    .where(
      and(
        courseId === undefined ? undefined : eq(courseProgress.courseId, courseId),
        memberId === undefined ? undefined : eq(courseProgress.memberId, memberId),
        branchId === undefined ? undefined : inArray(courseProgress.courseId, ofBranch),
      ),
    )
    .orderBy(asc(courseProgress.courseId), asc(courseProgress.memberId))
    .all();
}

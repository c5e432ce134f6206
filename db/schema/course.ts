import type { Course, CourseProgress, Resource } from '../../contract/course.ts';
import { integer, real, sqliteTable, text } from '../drizzle.ts';
import { json, recordColumns } from './columns.ts';

export const resource = sqliteTable('resource', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  title: text().notNull(),
  kind: text().notNull().$type<Resource['kind']>(),
  link: text().notNull(),
  location: text().notNull(),
  body: text().notNull(),
  contents: json<Resource['contents']>('contents'),
  source: text().notNull(),
  year: integer(),
  recordedOn: text('recorded_on').notNull(),
  note: text().notNull(),
} satisfies Record<keyof Resource, unknown>);

export const course = sqliteTable('course', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  year: integer().notNull(),
  title: text().notNull(),
  description: text().notNull(),
  form: text().notNull().$type<Course['form']>(),
  contents: json<Course['contents']>('contents'),
  hours: real(),
  lessons: json<Course['lessons']>('lessons'),
  isForAll: integer('is_for_all', { mode: 'boolean' }).notNull(),
  groupIds: json<Course['groupIds']>('group_ids'),
  memberIds: json<Course['memberIds']>('member_ids'),
  assignedOn: text('assigned_on'),
  dueOn: text('due_on'),
} satisfies Record<keyof Course, unknown>);

export const courseProgress = sqliteTable('course_progress', {
  ...recordColumns,
  courseId: text('course_id').notNull(),
  memberId: text('member_id').notNull(),
  lessons: json<CourseProgress['lessons']>('lessons'),
} satisfies Record<keyof CourseProgress, unknown>);

import { z } from 'zod';
import { TrainingContent, TrainingForm } from './education.ts';
import { operation } from './operation.ts';
import { defineRecord, saveInput } from './record.ts';
import { registerOperations } from './register.ts';
import { IsoDate, Label, Line, Prose, RecordId, Year } from './values.ts';

function areUnlike(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}

const Contents = z.array(TrainingContent).max(7).refine(areUnlike, 'twice');

/** 学习资源: a file (attached to the record), a link, or a text; with the seven contents of 教管条例 Ch. 3. */
export const resource = defineRecord(
  {
    branchId: RecordId,
    title: Label,
    kind: z.enum(['file', 'link', 'text']),
    /** `http` or `https`; shown to be copied, never opened by the program. */
    link: Line.refine((text) => text === '' || /^https?:\/\/\S+$/.test(text), 'not a link'),
    /** Where paper or disc lies. */
    location: Line,
    body: Prose,
    contents: Contents,
    /** 来源 */
    source: Line,
    /** Year of publication; null: not registered. */
    year: Year.nullable(),
    recordedOn: IsoDate,
    note: Prose,
  },
  { kind: 'file', link: '', location: '', body: '', contents: [], source: '', year: null, note: '' },
);
export type Resource = z.infer<typeof resource.record>;

/** One lesson of a course: a resource of the library, or a text of its own. */
export const Lesson = z.strictObject({
  id: RecordId,
  title: Label,
  resourceId: RecordId.nullable(),
  text: Prose,
  minutes: z.int().min(0).max(6000),
});
export type Lesson = z.infer<typeof Lesson>;

/** 课程: lessons in order, and who is to study them. */
export const course = defineRecord(
  {
    branchId: RecordId,
    /** Year it is planned for; hours count in the year somebody finishes it. */
    year: Year,
    title: Label,
    description: Prose,
    form: TrainingForm,
    contents: Contents,
    /** 学时 of the whole course; null: by its minutes and the rule of conversion. */
    hours: z.number().min(0).max(1000).nullable(),
    lessons: z
      .array(Lesson)
      .max(100)
      .refine((lessons) => areUnlike(lessons.map(({ id }) => id)), 'twice'),
    /** Who studies it: everybody, groups, and single members. */
    isForAll: z.boolean(),
    groupIds: z.array(RecordId).max(100).refine(areUnlike, 'twice'),
    memberIds: z.array(RecordId).max(2000).refine(areUnlike, 'twice'),
    assignedOn: IsoDate.nullable(),
    dueOn: IsoDate.nullable(),
  },
  {
    description: '',
    form: 'online',
    contents: [],
    hours: null,
    lessons: [],
    isForAll: true,
    groupIds: [],
    memberIds: [],
    assignedOn: null,
    dueOn: null,
  },
);
export type Course = z.infer<typeof course.record>;

export const LessonState = z.enum(['not-begun', 'studying', 'done']);
export type LessonState = z.infer<typeof LessonState>;

/** How far a member is in one lesson; a lesson without an entry is not begun. */
export const LessonProgress = z.strictObject({
  lessonId: RecordId,
  startedOn: IsoDate.nullable(),
  doneOn: IsoDate.nullable(),
  evidence: Line,
});
export type LessonProgress = z.infer<typeof LessonProgress>;

/** 学习进度: one of each member in each course. */
export const CourseProgress = z.strictObject({
  id: RecordId,
  revision: z.int(),
  courseId: RecordId,
  memberId: RecordId,
  lessons: z.array(LessonProgress).max(100),
});
export type CourseProgress = z.infer<typeof CourseProgress>;

/** How one member stands with a course on a day. */
export const CourseStudent = z.strictObject({
  memberId: RecordId,
  name: z.string(),
  initials: z.string(),
  groupName: z.string(),
  /** false: studied it without being told to. */
  isAssigned: z.boolean(),
  state: LessonState,
  /** Lessons done, of those of the course. */
  done: z.int(),
  lessons: z.array(LessonProgress.extend({ state: LessonState })),
  completedOn: IsoDate.nullable(),
  /** 学时 it gave; null before it is completed. */
  hours: z.number().nullable(),
});
export type CourseStudent = z.infer<typeof CourseStudent>;

export const CourseCounts = z.strictObject({
  assigned: z.int(),
  notBegun: z.int(),
  studying: z.int(),
  done: z.int(),
});
export type CourseCounts = z.infer<typeof CourseCounts>;

const byId = z.strictObject({ id: RecordId });
const removal = z.strictObject({ id: RecordId, revision: z.int(), reason: Label });

export const courseOperations = {
  ...registerOperations('resource', resource),
  'course.list': operation(
    'read',
    z.strictObject({ branchId: RecordId, year: Year.optional(), asOf: IsoDate }),
    z.array(z.strictObject({ course: course.record, counts: CourseCounts })),
  ),
  'course.get': operation('read', byId, course.record),
  'course.save': operation('write', saveInput(course.draft), course.record),
  /** Of a course that nobody began. */
  'course.remove': operation('write', removal, z.strictObject({})),
  /** The members it is assigned to, and who studied it besides, as of a day. */
  'course.students': operation(
    'read',
    z.strictObject({ id: RecordId, asOf: IsoDate }),
    z.strictObject({
      course: course.record,
      /** 学时 that a completion on the day gives. */
      hours: z.number(),
      counts: CourseCounts,
      students: z.array(CourseStudent),
    }),
  ),
  /** Enters progress for lessons of many members at once; a repeated call changes nothing. */
  'course.record': operation(
    'write',
    z.strictObject({
      courseId: RecordId,
      lessonIds: z.array(RecordId).min(1).max(100),
      memberIds: z.array(RecordId).min(1).max(2000),
      state: LessonState,
      on: IsoDate,
      evidence: Line.default(''),
      reason: z.string().trim().max(500).default(''),
    }),
    z.strictObject({ changed: z.int() }),
  ),
  'courseProgress.list': operation(
    'read',
    z.strictObject({ courseId: RecordId.optional(), memberId: RecordId.optional() }),
    z.array(CourseProgress),
  ),
};

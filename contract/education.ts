import { z } from 'zod';
import { PostTitle } from './branch.ts';
import { operation } from './operation.ts';
import { defineRecord, saveInput } from './record.ts';
import { IsoDate, Label, Line, Prose, RecordId, Year } from './values.ts';

/** 形式, domain.md §6. */
export const TrainingForm = z.enum([
  'intensive', // 集中培训
  'party-lesson', // 党课
  'theme-day', // 主题党日
  'online', // 网络学习
  'self-study', // 自学
  'practice', // 实践、志愿
]);
export type TrainingForm = z.infer<typeof TrainingForm>;

/** The seven contents of 教管条例 Ch. 3. */
export const TrainingContent = z.enum([
  'political-theory', // 政治理论
  'political-training', // 政治教育和政治训练
  'party-rules', // 党章党规党纪
  'purpose', // 党的宗旨
  'tradition', // 革命传统
  'current-affairs', // 形势政策
  'skills', // 知识技能
]);
export type TrainingContent = z.infer<typeof TrainingContent>;

export const TrainingLevel = z.enum(['central', 'provincial', 'municipal', 'county', 'township', 'unit', 'branch']);
export type TrainingLevel = z.infer<typeof TrainingLevel>;

const Hours = z.number().min(0).max(1000);

export const Participant = z.strictObject({
  memberId: RecordId,
  /** Where they differ from the hours of the training; null: the same. */
  hours: Hours.nullable(),
  /** 是否合格 */
  passed: z.boolean().nullable(),
  score: z.number().min(0).max(1000).nullable(),
  certificateNumber: Line.max(100),
});
export type Participant = z.infer<typeof Participant>;

/** 教育培训 */
export const training = defineRecord(
  {
    branchId: RecordId,
    /** Year the hours count for (当年有效). */
    year: Year,
    title: Label,
    organiser: Line,
    level: TrainingLevel,
    startedOn: IsoDate,
    endedOn: IsoDate,
    form: TrainingForm,
    contents: z
      .array(TrainingContent)
      .max(7)
      .refine((contents) => new Set(contents).size === contents.length, 'twice the same'),
    /** 学时 of who took part from beginning to end; null: by the conversion rule, 集中培训 only. */
    hours: Hours.nullable(),
    participants: z
      .array(Participant)
      .max(2000)
      .refine((all) => new Set(all.map(({ memberId }) => memberId)).size === all.length, 'twice the same'),
    /** 证明材料 and where it lies */
    evidence: Prose,
  },
  {
    organiser: '',
    level: 'branch',
    form: 'intensive',
    contents: [],
    hours: null,
    participants: [],
    evidence: '',
  },
);
export type Training = z.infer<typeof training.record>;

const HoursByForm = z.strictObject({
  intensive: z.number(),
  'party-lesson': z.number(),
  'theme-day': z.number(),
  online: z.number(),
  'self-study': z.number(),
  practice: z.number(),
});

/** One thing somebody studied: a training, a meeting attended, or a course finished. */
export const HoursEntry = z.strictObject({
  on: IsoDate,
  form: TrainingForm,
  title: z.string(),
  hours: z.number(),
  record: z.enum(['training', 'meeting', 'course']),
  recordId: RecordId,
});
export type HoursEntry = z.infer<typeof HoursEntry>;

/** 应学, 实学, 缺口 of one member of the roster. */
export const EducationRow = z.strictObject({
  memberId: RecordId,
  name: z.string(),
  initials: z.string(),
  groupName: z.string(),
  category: z.enum(['full', 'probationary']),
  posts: z.array(PostTitle),
  /** Whole hours of the year; 0 for who is exempt. */
  required: z.number(),
  /** Months of the year that the requirement is made of. */
  months: z.int(),
  /** Hours that count, each form up to its cap. */
  byForm: HoursByForm,
  total: z.number(),
  missing: z.number(),
  /** Hours above a cap, which do not count. */
  overCap: z.number(),
  /** 集中培训 taken part in, and how many are required. */
  intensives: z.int(),
  intensivesRequired: z.int(),
  state: z.enum(['met', 'missing', 'exempt']),
  entries: z.array(HoursEntry),
});
export type EducationRow = z.infer<typeof EducationRow>;

export const EducationHours = z.strictObject({
  year: Year,
  rows: z.array(EducationRow),
  /** 应达标, 达标 党员. */
  due: z.int(),
  met: z.int(),
});
export type EducationHours = z.infer<typeof EducationHours>;

const byId = z.strictObject({ id: RecordId });

export const educationOperations = {
  'training.list': operation(
    'read',
    z.strictObject({
      branchId: RecordId.optional(),
      year: Year.optional(),
      memberId: RecordId.optional(),
      to: IsoDate.optional(),
    }),
    z.array(training.record),
  ),
  'training.get': operation('read', byId, training.record),
  'training.save': operation('write', saveInput(training.draft), training.record),
  /** For a training entered by mistake; the history keeps it. */
  'training.remove': operation(
    'write',
    z.strictObject({ id: RecordId, revision: z.int(), reason: Label }),
    z.strictObject({}),
  ),
  /** The roster of the last day of the year, or of `asOf`, with the hours known by then. */
  'education.hours': operation(
    'read',
    z.strictObject({
      branchId: RecordId,
      year: Year,
      asOf: IsoDate,
      order: z.enum(['post', 'strokes', 'pinyin', 'joined']).default('post'),
    }),
    EducationHours,
  ),
};

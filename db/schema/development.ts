import type { DevelopmentCase, DevelopmentPlan } from '../../contract/development.ts';
import type { DevelopmentTemplateVersion } from '../../contract/development-process.ts';
import { integer, sqliteTable, text } from '../drizzle.ts';
import { json, recordColumns } from './columns.ts';

export const developmentCase = sqliteTable('development_case', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  name: text().notNull(),
  sex: text().notNull().$type<DevelopmentCase['sex']>(),
  idNumber: text('id_number'),
  bornOn: text('born_on'),
  ethnicity: text(),
  education: text(),
  employer: text().notNull(),
  isFrontLine: integer('is_front_line', { mode: 'boolean' }).notNull(),
  mobilePhone: text('mobile_phone').notNull(),
  memberId: text('member_id'),
  groupId: text('group_id'),
  leavesUnitOn: text('leaves_unit_on'),
  closedOn: text('closed_on'),
  closedReason: text('closed_reason').notNull(),
  steps: json<DevelopmentCase['steps']>('steps'),
  documents: json<DevelopmentCase['documents']>('documents'),
  contacts: json<DevelopmentCase['contacts']>('contacts'),
  introducers: json<DevelopmentCase['introducers']>('introducers'),
  reviews: json<DevelopmentCase['reviews']>('reviews'),
  trainings: json<DevelopmentCase['trainings']>('trainings'),
  publicities: json<DevelopmentCase['publicities']>('publicities'),
  activities: json<DevelopmentCase['activities']>('activities'),
  moves: json<DevelopmentCase['moves']>('moves'),
  note: text().notNull(),
} satisfies Record<keyof DevelopmentCase, unknown>);

export const developmentPlan = sqliteTable('development_plan', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  year: integer().notNull(),
  quota: integer().notNull(),
  documentNumber: text('document_number').notNull(),
  note: text().notNull(),
} satisfies Record<keyof DevelopmentPlan, unknown>);

export const developmentTemplate = sqliteTable('development_template', {
  ...recordColumns,
  from: text('from').notNull(),
  version: integer().notNull(),
  source: text().notNull(),
  note: text().notNull(),
  steps: json<DevelopmentTemplateVersion['steps']>('steps'),
} satisfies Record<keyof DevelopmentTemplateVersion, unknown>);

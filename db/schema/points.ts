import type { PointsEntry, PointsScheme } from '../../contract/points.ts';
import { integer, sqliteTable, text } from '../drizzle.ts';
import { json, recordColumns } from './columns.ts';

export const pointsScheme = sqliteTable('points_scheme', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  name: text().notNull(),
  source: text().notNull(),
  fromYear: integer('from_year'),
  toYear: integer('to_year'),
  cycle: text().notNull().$type<PointsScheme['cycle']>(),
  base: integer().notNull(),
  floor: integer(),
  cap: integer(),
  carryPercent: integer('carry_percent').notNull(),
  veto: text().notNull().$type<PointsScheme['veto']>(),
  approval: text().notNull().$type<PointsScheme['approval']>(),
  joiners: text().notNull().$type<PointsScheme['joiners']>(),
  exemptsRetired: integer('exempts_retired', { mode: 'boolean' }).notNull(),
  exemptsMobileMonths: integer('exempts_mobile_months'),
  exemptions: json<PointsScheme['exemptions']>('exemptions'),
  categoryCaps: json<PointsScheme['categoryCaps']>('category_caps'),
  bands: json<PointsScheme['bands']>('bands'),
  items: json<PointsScheme['items']>('items'),
  isRanked: integer('is_ranked', { mode: 'boolean' }).notNull(),
  note: text().notNull(),
} satisfies Record<keyof PointsScheme, unknown>);

export const pointsEntry = sqliteTable('points_entry', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  schemeId: text('scheme_id').notNull(),
  itemId: text('item_id').notNull(),
  memberId: text('member_id').notNull(),
  on: text('happened_on').notNull(),
  tenths: integer().notNull(),
  evidence: text().notNull(),
  originRecord: text('origin_record').$type<PointsEntry['originRecord']>(),
  originId: text('origin_id'),
  reviewedOn: text('reviewed_on'),
  reviewedBy: text('reviewed_by').notNull(),
  approvedOn: text('approved_on'),
  approvedBy: text('approved_by').notNull(),
  refusedOn: text('refused_on'),
  refusedReason: text('refused_reason').notNull(),
} satisfies Record<keyof PointsEntry, unknown>);

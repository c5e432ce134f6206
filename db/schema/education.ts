import type { Training } from '../../contract/education.ts';
import { integer, real, sqliteTable, text } from '../drizzle.ts';
import { json, recordColumns } from './columns.ts';

export const training = sqliteTable('training', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  year: integer().notNull(),
  title: text().notNull(),
  organiser: text().notNull(),
  level: text().notNull().$type<Training['level']>(),
  startedOn: text('started_on').notNull(),
  endedOn: text('ended_on').notNull(),
  form: text().notNull().$type<Training['form']>(),
  contents: json<Training['contents']>('contents'),
  hours: real(),
  participants: json<Training['participants']>('participants'),
  evidence: text().notNull(),
} satisfies Record<keyof Training, unknown>);

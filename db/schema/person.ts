import type { Person } from '../../contract/person.ts';
import { sqliteTable, text } from '../drizzle.ts';
import { recordColumns } from './columns.ts';

export const person = sqliteTable('person', {
  ...recordColumns,
  name: text().notNull(),
  role: text().notNull().$type<Person['role']>(),
  addedOn: text('added_on').notNull(),
  passphraseSetAt: text('passphrase_set_at').notNull(),
} satisfies Record<keyof Person, unknown>);

import type { Person } from '../../contract/person.ts';
import { asc } from '../drizzle.ts';
import type { ReadableDb } from '../open.ts';
import { person } from '../schema/index.ts';

/** Everybody who uses the archive, in the order they were added. */
export function listPeople(db: ReadableDb): Person[] {
  return db.select().from(person).orderBy(asc(person.addedOn), asc(person.name)).all();
}

import type { Book } from './book.ts';
import { careBooks } from './books/care.ts';
import { supervisionBooks } from './books/supervision.ts';

/** Every register, in the order of the list; another one is another value. */
const all: readonly Book[] = [...supervisionBooks, ...careBooks];

export const bookGroups = (['supervision', 'care', 'movement'] as const).map((group) => ({
  group,
  books: all.filter((book) => book.group === group),
}));

/** A register by its name, the first one when there is no such. */
export function bookOf(name: string | undefined): Book {
  const found = all.find((book) => book.name === name) ?? all[0];
  if (found === undefined) throw new Error('there is no register');
  return found;
}

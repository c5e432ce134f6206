import type { Names } from '../../contract/history.ts';
import { isFlag, isMoney, isTenths, wordOfCode } from '../text/field-words.ts';
import { fieldText } from '../text/history.ts';
import { yuan } from '../text/money.ts';
import { text } from '../text/zh-CN.ts';
import { localTime } from './local-time.ts';

/** Keys inside a list that only tie things together. */
const ties: ReadonlySet<string> = new Set(['id', 'agendaId', 'hash', 'position']);

type Entry = Record<string, unknown>;

/** A stored value in words: codes by their words, people and places by their names, money in yuan; one line an entry. */
export function valueLines(place: string, field: string, value: unknown, names: Names): string[] {
  if (isEntries(value)) return value.map((entry) => entryLine(field, entry, names));
  return [plainLine(place, field, value, names)];
}

/** Two versions in words; of two lists only the entries that differ, and how many do not. */
export function comparedLines(
  place: string,
  field: string,
  before: unknown,
  after: unknown,
  names: Names,
): { before: string[]; after: string[]; rest: string | null } {
  if (!isEntries(before) || !isEntries(after))
    return {
      before: valueLines(place, field, before, names),
      after: valueLines(place, field, after, names),
      rest: null,
    };
  const [one, other] = [before.map(keyOf), after.map(keyOf)];
  const shared = one.filter((key) => other.includes(key)).length;
  const differing = (entries: readonly Entry[], keys: readonly string[]) => {
    const lines = entries
      .filter((entry) => !keys.includes(keyOf(entry)))
      .map((entry) => entryLine(field, entry, names));
    return lines.length === 0 ? [text.history.nothing] : lines;
  };
  return {
    before: differing(before, other),
    after: differing(after, one),
    rest: shared === 0 ? null : text.history.unchanged(shared),
  };
}

function keyOf(entry: Entry): string {
  return JSON.stringify(entry);
}

function isEntries(value: unknown): value is Entry[] {
  return (
    Array.isArray(value) && value.every((entry) => entry !== null && typeof entry === 'object') && value.length > 0
  );
}

function entryLine(list: string, entry: Entry, names: Names): string {
  const parts = Object.entries(entry).flatMap(([key, value]) => {
    if (ties.has(key) || isEmpty(value) || value === false) return [];
    // A name beside its id says it once.
    if (
      key.endsWith('Id') &&
      typeof entry[`${key.slice(0, -2)}Name`] === 'string' &&
      entry[`${key.slice(0, -2)}Name`] !== ''
    )
      return [];
    const shown = isEntries(value)
      ? value.map((inner) => entryLine(key, inner, names)).join('；')
      : plainLine(list, key, value, names);
    return [key === 'text' || key === 'content' ? shown : `${fieldText(key, list)} ${shown}`];
  });
  return parts.join('，');
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function plainLine(place: string, field: string, value: unknown, names: Names): string {
  const { history } = text;
  if (isEmpty(value)) return history.nothing;
  if (typeof value === 'boolean' || (isFlag(field) && typeof value === 'number'))
    return value ? history.yes : history.no;
  if (typeof value === 'number') {
    if (isMoney(place, field)) return history.yuan(yuan(value));
    return isTenths(place, field) ? String(value / 10) : String(value);
  }
  if (Array.isArray(value)) return value.map((each) => plainLine(place, field, each, names)).join('、');
  if (typeof value !== 'string') return entryLine(field, value as Entry, names);
  if (/Ids?$/.test(field)) return names[value] ?? value;
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return localTime(value);
  return wordOfCode(place, field, value) ?? value;
}

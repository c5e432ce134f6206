import type { OperationName } from '../../contract/operations.ts';
import type { Right } from '../../contract/permission.ts';

/** A line of any register: the engine's schema judges it; here it is values by their keys. */
export type Line = Record<string, unknown> & { id: string; revision: number };

/** Registers by the name of their record type. */
export type BookName =
  Extract<OperationName, `${string}.remove`> extends infer Name
    ? Name extends `${infer Stem}.remove`
      ? `${Stem}.get` extends OperationName
        ? Stem
        : never
      : never
    : never;

interface Shared {
  key: string;
  label: string;
  isRequired?: boolean;
  /** Shown only while this holds of the draft. */
  when?: (draft: Line) => boolean;
  /** Over the whole width of the form. */
  isWide?: boolean;
}

/** One field of the form, by what kind of value it takes. */
export type BookField = Shared &
  (
    | { kind: 'text' | 'lines' | 'day' | 'partial-day' | 'money' | 'flag' }
    | { kind: 'number'; least?: number; most?: number; isWhole?: boolean }
    | { kind: 'choice'; options: Readonly<Record<string, string>>; isNumber?: boolean }
    /** A member by id; `nameKey` also takes the name, for records that keep it. */
    | { kind: 'person'; nameKey?: string; isOptional?: boolean }
    | { kind: 'people'; most: number }
    /** A list inside the line, each entry with fields of its own. */
    | { kind: 'entries'; fields: readonly BookField[]; add: string }
  );

export interface BookColumn {
  key: string;
  title: string;
  width?: number;
  show(line: Line, nameOf: (id: unknown) => string): string;
}

/** One register as a value: what its list shows and what its form asks. The screen interprets it. */
export interface Book {
  name: BookName;
  title: string;
  group: 'supervision' | 'care' | 'movement';
  /** Button and empty sentence. */
  add: string;
  empty: string;
  columns: readonly BookColumn[];
  fields: readonly BookField[];
  /** A new line on a day, before anything is entered. */
  blank(day: string): Record<string, unknown>;
  /** Where the requirement comes from, shown above the form. */
  source?: string;
}

/** A column that shows a value as it is. */
export function plain(key: string, title: string, width?: number): BookColumn {
  return { key, title, ...(width === undefined ? {} : { width }), show: (line) => String(line[key] ?? '') };
}

/** A column of a closed list, in words. */
export function worded(key: string, title: string, words: Readonly<Record<string, string>>, width: number): BookColumn {
  return { key, title, width, show: (line) => words[String(line[key])] ?? '' };
}

/** A column with the name of a member. */
export function named(key: string, title: string, width = 110): BookColumn {
  return { key, title, width, show: (line, nameOf) => nameOf(line[key]) };
}

/** What entering a line needs. */
export function rightFor({ group, name }: Book): Right {
  return group === 'supervision' || name === 'lostContact' ? 'supervise' : 'enter';
}

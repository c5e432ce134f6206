import { strokeTable } from './stroke-table.ts';

/**
 * 姓氏笔画 order of names, domain.md §12.4: stroke count of the first character, then its strokes by type
 * 横→竖→撇→点→折, then the second character, and so on. The collation of the runtime is not used for characters
 * of the table: it puts 张 before 李.
 *
 * A character outside the table (14 000 characters) takes its stroke count from its neighbours in the runtime's
 * stroke collation and stands after all known characters of that count; its place there is approximate
 * (`isStrokeOrderKnown` tells). Characters that the collation does not know either stand last of the characters,
 * letters and other signs after them.
 *
 * A two-character name is compared as if its middle were blank, as Party congresses do; people's congresses, which
 * compare the second character directly, are not what this program writes for.
 */

interface StrokeIndex {
  /** Character → place: count × 100 000 + rank within the count. */
  readonly places: ReadonlyMap<string, number>;
  /** Table characters in the order of the runtime's collation, with their counts; made when first needed. */
  neighbours: { readonly character: string; readonly count: number }[] | null;
}

const perCount = 100_000;
const afterCharacters = 200 * perCount;
const ideograph = /^\p{Unified_Ideograph}$/u;

function makeIndex(): StrokeIndex {
  const places = new Map<string, number>();
  for (const [count, line] of Object.entries(strokeTable)) {
    for (const [rank, same] of line.split(' ').entries()) {
      for (const character of same) places.set(character, Number(count) * perCount + rank);
    }
  }
  return { places, neighbours: null };
}

let made: StrokeIndex | undefined;

/** Made when first needed: a tenth of a second that a start can do without. */
function strokeIndex(): StrokeIndex {
  made ??= makeIndex();
  return made;
}

const collator = new Intl.Collator('zh-u-co-stroke');
const approximated = new Map<string, number>();

function approximatePlace(character: string): number {
  const known = approximated.get(character);
  if (known !== undefined) return known;
  const index = strokeIndex();
  index.neighbours ??= [...index.places]
    .map(([each, place]) => ({ character: each, count: Math.floor(place / perCount) }))
    .sort((a, b) => collator.compare(a.character, b.character));
  let low = 0;
  let high = index.neighbours.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (collator.compare(index.neighbours[middle]?.character ?? '', character) < 0) low = middle + 1;
    else high = middle;
  }
  const counts = index.neighbours.slice(Math.max(0, low - 4), low + 4).map((each) => each.count);
  const count = counts.sort((a, b) => a - b)[counts.length >> 1] ?? 0;
  const place = count * perCount + perCount - 1;
  approximated.set(character, place);
  return place;
}

function placeOf(character: string): number {
  const place = strokeIndex().places.get(character);
  if (place !== undefined) return place;
  return ideograph.test(character) ? approximatePlace(character) : afterCharacters;
}

/** Characters that count in ordering: spaces and the separator of minority names are left out. */
function lettersOf(name: string): string[] {
  return [...name.normalize('NFC')].filter((character) => !/[\s·•・.]/.test(character));
}

function spacedLetters(name: string): string[] {
  const letters = lettersOf(name);
  if (letters.length === 2) letters.splice(1, 0, '');
  return letters;
}

/** Whether every character of the name has its exact place. */
export function isStrokeOrderKnown(name: string): boolean {
  return lettersOf(name).every((character) => strokeIndex().places.has(character));
}

/** Order of two names by strokes: negative, zero or positive. Equal strokes fall back to the code points. */
export function compareByStrokes(a: string, b: string): number {
  const first = spacedLetters(a);
  const second = spacedLetters(b);
  for (let at = 0; at < Math.max(first.length, second.length); at += 1) {
    const left = first[at] ?? '';
    const right = second[at] ?? '';
    if (left === right) continue;
    const difference = (left === '' ? -1 : placeOf(left)) - (right === '' ? -1 : placeOf(right));
    if (difference !== 0) return difference;
    return (left.codePointAt(0) ?? 0) - (right.codePointAt(0) ?? 0);
  }
  return 0;
}

/** The same order as {@link compareByStrokes} as a text to store or sort by. */
export function strokeSortKey(name: string): string {
  return spacedLetters(name)
    .map((letter) => (letter === '' ? '' : String(placeOf(letter)).padStart(8, '0') + letter))
    .join(' ');
}

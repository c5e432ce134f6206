import type { Face } from '../../../contract/drawing.ts';
import { words } from '../../../templates/look.ts';
import { faceFor } from '../fonts.ts';

/** Characters no typeface has, each with the places it stands in. */
export class MissingCharacters {
  readonly #places = new Map<string, Set<string>>();

  /** Notes a character and where it stands; the same place is named once, and no more than 20 are kept. */
  note(character: string, where: string): void {
    const places = this.#places.get(character) ?? new Set();
    if (places.size < 20) places.add(where);
    this.#places.set(character, places);
  }

  list(): { character: string; where: string }[] {
    return [...this.#places].flatMap(([character, places]) => [...places].map((where) => ({ character, where })));
  }
}

/** Piece of a text that one face draws. In thousandths of the size, without spacing. */
export interface Run {
  face: Face;
  text: string;
  width: number;
  /** How much nearer the next run begins: half a character where two marks of punctuation meet. */
  squeeze: number;
}

/** Punctuation with its blank half on the right, and on the left. */
const blankRight = new Set('，。、；：！？）》〉】」』〕”’');
const blankLeft = new Set('（《〈【「『〔“‘');

/** Two full-width marks in a row share a blank half, as in print: 》。 and ）、 */
function squeezeBetween(before: string, after: string): number {
  if (blankRight.has(before)) return blankRight.has(after) || blankLeft.has(after) ? 500 : 0;
  return blankLeft.has(before) && blankLeft.has(after) ? 500 : 0;
}

/** Invisible: joiners, direction marks, variation selectors, byte order mark. They take no room and no glyph. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/** What can never be written: controls, noncharacters, halves of surrogate pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters are what is removed
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff\ud800-\udfff]/gu;

/** Text fit for a file: no control characters, no noncharacters, line ends as `\n`. */
export function writableText(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(unwritable, '');
}

/** Text fit to be drawn: writable, without what is invisible; a tab is a space. */
export function drawableText(text: string): string {
  return writableText(text).replace(invisible, '').replaceAll('\t', ' ');
}

/**
 * Splits a text by the face that can draw it, and where punctuation is squeezed. A character that no face
 * has is drawn as 〓 and told to `missing`.
 */
export function splitRuns(text: string, face: Face, missing: (character: string) => void): Run[] {
  const runs: Run[] = [];
  let before = '';
  for (const character of text) {
    const found = faceFor(face, character.codePointAt(0) ?? 0);
    if (!found) missing(character);
    const shown = found ? character : words.missing;
    const { face: drawnBy, advance } = found ?? faceFor(face, 0x3013) ?? { face, advance: 1000 };
    const last = runs.at(-1);
    const squeeze = squeezeBetween(before, character);
    if (last) last.squeeze = squeeze;
    if (last && last.face === drawnBy && squeeze === 0) {
      last.text += shown;
      last.width += advance;
    } else runs.push({ face: drawnBy, text: shown, width: advance, squeeze: 0 });
    before = character;
  }
  return runs;
}

/** Width of a text in points. */
export function textWidth(text: string, face: Face, size: number, spacing = 0): number {
  let thousandths = 0;
  let characters = 0;
  let before = '';
  for (const character of text) {
    thousandths += (faceFor(face, character.codePointAt(0) ?? 0)?.advance ?? 1000) - squeezeBetween(before, character);
    characters += 1;
    before = character;
  }
  return (thousandths * size) / 1000 + characters * spacing;
}

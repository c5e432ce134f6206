import LineBreaker from 'linebreak';
import type { Face } from '../../../contract/drawing.ts';
import { textWidth } from './characters.ts';

/**
 * Quotation marks are glued on both sides by UAX #14, and the dot of a name may start a line; in Chinese
 * the former open or close, the latter never starts one. Same length, so that positions stay.
 */
const asChinese: Record<string, string> = { '“': '（', '‘': '（', '”': '）', '’': '）', '·': '）' };

/** A written day is not taken apart: 2026年6月12日, 6月12日. */
const writtenDay = /\d{4}年(\d{1,2}月(\d{1,2}日)?)?|\d{1,2}月\d{1,2}日/g;

/** The parts of a name like 买买提·艾力 stay whole; it is broken after the dot. */
const dottedName = /\p{Script=Han}{1,7}(?:·\p{Script=Han}{1,7})+/gu;

export interface Shape {
  face: Face;
  size: number;
  spacing: number;
  width: number;
  /** Indent of the first line of each paragraph. */
  indent: number;
  /** Never break inside, unless it does not fit a whole line. */
  whole: boolean;
}

export interface BrokenLine {
  text: string;
  /** Whether the paragraph ends here: such a line is not stretched. */
  isLast: boolean;
  isFirst: boolean;
}

/**
 * Breaks a text into lines by the rules of Chinese type: no ，。）》 at a start, no （《 at an end, numbers and
 * words whole. A piece longer than the line is cut where it must be, so that nothing is lost.
 */
export function breakLines(text: string, shape: Shape): BrokenLine[] {
  return text.split('\n').flatMap((paragraph) => breakParagraph(paragraph, shape));
}

function breakParagraph(paragraph: string, shape: Shape): BrokenLine[] {
  const room = (first: boolean): number => shape.width - (first ? shape.indent : 0) + 0.01;
  const measure = (piece: string): number => textWidth(piece, shape.face, shape.size, shape.spacing);
  const trimmed = paragraph.trimEnd();
  if (measure(trimmed) <= room(true)) return [{ text: trimmed, isLast: true, isFirst: true }];
  const lines: string[] = [];
  let current = '';
  for (const piece of pieces(trimmed, shape.whole)) {
    if (measure((current + piece).trimEnd()) <= room(lines.length === 0)) {
      current += piece;
      continue;
    }
    if (current !== '') {
      lines.push(current.trimEnd());
      current = '';
    }
    let rest = piece;
    while (measure(rest.trimEnd()) > room(lines.length === 0)) {
      const cut = fitting(rest, room(lines.length === 0), measure);
      lines.push(rest.slice(0, cut));
      rest = rest.slice(cut);
    }
    current = rest;
  }
  if (current.trimEnd() !== '' || lines.length === 0) lines.push(current.trimEnd());
  return lines.map((line, index) => ({ text: line, isLast: index === lines.length - 1, isFirst: index === 0 }));
}

/** The pieces a line may be broken between, in order. */
export function pieces(paragraph: string, whole = false): string[] {
  if (whole) return [paragraph];
  const breaker = new LineBreaker(paragraph.replace(/[“‘”’·]/g, (mark) => asChinese[mark] ?? mark));
  const kept = keptTogether(paragraph);
  const result: string[] = [];
  let start = 0;
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) {
    const { position } = found;
    if (kept.some(([from, to]) => position > from && position < to)) continue;
    result.push(paragraph.slice(start, position));
    start = position;
  }
  if (start < paragraph.length) result.push(paragraph.slice(start));
  return result;
}

/** Ranges that no break may enter. */
function keptTogether(paragraph: string): (readonly [number, number])[] {
  const days = [...paragraph.matchAll(writtenDay)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  const names = [...paragraph.matchAll(dottedName)].flatMap((match) => {
    let at = match.index;
    return dottedParts(match[0]).map((part) => {
      const range = [at, at + part.length] as const;
      at += part.length;
      return range;
    });
  });
  return [...days, ...names];
}

/** 买买提·艾力 as 买买提· and 艾力; any other text whole. */
export function dottedParts(text: string): string[] {
  return text.split(/(?<=·)/u);
}

/** How much of a piece that is too long fits; at least one character. */
function fitting(piece: string, room: number, measure: (text: string) => number): number {
  let end = 0;
  let width = 0;
  for (const character of piece) {
    width += measure(character);
    if (width > room && end > 0) break;
    end += character.length;
  }
  return end;
}

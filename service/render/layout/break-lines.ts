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
  const measure = (piece: string): number => textWidth(piece, shape.face, shape.size, shape.spacing);
  const trimmed = paragraph.trimEnd();
  const lines: string[] = [];
  const room = (): number => shape.width - (lines.length === 0 ? shape.indent : 0) + 0.01;
  if (measure(trimmed) <= room()) return [{ text: trimmed, isLast: true, isFirst: true }];
  let current = '';
  const add = (piece: string, finer: (piece: string) => string[]): void => {
    if (measure((current + piece).trimEnd()) <= room()) {
      current += piece;
      return;
    }
    if (current !== '') lines.push(current.trimEnd());
    current = '';
    if (measure(piece.trimEnd()) <= room()) current = piece;
    else for (const part of finer(piece)) add(part, (long) => cutToFit(long, room(), measure));
  };
  for (const piece of shape.whole ? [trimmed] : pieces(trimmed)) add(piece, breakable);
  if (current.trimEnd() !== '' || lines.length === 0) lines.push(current.trimEnd());
  return lines.map((text, index) => ({ text, isLast: index === lines.length - 1, isFirst: index === 0 }));
}

/** The pieces a line is broken between, in order: words, days, parts of names. */
export function pieces(paragraph: string): string[] {
  const kept = keptTogether(paragraph);
  const result: string[] = [];
  let start = 0;
  let position = 0;
  for (const piece of breakable(paragraph)) {
    position += piece.length;
    if (kept.some(([from, to]) => position > from && position < to)) continue;
    result.push(paragraph.slice(start, position));
    start = position;
  }
  if (start < paragraph.length) result.push(paragraph.slice(start));
  return result;
}

/** The smallest pieces the rules of Unicode and of Chinese type allow. */
function breakable(text: string): string[] {
  const breaker = new LineBreaker(text.replace(/[“‘”’·]/g, (mark) => asChinese[mark] ?? mark));
  const result: string[] = [];
  let start = 0;
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) {
    result.push(text.slice(start, found.position));
    start = found.position;
  }
  if (start < text.length) result.push(text.slice(start));
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

/** Cuts a piece that nothing allows to break, where it must be: at least one character each. */
function cutToFit(piece: string, room: number, measure: (text: string) => number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const character of piece) {
    if (part !== '' && measure((part + character).trimEnd()) > room) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}

/** Breaks a heading or label into as few lines as the width needs, each of about the same length. */
export function balancedLines(text: string, shape: Shape): string[] {
  let best = breakLines(text, shape);
  for (let width = shape.width; best.length > 1 && width > shape.size * 2; width -= shape.size / 4) {
    const narrower = breakLines(text, { ...shape, width });
    if (narrower.length > best.length) break;
    best = narrower;
  }
  return best.map((line) => line.text);
}

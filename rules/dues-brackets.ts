/** Rate brackets of the dues as a dated setting: `3000:0.5,5000:1,10000:1.5,2` — upper edge in yuan, rate in percent. */

export interface DuesBracket {
  /** Upper edge in fen, included; null for the last bracket. */
  readonly upTo: number | null;
  /** Basis points. */
  readonly rate: number;
}

/** Reads the text of the setting; `null` unless edges rise and exactly the last bracket has none. */
export function parseBrackets(text: string): DuesBracket[] | null {
  const parts = text
    .split(/[,，;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const brackets: DuesBracket[] = [];
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const found = /^(?:(\d{1,8}(?:\.\d{1,2})?)\s*[:：]\s*)?(\d{1,2}(?:\.\d{1,2})?)\s*%?$/.exec(part);
    if (found === null || isLast === (found[1] !== undefined)) return null;
    const upTo = found[1] === undefined ? null : hundredths(found[1]);
    const rate = hundredths(found[2] ?? '');
    const before = brackets.at(-1)?.upTo ?? 0;
    if (upTo !== null && upTo <= before) return null;
    brackets.push({ upTo, rate });
  }
  return brackets.length === 0 ? null : brackets;
}

/** A decimal with up to two places as whole hundredths, exactly. */
function hundredths(text: string): number {
  const [whole = '0', digits = ''] = text.split('.');
  return Number(whole) * 100 + Number(digits.padEnd(2, '0'));
}

/** The one rate for the whole base; upper edges are included. `base` in fen, the rate in basis points. */
export function rateOf(brackets: readonly DuesBracket[], base: number): number {
  const found = brackets.find(({ upTo }) => upTo === null || base <= upTo);
  return found?.rate ?? 0;
}

import { type CodeTable, codeOf, foldText } from './code-table.ts';

/**
 * GB/T 6864-2003 学位 by its first digit (general knowledge; the three-digit sub-codes name the discipline and are
 * kept when they are imported). No degree is empty, not a code.
 */
export const degrees: CodeTable = {
  source: 'GB/T 6864-2003',
  names: { '1': '名誉博士', '2': '博士', '3': '硕士', '4': '学士' },
  aliases: { 名誉博士学位: '1', 博士学位: '2', 硕士学位: '3', 学士学位: '4', 双学士: '4', 双学士学位: '4' },
};

/** Words that say there is no degree. */
export function isNoDegree(text: string): boolean {
  return ['', '无', '无学位', '-', '—', '/'].includes(foldText(text));
}

/** Code of a degree as written, with its discipline (工学硕士 → 3); `null` when it is not understood. */
export function degreeCodeOf(text: string): string | null {
  const word = foldText(text);
  if (/^[1-4]\d{2}$/.test(word)) return word;
  const known = codeOf(degrees, word);
  if (known !== null) return known;
  const level = /(名誉博士|博士|硕士|学士)(学位)?$/.exec(word);
  return level?.[1] ? codeOf(degrees, level[1]) : null;
}

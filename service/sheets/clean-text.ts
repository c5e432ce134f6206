import { emptyWords } from '../../templates/roster-words.ts';

/**
 * Text as it was meant: full-width forms, odd spaces and invisible characters made plain. Han characters are kept
 * as they are, for a rare one in a name is that name; only the radicals (⼀), which nobody means, become characters.
 */

const empty = new Set(emptyWords);
const invisible = /(?![\n\t])[\p{Cc}\p{Cf}\ufffe\uffff]/gu;

/** Plain spaces, no invisible characters, half-width letters and digits, no leading apostrophe; lines kept. */
export function cleanText(text: string): string {
  return alreadyClean.test(text) ? text : tidyText(text);
}

/** Most cells by far: nothing in them that would change. */
const alreadyClean = /^[!-&(-~\u4e00-\u9fff]*$/;

function tidyText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(invisible, '')
    .replace(/[^\p{Script=Han}\s，。；：！？（）、“”‘’《》〔〕【】·•‧・･．…—～]+/gu, (piece) => piece.normalize('NFKC'))
    .replace(/[\u2e80-\u2fdf]/g, (radical) => radical.normalize('NFKC'))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim()
    .replace(/^['’‘`](?=\S)/, '')
    .trim();
}

/** One line. */
export function cleanLine(text: string): string {
  return cleanText(text).replaceAll('\n', ' ');
}

/** For comparing with keywords: nothing but letters, digits and Han, half-width, lower case. */
export function bareText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether a cell says that there is nothing: blank, 无, 不详, a dash. */
export function isEmptyWord(text: string): boolean {
  const cleaned = cleanLine(text).toLowerCase().replaceAll(' ', '');
  return cleaned === '' || empty.has(cleaned.normalize('NFKC')) || empty.has(cleaned);
}

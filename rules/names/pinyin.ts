import { pinyin } from 'pinyin-pro';
import { surnameReadings } from './surnames.ts';

/**
 * Pinyin of names: for sorting, and for finding people by initials. The surname is read from our own table, the
 * rest character by character by pinyin-pro; the pinyin field of the member stands before both.
 */

/** One character of a name with its reading. */
export interface Syllable {
  readonly character: string;
  /** Letters without tone, `v` for ü; the character itself, in lower case, when it has no reading. */
  readonly letters: string;
  /** 1 to 4, 5 for the neutral tone, 0 when unknown. */
  readonly tone: number;
}

const toneMarks: Readonly<Record<string, number>> = { '\u0304': 1, '\u0301': 2, '\u030c': 3, '\u0300': 4 };

function readSyllable(text: string): { letters: string; tone: number } {
  let tone = 0;
  let letters = '';
  for (const sign of text.toLowerCase().normalize('NFD')) {
    if (sign === '\u0308' && letters.endsWith('u')) letters = `${letters.slice(0, -1)}v`;
    else if (toneMarks[sign] !== undefined) tone = toneMarks[sign];
    else if (/[1-5]/.test(sign)) tone = Number(sign);
    else if (/[a-z]/.test(sign)) letters += sign;
  }
  return { letters, tone };
}

function surnameOf(name: string): string | null {
  for (const length of [2, 1]) {
    const head = name.slice(0, length);
    if (head.length === length && Object.hasOwn(surnameReadings, head)) return head;
  }
  return null;
}

function withoutSpaces(name: string): string {
  return name.normalize('NFC').replace(/\s/g, '');
}

const readings = new Map<string, { letters: string; tone: number }>();

/** Reading of one character, remembered: names are made of a few thousand of them. */
function readCharacter(character: string, isSurname: boolean): { letters: string; tone: number } {
  const key = isSurname ? `^${character}` : character;
  let reading = readings.get(key);
  if (reading === undefined) {
    const options = isSurname ? ({ surname: 'all' } as const) : {};
    reading = readSyllable(pinyin(character, { ...options, toneType: 'num', v: true }));
    readings.set(key, reading);
  }
  return reading;
}

function computedSyllables(name: string): Syllable[] {
  const surname = surnameOf(name);
  const fixed = surname === null ? [] : (surnameReadings[surname] ?? '').split(' ');
  return [...name]
    .filter((character) => /[\p{L}\p{N}]/u.test(character))
    .map((character, at) => {
      const none = { character, letters: character.toLowerCase(), tone: 0 };
      if (!/\p{Unified_Ideograph}/u.test(character)) return none;
      const given = fixed[at];
      const reading = given === undefined ? readCharacter(character, at === 0) : readSyllable(given);
      return reading.letters === '' ? none : { character, ...reading };
    });
}

/** Tones of a typed reading that has none, where the character can be read so. */
function fillTone(syllable: Syllable): Syllable {
  if (syllable.tone !== 0 || !/\p{Unified_Ideograph}/u.test(syllable.character)) return syllable;
  const all = pinyin(syllable.character, { multiple: true, toneType: 'num', v: true, type: 'array' });
  const same = all.map(readSyllable).find((reading) => reading.letters === syllable.letters);
  return same ? { ...syllable, tone: same.tone } : syllable;
}

/**
 * Syllables of a name. `typed` is the member's own pinyin, one syllable per character with spaces between
 * (`zeng xiao ming`, tone marks or numbers allowed); where the numbers do not match, it stands as it is.
 */
export function syllablesOf(name: string, typed = ''): Syllable[] {
  const characters = withoutSpaces(name);
  const computed = computedSyllables(characters);
  const parts = typed
    .split(/[\s'·-]+/)
    .map(readSyllable)
    .filter((part) => part.letters !== '');
  if (parts.length === 0) return computed;
  if (parts.length !== computed.length) return parts.map((part) => ({ character: '', ...part }));
  return parts.map((part, at) => fillTone({ character: computed[at]?.character ?? '', ...part }));
}

/** First letters, in lower case: 曾小明 → `zxm`. */
export function initialsOf(name: string, typed = ''): string {
  return syllablesOf(name, typed)
    .map((syllable) => [...syllable.letters][0] ?? '')
    .join('');
}

/**
 * Text whose plain order is the pinyin order of names: syllable, tone, then the character, so that people of one
 * surname stay together. ü follows u.
 */
export function pinyinSortKey(name: string, typed = ''): string {
  return syllablesOf(name, typed)
    .map((syllable) => `${syllable.letters.replace('v', 'u:')}${syllable.tone}${syllable.character}`)
    .join(' ');
}

/** Order of two names by pinyin: negative, zero or positive. */
export function compareByPinyin(a: string, b: string): number {
  const first = pinyinSortKey(a);
  const second = pinyinSortKey(b);
  return first < second ? -1 : first > second ? 1 : 0;
}

/**
 * Whether a search text finds a name: as part of the name, as part of its initials, or as full pinyin from the
 * start of any syllable (`xiaom` finds 曾小明). Case, spaces and the spelling of ü (v or u) do not matter.
 */
export function matchesName(search: string, name: string, typed = ''): boolean {
  const query = withoutSpaces(search).toLowerCase();
  if (query === '') return true;
  if (withoutSpaces(name).toLowerCase().includes(query)) return true;
  if (!/^[a-zü]+$/.test(query)) return false;
  const syllables = syllablesOf(name, typed).map((syllable) => syllable.letters);
  if (
    syllables
      .map((letters) => letters.charAt(0))
      .join('')
      .includes(query)
  )
    return true;
  const wanted = query.replace(/ü|v/g, 'u');
  return syllables.some((_, at) => syllables.slice(at).join('').replace(/v/g, 'u').startsWith(wanted));
}

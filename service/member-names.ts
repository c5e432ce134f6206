import { initialsOf, pinyinSortKey, syllablesOf } from '../rules/names/pinyin.ts';
import { strokeSortKey } from '../rules/names/strokes.ts';

/** Keys by which a person is searched and sorted; stored with the record. */
export interface NameKeys {
  initials: string;
  pinyinSearch: string;
  pinyinKey: string;
  strokesKey: string;
}

/** Search and sort keys of a name; the member's own pinyin, when there is one, stands before the computed reading. */
export function nameKeys(name: string, typedPinyin: string): NameKeys {
  const syllables = syllablesOf(name, typedPinyin).map(({ letters }) => letters.replaceAll('v', 'u'));
  return {
    initials: initialsOf(name, typedPinyin),
    pinyinSearch: syllables.map((_, at) => `|${syllables.slice(at).join('')}`).join(''),
    pinyinKey: pinyinSortKey(name, typedPinyin),
    strokesKey: strokeSortKey(name),
  };
}

import { pinyin } from 'pinyin-pro';

/** Keys by which a person is searched and sorted. */
export interface NameKeys {
  initials: string;
  pinyinKey: string;
  strokesKey: string;
}

/** Search and sort keys of a name; `manualPinyin` (syllables, with or without spaces) wins over the computed reading. */
export function nameKeys(name: string, manualPinyin: string): NameKeys {
  const syllables =
    manualPinyin.trim() === ''
      ? pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true, nonZh: 'removed' })
      : manualPinyin
          .trim()
          .toLowerCase()
          .split(/[\s'·]+/);
  return {
    initials: syllables.map((syllable) => syllable.slice(0, 1)).join(''),
    pinyinKey: syllables.join(' '),
    strokesKey: '',
  };
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareByPinyin, initialsOf, matchesName, pinyinSortKey, syllablesOf } from './pinyin.ts';
import { strokeTable } from './stroke-table.ts';
import { compareByStrokes, isStrokeOrderKnown, strokeSortKey } from './strokes.ts';
import { surnameReadings } from './surnames.ts';

const inStrokes = (...names: string[]) => [...names].sort(compareByStrokes);
const inPinyin = (...names: string[]) => [...names].sort(compareByPinyin);

describe('姓氏笔画', () => {
  test('goes by stroke type, not by radical', () => {
    expect(inStrokes('张', '李')).toEqual(['李', '张']);
    expect(inStrokes('文', '仇', '王')).toEqual(['王', '仇', '文']);
    expect(inStrokes('刘', '吕')).toEqual(['吕', '刘']);
  });

  test('goes by stroke count first', () => {
    expect(inStrokes('魏', '赵', '丁', '陈', '王', '刘', '马')).toEqual(['丁', '马', '王', '刘', '陈', '赵', '魏']);
  });

  test('two-character names: a blank middle comes first, or the second character decides', () => {
    expect(compareByStrokes('田富', '田大利')).toBeLessThan(0);
    expect(compareByStrokes('田大', '田富')).toBeLessThan(0);
  });

  test('compares the second and third characters of one surname', () => {
    expect(inStrokes('王小明', '王一鸣', '王小天')).toEqual(['王一鸣', '王小天', '王小明']);
  });

  test('knows the surnames of the usual count', () => {
    const counts: Record<string, number> = {
      丁: 2,
      于: 3,
      王: 4,
      石: 5,
      刘: 6,
      李: 7,
      周: 8,
      胡: 9,
      高: 10,
      曹: 11,
      彭: 12,
      蔡: 14,
      潘: 15,
      薛: 16,
      戴: 17,
      魏: 17,
    };
    for (const [surname, count] of Object.entries(counts)) expect(strokeTable[count]).toContain(surname);
  });

  test('characters of names beyond GB 2312 have their place by their parts', () => {
    const counts: Record<string, number> = { 玘: 7, 昇: 8, 喆: 12, 媖: 11, 嫄: 13, 翀: 10, 祎: 8, 赟: 16 };
    for (const [character, count] of Object.entries(counts)) expect(strokeTable[count]).toContain(character);
    expect(inStrokes('王玘', '王妍', '王岚', '王芳')).toEqual(['王玘', '王芳', '王岚', '王妍']);
  });

  test('rare characters stand with their stroke count, and are told', () => {
    expect(isStrokeOrderKnown('王小明')).toBe(true);
    expect(isStrokeOrderKnown('王骉')).toBe(false);
    expect(compareByStrokes('丁', '骉')).toBeLessThan(0);
    expect(compareByStrokes('骉', '魏')).toBeLessThan(0);
  });

  test('the separator of minority names and spaces do not count', () => {
    expect(compareByStrokes('阿不都·热西提', '阿不都热西提')).toBe(0);
    expect(compareByStrokes('田　富', '田富')).toBe(0);
  });

  test('the table has no character twice and grows from its first stroke', () => {
    const characters = Object.values(strokeTable).join('').replaceAll(' ', '');
    expect(new Set(characters).size).toBe([...characters].length);
    expect(strokeTable[1]).toBe('一 乙');
  });

  test('the stored key orders as the comparison does', () => {
    const name = fc.string({ unit: fc.constantFrom(...'王李张仇文吕刘田富大利小明'), minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(name, name, (a, b) => {
        const keys = strokeSortKey(a) < strokeSortKey(b) ? -1 : strokeSortKey(a) === strokeSortKey(b) ? 0 : 1;
        return Math.sign(compareByStrokes(a, b)) === keys;
      }),
    );
  });
});

describe('pinyin', () => {
  test.each([
    ['曾小明', 'zxm'],
    ['查理', 'zl'],
    ['仇和', 'qh'],
    ['单田芳', 'stf'],
    ['解晓东', 'xxd'],
    ['任长霞', 'rcx'],
    ['盖叫天', 'gjt'],
    ['区向明', 'oxm'],
    ['乐嘉', 'yj'],
    ['华国平', 'hgp'],
    ['尉迟恭', 'ycg'],
    ['万俟卨', 'mqx'],
    ['欧阳修文', 'oyxw'],
    ['单于明', 'cym'],
    ['阿不都·热西提', 'abdrxt'],
    ['Maria', 'maria'],
  ])('%s is found by %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  test('every surname of the table is read as the table says', () => {
    for (const [surname, reading] of Object.entries(surnameReadings)) {
      const read = syllablesOf(`${surname}明`).slice(0, surname.length);
      expect(read.map((syllable) => `${syllable.letters}${syllable.tone}`).join(' ')).toBe(reading);
    }
  });

  test('sorts surnames by their own reading and keeps one surname together', () => {
    expect(inPinyin('曾明', '陈明', '查明', '张明', '仇明', '单明')).toEqual([
      '陈明',
      '仇明',
      '单明',
      '曾明',
      '查明',
      '张明',
    ]);
    expect(inPinyin('章一', '张二', '章二', '张一')).toEqual(['张二', '张一', '章二', '章一']);
    expect(inPinyin('吕明', '鲁明', '罗明', '卢明')).toEqual(['卢明', '鲁明', '吕明', '罗明']);
  });

  test('the pinyin of the member stands before what is computed', () => {
    expect(initialsOf('覃小明', 'tan xiao ming')).toBe('txm');
    expect(pinyinSortKey('曾小明', 'zeng xiao ming')).toBe(pinyinSortKey('曾小明'));
    expect(pinyinSortKey('曾小明', 'Zēng Xiǎo Míng')).toBe(pinyinSortKey('曾小明'));
    expect(pinyinSortKey('吕明', 'lǚ míng')).toBe(pinyinSortKey('吕明'));
  });

  test('a search finds by characters, initials and full pinyin, and nothing else', () => {
    for (const search of ['曾', '小明', 'zxm', 'ZX', 'xm', 'zengxiao', 'xiaom', '']) {
      expect([search, matchesName(search, '曾小明')]).toEqual([search, true]);
    }
    expect(matchesName('lv', '吕布')).toBe(true);
    expect(matchesName('lu', '吕布')).toBe(true);
    for (const search of ['cxm', 'iao', '138', '小 红']) expect(matchesName(search, '曾小明')).toBe(false);
  });

  test('characters without a reading stay themselves', () => {
    expect(syllablesOf('𠮷明').map((syllable) => syllable.letters)).toEqual(['𠮷', 'ming']);
  });
});

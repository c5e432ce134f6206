import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines, type Shape } from './break-lines.ts';
import { textWidth } from './characters.ts';

const shape = (width: number, more: Partial<Shape> = {}): Shape => ({
  face: 'serif',
  size: 10,
  spacing: 0,
  width,
  indent: 0,
  whole: false,
  ...more,
});
const lines = (text: string, width: number): string[] => breakLines(text, shape(width)).map((line) => line.text);

describe('breakLines', () => {
  it('starts no line with a closing mark and ends none with an opening one', () => {
    const text = '学习“党的基本知识”，讨论《支部工作条例（试行）》，并通过（不设委员会的）决议；买买提·艾力同志发言。';
    for (let width = 40; width <= 200; width += 7) {
      for (const line of lines(text, width)) {
        expect(line).not.toMatch(/^[，。、；：！？）》”·]/);
        expect(line).not.toMatch(/[（《“]$/);
      }
    }
  });

  it('keeps written days, ID numbers and phones whole', () => {
    const text = '自2026年6月12日至2027年6月12日，999901197003150023，13900008842。';
    for (let width = 100; width <= 200; width += 5) {
      const broken = lines(text, width);
      for (const whole of ['2026年6月12日', '2027年6月12日', '999901197003150023', '13900008842']) {
        expect(broken.some((line) => line.includes(whole))).toBe(true);
      }
    }
  });

  it('breaks a dotted name after the dot', () => {
    expect(lines('买买提·艾力克孜·阿卜杜热合曼', 66)).toEqual(['买买提·', '艾力克孜·', '阿卜杜热合曼']);
  });

  it('cuts what no line can hold instead of losing it', () => {
    const text = '9'.repeat(60);
    const broken = lines(text, 50);
    expect(broken.length).toBeGreaterThan(5);
    expect(broken.join('')).toBe(text);
  });

  it('loses no character and exceeds no line, whatever the text', () => {
    const characters = fc.constantFrom(...'一二三（）《》“”，。、；·— aA0.9-%年月日𬍛堃\n');
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 200 }), fc.integer({ min: 25, max: 300 }), (parts, width) => {
        const text = parts.join('');
        const broken = breakLines(text, shape(width));
        const squash = (value: string): string => value.replace(/\s/g, '');
        expect(squash(broken.map((line) => line.text).join(''))).toBe(squash(text));
        for (const line of broken) expect(textWidth(line.text, 'serif', 10)).toBeLessThanOrEqual(width + 0.1);
      }),
    );
  });
});

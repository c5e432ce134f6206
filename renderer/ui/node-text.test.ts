import { createElement as element } from 'react';
import { expect, test } from 'vitest';
import { nodeText } from './node-text.ts';

function Mark(_props: { label: string }) {
  return null;
}

function Choice(_props: {
  label: string;
  value: string;
  options: { value: string; label: string }[];
  onChange(): void;
}) {
  return null;
}

test('a cell is told by its text, without what is only seen or clicked', () => {
  const cell = element('span', {}, element('b', {}, '王秀英'), '，', [1, '人'], null, false, [
    element('i', { key: 'mark', 'aria-hidden': 'true' }, '◆'),
    element('button', { key: 'show', type: 'button' }, '显示'),
  ]);
  expect(nodeText(cell)).toBe('王秀英，1人');
});

test('a mark is told by its label, a field by what is chosen in it', () => {
  const options = [
    { value: 'pass', label: '合格' },
    { value: 'fail', label: '不合格' },
  ];
  expect(nodeText(element(Mark, { label: '逾期' }))).toBe('逾期');
  expect(nodeText(element(Choice, { label: '成绩', value: 'pass', options, onChange: () => undefined }))).toBe('合格');
});

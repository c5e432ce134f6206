import { describe, expect, test } from 'vitest';
import { isDay } from './dates.ts';
import { parseFraction, settingOn, settingProblem, shippedSettings } from './settings.ts';

const key = 'appraisal.excellent-ratio';
const entry = { key, value: '30%', validFrom: '2024-01-01', validTo: '2024-12-31', source: '省委组织部' };

describe('what holds on a day', () => {
  test('is the shipped value with its source where the archive has none', () => {
    expect(settingOn([], key, '2025-01-01').value).toBe('1/3');
    expect(settingOn([entry], key, '2023-12-31').value).toBe('1/3');
    expect(settingOn([entry], key, '2025-01-01').value).toBe('1/3');
  });

  test('is the archive entry in force, first and last day included', () => {
    expect(settingOn([entry], key, '2024-01-01')).toEqual({ value: '30%', source: '省委组织部' });
    expect(settingOn([entry], key, '2024-12-31').value).toBe('30%');
  });

  test('is the entry that began last, whatever the order of the list', () => {
    const later = { ...entry, value: '25%', validFrom: '2024-06-01', validTo: null };
    expect(settingOn([later, entry], key, '2024-07-01').value).toBe('25%');
    expect(settingOn([entry, later], key, '2024-05-31').value).toBe('30%');
  });

  test('is never a value of the wrong type', () => {
    expect(settingOn([{ ...entry, value: true }], key, '2024-07-01').value).toBe('1/3');
  });
});

test('every shipped setting is acceptable to its own rules, dated and sourced', () => {
  for (const setting of shippedSettings) {
    expect([setting.key, settingProblem(setting.key, setting.value)]).toEqual([setting.key, null]);
    expect(isDay(setting.validFrom)).toBe(true);
    expect(setting.source.length).toBeGreaterThan(4);
  }
});

test('values that cannot be used are refused', () => {
  expect(settingProblem('no.such', 1)).toBe('unknown-key');
  expect(settingProblem('toString', 1)).toBe('unknown-key');
  expect(settingProblem('absence.limit-months', '6')).toBe('wrong-type');
  expect(settingProblem('absence.limit-months', -1)).toBe('out-of-range');
  expect(settingProblem('vote.election-quorum', '=')).toBe('out-of-range');
  expect(settingProblem(key, '4/3')).toBe('out-of-range');
});

test('fractions are read exactly', () => {
  expect(parseFraction('1/3')).toEqual({ numerator: 1, denominator: 3 });
  expect(parseFraction('30%')).toEqual({ numerator: 30, denominator: 100 });
  expect(parseFraction('0.35')).toEqual({ numerator: 35, denominator: 100 });
  expect(parseFraction('12.5%')).toEqual({ numerator: 125, denominator: 1000 });
  expect([parseFraction('0'), parseFraction('1/0'), parseFraction('a'), parseFraction('')]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

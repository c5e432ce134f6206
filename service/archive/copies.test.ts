import { expect, test } from 'vitest';
import type { ArchiveCopy } from '../../contract/archive.ts';
import { copiesToKeep } from './copies.ts';

function copy(
  madeAt: string,
  reason: ArchiveCopy['reason'] = 'close',
  verifiedAt: string | null = madeAt,
): ArchiveCopy {
  return {
    id: `${madeAt}-${reason}`,
    madeAt,
    reason,
    bytes: 1,
    schemaVersion: 10,
    rows: 1,
    digest: 'd',
    verifiedAt,
    lastChange: 0,
  };
}

/** One copy a day, newest first. */
function daily(days: number): ArchiveCopy[] {
  return Array.from({ length: days }, (_, back) =>
    copy(new Date(Date.UTC(2026, 10, 24) - back * 86_400_000).toISOString()),
  );
}

test('a year of daily copies keeps seven days, four weeks and twelve months', () => {
  const copies = daily(400);
  const kept = copies.filter((each) => copiesToKeep(copies).has(each.id));
  expect(kept.slice(0, 7)).toEqual(copies.slice(0, 7));
  expect(new Set(kept.map((each) => each.madeAt.slice(0, 7))).size).toBe(12);
  expect(kept.length).toBeLessThanOrEqual(7 + 4 + 12);
});

test('copies made before a change outlive the days around them', () => {
  const before = copy('2026-09-03T08:00:00.000Z', 'before-import');
  const copies = [...daily(100), before].sort((left, right) => right.madeAt.localeCompare(left.madeAt));
  expect(copiesToKeep(copies).has(before.id)).toBe(true);
});

test('a copy that did not verify never takes the place of one that did', () => {
  const good = copy('2026-11-24T08:00:00.000Z');
  const bad = copy('2026-11-24T09:00:00.000Z', 'close', null);
  expect([...copiesToKeep([bad, good])]).toEqual([good.id]);
});

test('what she asked for today is not gone with the next copy of today', () => {
  const asked = copy('2026-11-24T08:00:00.000Z', 'asked');
  const close = copy('2026-11-24T09:00:00.000Z');
  expect(copiesToKeep([close, asked]).has(asked.id)).toBe(true);
});

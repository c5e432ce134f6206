import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PreferencesSchema, readPreferences, writePreferences } from './preferences.ts';
import { openRecentArchives } from './recent-archives.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhibu-shell-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('preferences come back as written; a spoilt file counts as none', () => {
  const defaults = readPreferences(folder);
  const changed = { ...defaults, idleLockMinutes: 30 };
  writePreferences(folder, changed);
  expect(readPreferences(folder)).toEqual(changed);
  writeFileSync(join(folder, 'preferences.json'), '{"idleLockMinutes": "often"');
  expect(readPreferences(folder)).toEqual(defaults);
});

test.each(['http://updates.example.cn/', 'file:///updates', 'ftp://a/', 'updates'])(
  'updates do not come from %s',
  (updateFeed) => {
    expect(PreferencesSchema.safeParse({ ...readPreferences(folder), updateFeed }).success).toBe(false);
  },
);

test('recent archives: newest first, each once, ten at most, and which of them are there now', () => {
  let day = 0;
  const recent = openRecentArchives(folder, () => new Date(Date.UTC(2026, 0, ++day)));
  for (let number = 1; number <= 12; number += 1) recent.remember(`/archives/${number}.zhibu`);
  recent.remember('/archives/5.zhibu');
  recent.forget('/archives/12.zhibu');
  const list = recent.list();
  expect(list.map(({ folder }) => folder.match(/\d+/)?.[0])).toEqual(['5', '11', '10', '9', '8', '7', '6', '4', '3']);
  expect(list[0]).toEqual({ folder: '/archives/5.zhibu', openedAt: '2026-01-13T00:00:00.000Z', isPresent: false });
});

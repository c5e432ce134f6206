import { expect, test } from 'vitest';
import { idNumber, jing, stay } from './member-fixtures.ts';
import { openTestArchive } from './open-archive.ts';

test('a mask is shown and never stored', async () => {
  const { call, refused } = await openTestArchive();
  const shown = await call('member.save', { draft: { ...jing, emergencyContact: '欧阳明 13987654321' } });
  expect(shown).toMatchObject({ idNumber: '999901********2744', mobilePhone: '138****5678', landline: '010-65****34' });
  expect(shown.emergencyContact).not.toContain('13987654321');
  for (const field of ['idNumber', 'mobilePhone', 'landline', 'emergencyContact'] as const) {
    const failure = await refused('member.save', { draft: { id: 'm1', revision: 1, [field]: shown[field] } });
    expect(failure).toMatchObject({
      code: 'invalid-input',
      fields: { [field.replace('idNumber', 'draft.idNumber')]: expect.anything() },
    });
  }
  for (const [field, value] of Object.entries({ idNumber, mobilePhone: '13812345678', landline: '010-65201234' }))
    expect(await call('member.reveal', { id: 'm1', field: field as 'idNumber' })).toEqual({ value });
});

test('showing a masked field is recorded: who, when, what, and not the value', async () => {
  const { call } = await openTestArchive();
  await call('member.save', { draft: jing });
  await call('member.reveal', { id: 'm1', field: 'idNumber' });
  const { entries } = await call('history.list', { record: 'member', id: 'm1' });
  expect(entries[0]).toMatchObject({ action: 'reveal', actor: '欧阳静', changes: [{ field: 'idNumber' }] });
  expect(JSON.stringify(entries)).not.toContain(idNumber);
});

test('the history says who, when, why, before and after, and keeps the masks', async () => {
  const { call } = await openTestArchive({ today: '2026-11-24' });
  await call('member.save', { draft: jing });
  await call('member.save', {
    draft: { id: 'm1', revision: 1, joinedOn: '2010-07-02', mobilePhone: '13900001111' },
    reason: '按支部大会决议日期更正',
  });
  const { entries } = await call('history.list', { record: 'member', id: 'm1' });
  expect(entries[0]).toMatchObject({
    actor: '欧阳静',
    at: new Date('2026-11-24T10:00:00').toISOString(),
    reason: '按支部大会决议日期更正',
    action: 'update',
    changes: [
      { field: 'joinedOn', before: '2010-07-01', after: '2010-07-02' },
      { field: 'mobilePhone', before: '138****5678', after: '139****1111' },
    ],
  });
});

test('the history tells what changed and not that a revision was counted', async () => {
  const { call } = await openTestArchive();
  await call('member.save', { draft: jing });
  const left = stay({ to: '2026-03-01', leaveKind: 'transferred-out' });
  await call('member.save', { draft: { id: 'm1', revision: 1, memberships: [left] } });
  const { entries, total } = await call('history.list', { record: 'member', id: 'm1' });
  expect(total).toBe(3);
  expect(entries.map(({ part, action }) => `${part} ${action}`)).toEqual([
    'membership update',
    'membership insert',
    'member insert',
  ]);
  expect(entries[0]?.changes.map(({ field }) => field)).toEqual(['to', 'leaveKind']);
});

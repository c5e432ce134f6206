import { expect, test } from 'vitest';
import type { MemberView } from '../../contract/member.ts';
import { draftOf, formOf, isFormChanged, newForm, tidyIdNumber, withMine } from './member-form.ts';

const person = {
  id: 'm1',
  revision: 4,
  ...newForm({} as never).plain,
  name: '欧阳静',
  joinedOn: '2010-07-01',
  introducerNames: ['王秀英', '刘海燕'],
  idNumber: '999901********2744',
  mobilePhone: '138****5678',
  landline: '',
  emergencyContact: '',
  memberships: [],
  statuses: [],
} as unknown as MemberView;

test('a save sends what was changed and nothing else, a mask never', () => {
  const form = formOf(person);
  expect(isFormChanged(form, formOf(person))).toBe(false);
  expect(draftOf(person, form, form)).toEqual({ id: 'm1', revision: 4 });
  const changed = { ...form, plain: { ...form.plain, joinedOn: '2010-07-02', note: '更正' } };
  expect(draftOf(person, form, changed)).toEqual({ id: 'm1', revision: 4, joinedOn: '2010-07-02', note: '更正' });
});

test('a masked field typed blank is kept; only emptying it empties it', () => {
  const form = formOf(person);
  const masked = { ...form.masked, mobilePhone: { kind: 'type', value: ' ' }, idNumber: { kind: 'clear' } } as const;
  expect(draftOf(person, form, { ...form, masked })).toEqual({ id: 'm1', revision: 4, idNumber: null });
  const typed = { ...form.masked, mobilePhone: { kind: 'type', value: '13900001111' } } as const;
  expect(draftOf(person, form, { ...form, masked: typed })).toMatchObject({ mobilePhone: '13900001111' });
});

test('introducers left blank are no introducers', () => {
  const form = formOf(person);
  const changed = { ...form, plain: { ...form.plain, introducerNames: ['王秀英', ' '] } };
  expect(draftOf(person, form, changed)).toMatchObject({ introducerNames: ['王秀英'] });
});

test('a new person brings the first stay along, and nothing is guessed', () => {
  const stay = {
    id: 's1',
    branchId: 'b1',
    groupId: null,
    from: '2026-11-24',
    entryKind: 'transferred-in',
    to: null,
    leaveKind: null,
    reason: '',
  } as const;
  const form = newForm(stay);
  const named = { ...form, plain: { ...form.plain, name: '𬱖明' } };
  expect(draftOf({ id: 'm2', revision: 0 }, form, named)).toEqual({
    id: 'm2',
    revision: 0,
    name: '𬱖明',
    memberships: [stay],
  });
});

test('ID numbers are tidied, not mended', () => {
  expect(tidyIdNumber('１１０１０５ 19491231 002x')).toBe('11010519491231002X');
  expect(tidyIdNumber('123')).toBe('123');
});

test('after a stale save, what was typed here is put onto the record as it is now, and nothing else of it is undone', () => {
  const base = formOf(person);
  const mine = { ...base, plain: { ...base.plain, note: '我写的' } };
  const theirs = { ...person, revision: 5, joinedOn: '2010-07-02', note: '别处写的' };
  const merged = withMine(base, mine, theirs);
  expect(draftOf(theirs, formOf(theirs), merged)).toEqual({ id: 'm1', revision: 5, note: '我写的' });
  expect(merged.plain.joinedOn).toBe('2010-07-02');
});

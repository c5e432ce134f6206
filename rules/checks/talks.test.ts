import { expect, test } from 'vitest';
import type { Talk } from '../../contract/supervision.ts';
import type { CheckFacts } from './check.ts';
import { facts } from './fixtures.ts';
import { m8 } from './talks.ts';

/** m1, m2 and m3 are the committee since 2024-01-10; m4 to m8 are not. */
function talk(talkerId: string, subjectId: string, heldOn = '2026-05-01', kind: Talk['kind'] = 'heart-to-heart') {
  return { id: `k-${talkerId}-${subjectId}-${heldOn}`, kind, heldOn, talkerIds: [talkerId], subjectId };
}

const committee = [talk('m1', 'm2'), talk('m3', 'm1'), talk('m2', 'm3')];
const members = ['m4', 'm5', 'm6', 'm7', 'm8'].map((id) => talk('m1', id));

function found(day: string, talks: ReturnType<typeof talk>[], more: Partial<CheckFacts> = {}): string[] {
  const registers = { ...facts(day).registers, talks };
  return m8
    .evaluate(facts(day, { registers, ...more }))
    .map(({ params }) => `${params.code} ${params.year} ${params.people}: ${params.names}`);
}

test('told from October on, and for the year that is over through March, if anything of it is registered', () => {
  const lacking = ['members-missing 2026 5: 党员m4、党员m5、党员m6'];
  expect(found('2026-09-30', committee)).toEqual([]);
  expect(found('2026-10-01', committee)).toEqual(lacking);
  expect(found('2027-03-31', committee)).toEqual(lacking);
  expect(found('2027-04-01', committee)).toEqual([]);
  expect(found('2027-01-15', [])).toEqual([]);
  expect(found('2026-12-31', [...committee, ...members])).toEqual([]);
});

test('a member is reached by the committee, in either direction, not by another member', () => {
  const others = [talk('m4', 'm5'), talk('m6', 'm1'), talk('m2', 'm7'), talk('m8', 'm4')];
  expect(found('2026-11-24', [...committee, ...others])).toEqual(['members-missing 2026 3: 党员m4、党员m5、党员m8']);
});

test('each two of the committee talk with one another', () => {
  expect(found('2026-11-24', [talk('m1', 'm2'), ...members])).toEqual([
    'committee-missing 2026 2: 党员m1和党员m3、党员m2和党员m3',
  ]);
});

test('a talk that warns, one of another year and one still to come are none of the year', () => {
  const reminded = [talk('m1', 'm4', '2026-05-01', 'reminder'), ...members.slice(1)];
  expect(found('2026-11-24', [...committee, ...reminded])).toEqual(['members-missing 2026 1: 党员m4']);
  const otherYear = [talk('m1', 'm4', '2025-12-31'), ...members.slice(1)];
  expect(found('2026-11-24', [...committee, ...otherYear])).toEqual(['members-missing 2026 1: 党员m4']);
  const toCome = [talk('m1', 'm4', '2026-12-31'), ...members.slice(1)];
  expect(found('2026-12-30', [...committee, ...toCome])).toEqual(['members-missing 2026 1: 党员m4']);
  expect(found('2026-12-31', [...committee, ...toCome])).toEqual([]);
});

test('the committee of the day of the talk counts, and that of the day looked at is asked', () => {
  const posts = facts('2026-11-24').posts.map((post) =>
    post.memberId === 'm3' ? { ...post, to: '2026-06-30' } : post,
  );
  const byThird = members.map(({ subjectId }) => talk('m3', subjectId, '2026-06-30'));
  expect(found('2026-11-24', [...committee, ...byThird], { posts })).toEqual([]);
  const afterwards = members.map(({ subjectId }) => talk('m3', subjectId, '2026-07-01'));
  expect(found('2026-11-24', [...committee, ...afterwards], { posts })).toEqual([
    'members-missing 2026 5: 党员m4、党员m5、党员m6',
  ]);
});

test('where there is a secretary alone, he or she talks with everybody; without any post nothing is asked', () => {
  const posts = facts('2026-11-24').posts.slice(0, 1);
  expect(found('2026-11-24', members, { posts })).toEqual(['members-missing 2026 2: 党员m2、党员m3']);
  expect(found('2026-11-24', [], { posts: [] })).toEqual([]);
});

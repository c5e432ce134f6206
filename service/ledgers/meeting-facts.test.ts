import { expect, test } from 'vitest';
import type { MeetingFacts } from './meeting-facts.ts';
import { resolutionsOf } from './meeting-facts.ts';

/** A meeting that only voted once. */
function factsOf(
  rule: 'V2' | 'V3',
  result: 'passed' | 'rejected' | 'no-quorum' | 'not-voted',
  elected: readonly [string, boolean][] = [],
) {
  return {
    meeting: { resolutions: [], votes: [{ rule, subject: '选举支部委员' }] },
    tallies: [
      { result, inFavour: 5, elected: elected.map(([name, isElected]) => ({ name, inFavour: 5, elected: isElected })) },
    ],
  } as unknown as MeetingFacts;
}

test('a meeting that only voted shows what was decided: of an election who was elected, not the votes of the last', () => {
  const some: [string, boolean][] = [
    ['张三', true],
    ['李四', true],
    ['王五', false],
  ];
  expect(resolutionsOf(factsOf('V3', 'passed', some))).toBe('选举支部委员：张三、李四当选');
  expect(resolutionsOf(factsOf('V3', 'rejected', [['张三', false]]))).toBe('选举支部委员：无人当选');
  expect(resolutionsOf(factsOf('V3', 'no-quorum', [['张三', false]]))).toBe('选举支部委员：到会不足，无效');
  expect(resolutionsOf(factsOf('V3', 'not-voted'))).toBe('选举支部委员：未表决');
  expect(resolutionsOf(factsOf('V2', 'passed'))).toBe('选举支部委员：赞成 5 票，通过');
});

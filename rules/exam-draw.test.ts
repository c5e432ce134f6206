import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PaperPart } from '../contract/exam-paper.ts';
import type { Question, QuestionKind } from '../contract/question.ts';
import { drawPaper } from './exam-draw.ts';

const kinds: QuestionKind[] = ['single', 'multiple', 'true-false', 'short'];

function question(id: string, fields: Partial<Question> = {}): Question {
  return {
    id,
    revision: 1,
    branchId: 'b1',
    kind: 'single',
    stem: `题 ${id}`,
    options: ['甲', '乙'],
    correct: [0],
    referenceAnswer: '',
    explanation: '',
    contents: [],
    tags: [],
    difficulty: 3,
    source: '',
    retiredOn: null,
    ...fields,
  };
}

function part(fields: Partial<PaperPart> = {}): PaperPart {
  return { kind: 'single', count: 1, content: null, tag: '', difficultyFrom: 1, difficultyTo: 5, points: 2, ...fields };
}

const banks = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      difficulty: fc.integer({ min: 1, max: 5 }),
      tag: fc.constantFrom('', '甲', '乙'),
      isRetired: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((all) =>
    all.map(({ kind, difficulty, tag, isRetired }, index) =>
      question(`q${index}`, {
        kind,
        difficulty,
        tags: tag === '' ? [] : [tag],
        retiredOn: isRetired ? '2026-01-01' : null,
      }),
    ),
  );
const rules = fc.array(
  fc
    .record({
      kind: fc.constantFrom(...kinds),
      count: fc.integer({ min: 1, max: 8 }),
      tag: fc.constantFrom('', '甲', '乙'),
      from: fc.integer({ min: 1, max: 5 }),
      to: fc.integer({ min: 1, max: 5 }),
    })
    .map(({ from, to, ...rest }) =>
      part({ ...rest, difficultyFrom: Math.min(from, to), difficultyTo: Math.max(from, to) }),
    ),
  { minLength: 1, maxLength: 5 },
);
const seeds = fc.integer({ min: 1, max: 999_999 });

test('the same seed draws the same paper, whatever order the bank is given in', () => {
  fc.assert(
    fc.property(rules, banks, seeds, (parts, bank, seed) => {
      expect(drawPaper(parts, bank.toReversed(), seed)).toEqual(drawPaper(parts, bank, seed));
    }),
  );
});

test('every question fits its part, none is drawn twice or retired, and what lacks is said to the number', () => {
  fc.assert(
    fc.property(rules, banks, seeds, (parts, bank, seed) => {
      const { questions, shortages } = drawPaper(parts, bank, seed);
      const stored = new Map(bank.map((each) => [each.id, each]));
      expect(new Set(questions.map(({ questionId }) => questionId)).size).toBe(questions.length);
      parts.forEach((rule, place) => {
        const own = questions.filter((each) => each.part === place);
        for (const { questionId, points } of own) {
          const found = stored.get(questionId);
          expect(found).toMatchObject({ kind: rule.kind, retiredOn: null });
          expect(points).toBe(rule.points);
          expect(rule.tag === '' || found?.tags.includes(rule.tag)).toBe(true);
          expect(found?.difficulty).toBeGreaterThanOrEqual(rule.difficultyFrom);
          expect(found?.difficulty).toBeLessThanOrEqual(rule.difficultyTo);
        }
        const lack = shortages.find((each) => each.part === place);
        expect(own.length + (lack === undefined ? 0 : lack.wanted - lack.found)).toBe(rule.count);
        // A part lacks only what is nowhere: every question that would fit is on the paper.
        if (lack !== undefined)
          for (const each of bank) {
            const fits =
              each.retiredOn === null &&
              each.kind === rule.kind &&
              (rule.tag === '' || each.tags.includes(rule.tag)) &&
              each.difficulty >= rule.difficultyFrom &&
              each.difficulty <= rule.difficultyTo;
            if (fits) expect(questions.some(({ questionId }) => questionId === each.id)).toBe(true);
          }
      });
    }),
  );
});

test('a part gives up what only another can use', () => {
  const bank = [question('only', { tags: ['甲'] }), question('other')];
  for (let seed = 1; seed <= 20; seed++)
    expect(drawPaper([part(), part({ tag: '甲' })], bank, seed).shortages).toEqual([]);
});

test('another seed draws another paper from a bank that is large enough', () => {
  const bank = Array.from({ length: 60 }, (_, index) => question(`q${index}`));
  const drawn = [1, 2, 3].map((seed) =>
    drawPaper([part({ count: 10 })], bank, seed)
      .questions.map(({ questionId }) => questionId)
      .join(),
  );
  expect(new Set(drawn).size).toBe(3);
});

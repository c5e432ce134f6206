import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SurveyAnswers, SurveyQuestion } from '../../contract/survey.ts';
import { emptyResults, meanScore, readAnswer, sheetProblems, withSheet } from '../../rules/surveys.ts';
import { openTestArchive } from './open-archive.ts';

const questions: SurveyQuestion[] = [
  { id: 'q1', kind: 'single', text: '对支部班子的总体评价', options: ['好', '较好', '一般', '差'] },
  { id: 'q2', kind: 'multiple', text: '今年办得好的事', options: ['主题党日', '志愿服务', '走访慰问'] },
  { id: 'q3', kind: 'score', text: '给支部工作打分', options: [] },
  { id: 'q4', kind: 'text', text: '意见建议', options: [] },
];
const sheet = (choice: number, score: number, text: string): SurveyAnswers => [
  { questionId: 'q1', chosen: [choice], text: '' },
  { questionId: 'q2', chosen: [0, 2], text: '' },
  { questionId: 'q3', chosen: [score], text: '' },
  { questionId: 'q4', chosen: [], text },
];

async function begun(sheets: readonly SurveyAnswers[]) {
  const archive = await openTestArchive();
  const draft = { branchId: archive.branchId, title: '党员满意度', from: '2026-11-01', to: '2026-11-30', questions };
  await archive.call('survey.save', { draft: { id: 's1', revision: 0, ...draft } });
  await archive.call('survey.begin', { id: 's1', revision: 1 });
  for (const answers of sheets) await archive.call('survey.submit', { id: 's1', answers });
  return archive;
}

test('sums of all sheets are read after the end, and only then', async () => {
  const sheets = [
    sheet(0, 9, '多开短会'),
    sheet(0, 8, ''),
    sheet(1, 10, '按时公开党费'),
    sheet(3, 3, ''),
    sheet(0, 8, ''),
  ];
  const { call, refused } = await begun(sheets);
  expect(await refused('survey.result', { id: 's1' })).toEqual({ code: 'survey-refused', reason: 'not-closed' });
  await call('survey.submit', { id: 's1', answers: [], isInvalid: true });
  await call('survey.close', { id: 's1', revision: 2 });
  const result = await call('survey.result', { id: 's1' });
  expect(result).toMatchObject({ valid: 5, invalid: 1 });
  expect(result.questions).toEqual([
    { questionId: 'q1', answered: 5, counts: [3, 1, 0, 1], texts: [] },
    { questionId: 'q2', answered: 5, counts: [5, 0, 5], texts: [] },
    { questionId: 'q3', answered: 5, counts: [0, 0, 1, 0, 0, 0, 0, 2, 1, 1], texts: [] },
    { questionId: 'q4', answered: 2, counts: [], texts: ['多开短会', '按时公开党费'].sort() },
  ]);
  for (const operation of ['survey.begin', 'survey.close'])
    expect(await refused(operation, { id: 's1', revision: 3 })).toMatchObject({ code: 'survey-refused' });
  expect(await refused('survey.submit', { id: 's1', answers: [] })).toMatchObject({ reason: 'closed' });
});

test('of fewer than five sheets no breakdown is shown', async () => {
  const { call } = await begun([sheet(0, 9, '只有我这样想'), sheet(1, 8, ''), sheet(1, 8, ''), sheet(1, 8, '')]);
  await call('survey.close', { id: 's1', revision: 2 });
  expect(await call('survey.result', { id: 's1' })).toEqual({ surveyId: 's1', valid: 4, invalid: 0, questions: null });
  expect(JSON.stringify(await call('record.dump', { record: 'survey' }))).not.toContain('只有我这样想');
});

test('the history names no sheet: not its answers, not its time, not who was at the keyboard', async () => {
  const { call } = await begun([]);
  const before = (await call('history.list', {})).total;
  await call('survey.submit', { id: 's1', answers: sheet(2, 4, '匿名的话') });
  const after = await call('history.list', {});
  expect(after.total).toBe(before);
  expect(JSON.stringify(after)).not.toContain('匿名的话');
  // Nor does the list of changes: begin and save only.
  const changes = (await call('change.list', {})).rows.map(({ operation }) => operation);
  expect(changes).not.toContain('survey.submit');
  expect(changes).toContain('survey.begin');
});

test('what is asked does not change while people answer, and is not removed', async () => {
  const { call, refused } = await begun([]);
  const draft = { id: 's1', revision: 2, title: '另一个题目' };
  expect(await refused('survey.save', { draft })).toEqual({ code: 'survey-refused', reason: 'begun' });
  expect(await refused('survey.remove', { id: 's1', revision: 2, reason: '重来' })).toMatchObject({ reason: 'begun' });
  await call('survey.save', {
    draft: { id: 's2', revision: 0, branchId: 'branch-1', title: '空的', from: '2026-11-01', to: '2026-11-30' },
  });
  expect(await refused('survey.begin', { id: 's2', revision: 1 })).toMatchObject({ reason: 'no-questions' });
  // The days of its state are not a field to be typed.
  const draftOfState = { id: 's2', revision: 1, closedOn: '2026-11-02', openedOn: '2026-11-01' };
  expect(await call('survey.save', { draft: draftOfState })).toMatchObject({ openedOn: null, closedOn: null });
});

test.each([
  ['a question of another survey', [{ questionId: 'q9', chosen: [0], text: '' }]],
  ['an option that is not there', [{ questionId: 'q1', chosen: [4], text: '' }]],
  ['two options of a single choice', [{ questionId: 'q1', chosen: [0, 1], text: '' }]],
  ['a score of nothing', [{ questionId: 'q3', chosen: [0], text: '' }]],
  ['a score beyond ten', [{ questionId: 'q3', chosen: [11], text: '' }]],
  ['words in a choice', [{ questionId: 'q1', chosen: [], text: '好' }]],
  ['a question twice', [...sheet(0, 1, ''), ...sheet(0, 1, '').slice(0, 1)]],
])('%s is not taken', async (_name, answers) => {
  expect(Object.keys(sheetProblems(questions, answers))).not.toEqual([]);
});

test('sums are the same in whatever order the sheets came', () => {
  const anySheet = fc
    .record({ choice: fc.integer({ min: 0, max: 3 }), score: fc.integer({ min: 1, max: 10 }), text: fc.string() })
    .map(({ choice, score, text }) => sheet(choice, score, text.trim()));
  const sum = (sheets: readonly SurveyAnswers[]) =>
    sheets.reduce((results, answers) => withSheet(results, questions, answers), emptyResults(questions));
  fc.assert(
    fc.property(fc.array(anySheet, { maxLength: 12 }), (sheets) => {
      expect(sum(sheets)).toEqual(sum(sheets.toReversed()));
      expect(sum(sheets)[0]?.counts.reduce((all, count) => all + count, 0)).toBe(sheets.length);
    }),
  );
});

test('a mean counts who answered, and is unknown where nobody did', () => {
  expect(meanScore({ answered: 3, counts: [0, 0, 0, 0, 0, 0, 0, 2, 0, 1] })).toBeCloseTo(26 / 3);
  expect(meanScore({ answered: 0, counts: [] })).toBeNull();
});

test('a pile of paper sheets becomes sums in one write, all or none, and leaves as little as one sheet', async () => {
  const { call, refused } = await begun([]);
  const before = (await call('history.list', {})).total;
  const pile = [sheet(0, 9, '多开短会'), sheet(1, 8, ''), sheet(1, 8, ''), sheet(3, 8, ''), sheet(0, 10, '')];
  const sheets = [...pile.map((answers) => ({ answers })), { answers: [], isInvalid: true }];
  const wrong = [...sheets, { answers: [{ questionId: 'q1', chosen: [9], text: '' }] }];
  expect(await refused('survey.submitMany', { id: 's1', sheets: wrong })).toMatchObject({
    fields: { 'sheets.6.answers.0.chosen': ['not a choice of this question'] },
  });
  await call('survey.submitMany', { id: 's1', sheets });
  expect((await call('history.list', {})).total).toBe(before);
  const changes = (await call('change.list', {})).rows.map(({ operation }) => operation);
  expect(changes).not.toContain('survey.submitMany');
  expect(JSON.stringify(await call('record.dump', { record: 'survey' }))).not.toContain('多开短会');
  await call('survey.close', { id: 's1', revision: 2 });
  const result = await call('survey.result', { id: 's1' });
  expect(result).toMatchObject({ valid: 5, invalid: 1 });
  expect(result.questions?.map(({ counts }) => counts)).toEqual([
    [2, 2, 0, 1],
    [5, 0, 5],
    [0, 0, 0, 0, 0, 0, 0, 3, 1, 1],
    [],
  ]);
});

test('answers typed from paper are letters, numbers, a score or a text; what is none is told', () => {
  const [single, multiple, score, words] = questions as [
    SurveyQuestion,
    SurveyQuestion,
    SurveyQuestion,
    SurveyQuestion,
  ];
  const chosen = (question: SurveyQuestion, typed: string) => {
    const read = readAnswer(question, typed);
    return read === null || read === undefined ? read : read.chosen;
  };
  expect(['b', 'Ｂ', '2', ' B ', 'ab', 'e', '', '好'].map((typed) => chosen(single, typed))).toEqual([
    ...[[1], [1], [1], [1]],
    ...[null, null, undefined, null],
  ]);
  expect(['ca', 'A、C', 'a c', '13', '1,3', 'aa', 'd', 'A1'].map((typed) => chosen(multiple, typed))).toEqual([
    ...[
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 2],
    ],
    ...[null, null, null],
  ]);
  expect(['10', '１', '0', '11', '7.5'].map((typed) => chosen(score, typed))).toEqual([[10], [1], null, null, null]);
  expect(readAnswer(words, ' 少开会 ')).toEqual({ questionId: 'q4', chosen: [], text: '少开会' });
});

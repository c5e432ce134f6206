import { expect, test } from 'vitest';
import { openExamArchive } from './exam-archive.ts';

const secrets = ['甲的解析', '丁的参考答案', '"correct"', 'referenceAnswer', 'explanation'];

test('an exam on screen keeps each answer, goes on after a crash with the time that is left, and locks', async () => {
  const archive = await openExamArchive();
  const { call, refused, later, crash } = archive;
  const page = await call('sitting.begin', { examId: 'exam', memberId: 'm1' });
  const { sittingId } = page;
  expect([page.remaining, page.questions.length, page.fullMark]).toEqual([1800, 4, 10]);
  later(5);
  await call('sitting.answer', { sittingId, number: 2, chosen: [2, 0], text: '' });
  later(10);
  await crash();
  later(5);
  const again = await call('sitting.begin', { examId: 'exam', memberId: 'm1' });
  expect([again.sittingId, again.remaining, again.answers]).toEqual([
    sittingId,
    600,
    [{ number: 2, chosen: [0, 2], text: '' }],
  ]);
  // A clock set back gives no time.
  later(-20);
  expect((await call('sitting.page', { sittingId })).remaining).toBe(600);
  later(20);
  const given = await call('sitting.extend', { sittingId, minutes: 10, reason: '停电' });
  expect(given).toEqual({ remaining: 1200 });
  expect(await refused('sitting.begin', { examId: 'exam', memberId: 'm2' })).toMatchObject({
    code: 'exam-refused',
    reason: 'running',
    detail: '党员m1',
  });
  later(20);
  expect(await refused('sitting.answer', { sittingId, number: 1, chosen: [1], text: '' })).toMatchObject({
    reason: 'time-over',
  });
  expect(await refused('sitting.answer', { sittingId, number: 1, chosen: [1], text: '' })).toMatchObject({
    reason: 'submitted',
  });
  const [row] = (await call('exam.get', { id: 'exam' })).rows;
  expect(row).toMatchObject({ memberId: 'm1', state: 'marked', score: 4, passed: false });
  const [stored] = (await call('record.dump', { record: 'examSitting', unmask: false })) as { endedBy: string }[];
  expect(stored?.endedBy).toBe('time');
});

test('no key reaches the page before the paper is handed in, by any operation that the window calls', async () => {
  const { call, refused, branchId } = await openExamArchive();
  const page = await call('sitting.begin', { examId: 'exam', memberId: 'm1' });
  const { sittingId } = page;
  const answers = [
    page,
    await call('sitting.page', { sittingId }),
    await call('sitting.answer', { sittingId, number: 1, chosen: [0], text: '' }),
    await call('exam.get', { id: 'exam' }),
    await call('exam.list', { branchId }),
    await call('examPaper.list', { branchId }),
  ];
  const sent = JSON.stringify(answers);
  for (const secret of secrets) expect(sent).not.toContain(secret);
  const options = { branchId, year: 2026, asOf: '2026-11-24', recordId: 'paper' };
  const part = {
    kind: 'single' as const,
    count: 1,
    content: null,
    tag: '',
    difficultyFrom: 1,
    difficultyTo: 5,
    points: 1,
  };
  for (const [name, input] of [
    ['question.list', { branchId }],
    ['question.get', { id: 'q1' }],
    ['examPaper.get', { id: 'paper' }],
    ['examPaper.draw', { branchId, parts: [part], seed: 1 }],
    ['sitting.sheet', { sittingId }],
    ['history.list', { record: 'question' }],
    ['history.list', { record: 'examPaper' }],
    ['history.list', {}],
    ['change.get', { number: 1 }],
    ['record.dump', { record: 'question', unmask: false }],
    ['ledger.preview', { id: '92-exam-key', options }],
  ] as const)
    expect([name, await refused(name, input)]).toEqual([
      name,
      { code: 'exam-refused', reason: 'running', detail: '党员m1' },
    ]);
  await call('sitting.submit', { sittingId });
  expect(JSON.stringify(await call('sitting.sheet', { sittingId }))).toContain('甲的解析');
  expect((await call('examPaper.get', { id: 'paper' })).paper.questions).toHaveLength(4);
});

test('marking by key and by hand makes the score, once; the hours, the file and the certificate follow it', async () => {
  const { call, refused, branchId } = await openExamArchive();
  const sit = async (memberId: string, answers: readonly [number, number[], string][]) => {
    const { sittingId } = await call('sitting.begin', { examId: 'exam', memberId });
    for (const [number, chosen, text] of answers) await call('sitting.answer', { sittingId, number, chosen, text });
    await call('sitting.submit', { sittingId });
    return sittingId;
  };
  const first = await sit('m1', [
    [1, [1], ''],
    [2, [0, 2], ''],
    [3, [0], ''],
    [4, [], '答一些'],
  ]);
  await sit('m2', [
    [1, [0], ''],
    [2, [0], ''],
  ]);
  const closing = async () => ({ id: 'exam', revision: (await call('exam.get', { id: 'exam' })).exam.revision });
  expect(await refused('exam.close', await closing())).toMatchObject({ reason: 'unmarked', detail: '党员m1' });
  const sheet = await call('sitting.sheet', { sittingId: first });
  const mark = (points: number, number = 4) => ({
    sittingId: first,
    revision: sheet.revision,
    marks: [{ number, points }],
  });
  expect(await refused('sitting.mark', mark(3.5))).toMatchObject({ fields: { 'marks.0.points': ['too_big'] } });
  expect(await refused('sitting.mark', mark(1, 1))).toMatchObject({ code: 'invalid-input' });
  expect(await call('sitting.mark', mark(2.5))).toMatchObject({ score: 9.5 });
  await call('exam.close', await closing());

  const view = await call('exam.get', { id: 'exam' });
  expect(view.rows.map(({ memberId, state, score, passed }) => [memberId, state, score, passed])).toEqual([
    ['m1', 'marked', 9.5, true],
    ['m2', 'marked', 0, false],
    ['m3', 'absent', null, null],
    ['m4', 'exempt', null, null],
  ]);
  expect(view.counts).toEqual({
    expected: 3,
    taken: 2,
    passed: 1,
    waiting: 0,
    participation: 2 / 3,
    passRate: 1 / 2,
  });
  const hours = async () =>
    (await call('education.hours', { branchId, year: 2026, asOf: '2026-11-24' })).rows.map(({ total }) => total);
  expect(await hours()).toEqual([1, 0, 0, 0]);
  const issued = await call('examCertificate.issue', { examId: 'exam', issuedOn: '2026-11-24' });
  expect(issued.map(({ memberId, number }) => [memberId, number])).toEqual([['m1', '2026-001']]);
  expect(await call('examCertificate.issue', { examId: 'exam', issuedOn: '2026-11-24' })).toEqual([]);
  expect(await call('exam.ofMember', { memberId: 'm1', asOf: '2026-11-24' })).toMatchObject([
    { title: '党章党规党纪知识测试', score: 9.5, passed: true, certificate: '2026-001' },
  ]);

  // Opened again and closed again: the same training, counted once.
  await call('exam.reopen', { ...(await closing()), reason: '核分' });
  await call('exam.close', await closing());
  const trainings = await call('training.list', { branchId });
  expect(trainings).toHaveLength(1);
  expect(
    trainings[0]?.participants.map(({ memberId, score, certificateNumber }) => [memberId, score, certificateNumber]),
  ).toEqual([
    ['m1', 9.5, '2026-001'],
    ['m2', 0, ''],
  ]);
  expect(await hours()).toEqual([1, 0, 0, 0]);

  // A voided number stays taken.
  const [certificate] = await call('examCertificate.list', { branchId });
  await call('examCertificate.void', { id: certificate?.id ?? '', revision: 1, reason: '打印有误' });
  const next = await call('examCertificate.issue', { examId: 'exam', issuedOn: '2026-11-25' });
  expect(next.map(({ number, sequence }) => [number, sequence])).toEqual([['2026-002', 2]]);
});

test('an exam on paper is entered by sums or by questions, and what is entered can be taken away', async () => {
  const { call, refused, branchId } = await openExamArchive();
  await call('exam.save', {
    draft: {
      id: 'p1',
      revision: 0,
      branchId,
      title: '笔试',
      heldOn: '2026-10-20',
      mode: 'paper',
      paperId: 'paper',
      passMark: 6,
    },
  });
  const enter = (memberId: string, total: number | null, marks: { number: number; points: number }[] = []) => ({
    examId: 'p1',
    entries: [{ memberId, total, marks }],
  });
  expect(await refused('sitting.begin', { examId: 'p1', memberId: 'm1' })).toMatchObject({ reason: 'other-mode' });
  expect(await refused('sitting.enter', enter('m1', 10.5))).toMatchObject({
    fields: { 'entries.0.total': ['too_big'] },
  });
  await call('sitting.enter', enter('m1', 7));
  const partly = await call('sitting.enter', enter('m2', null, [{ number: 1, points: 2 }]));
  expect(partly.rows.map(({ state, score }) => [state, score])).toEqual([
    ['marked', 7],
    ['waiting', null],
    ['absent', null],
    ['exempt', null],
  ]);
  const all = [1, 2, 3, 4].map((number) => ({ number, points: 1 }));
  expect((await call('sitting.enter', enter('m2', null, all))).rows[1]).toMatchObject({ score: 4, passed: false });
  expect((await call('sitting.enter', enter('m1', null))).rows[0]).toMatchObject({ state: 'absent' });
  // By the letters of the answer sheet the key marks; what is written out is marked by hand.
  const byLetters = (answers: object[], marks: object[] = []) => ({
    examId: 'p1',
    entries: [{ memberId: 'm2', total: null, marks, answers }],
  });
  expect(await refused('sitting.enter', byLetters([{ number: 4, chosen: [0] }]))).toMatchObject({
    fields: { 'entries.0.answers.0.number': ['marked by hand'] },
  });
  expect(await refused('sitting.enter', byLetters([{ number: 1, chosen: [0, 1] }]))).toMatchObject({
    fields: { 'entries.0.answers.0.chosen': ['out of range'] },
  });
  const letters = [
    { number: 1, chosen: [1] },
    { number: 2, chosen: [0, 2] },
    { number: 3, chosen: [] },
  ];
  const keyed = (await call('sitting.enter', byLetters(letters, [{ number: 4, points: 2 }]) as never)).rows[1];
  expect(keyed).toMatchObject({ score: 8, passed: true });
  const sittingId = keyed?.sittingId ?? '';
  const sheet = await call('sitting.sheet', { sittingId });
  expect(sheet.lines.map(({ chosen, mark }) => [chosen, mark])).toEqual([
    [[1], 2],
    [[0, 2], 4],
    [[], 0],
    [[], 2],
  ]);
  const again = { sittingId, revision: sheet.revision, marks: [], answers: [{ number: 1, chosen: [0] }] };
  expect(await call('sitting.mark', again)).toMatchObject({ score: 6 });
  // A mark by hand stands before the key, until an answer takes its place.
  const hand = { sittingId, revision: sheet.revision + 1, marks: [{ number: 1, points: 1 }] };
  expect(await call('sitting.mark', hand)).toMatchObject({ score: 7 });
  const key = { sittingId, revision: sheet.revision + 2, marks: [], answers: [{ number: 1, chosen: [1] }] };
  expect(await call('sitting.mark', key)).toMatchObject({ score: 8 });
  // A paper from elsewhere: sums only.
  await call('exam.save', {
    draft: {
      id: 'p2',
      revision: 0,
      branchId,
      title: '上级统考',
      heldOn: '2026-10-21',
      mode: 'paper',
      fullMark: 100,
      passMark: 60,
    },
  });
  const [view] = (await call('sitting.enter', { examId: 'p2', entries: [{ memberId: 'm1', total: 88, marks: [] }] }))
    .rows;
  expect(view).toMatchObject({ score: 88, passed: true });
});

test('a paper is fixed once issued: the bank may change, the paper does not; lacking parts are named', async () => {
  const { call, refused, branchId } = await openExamArchive();
  await call('question.save', { draft: { id: 'q1', revision: 1, stem: '改过的题干' }, reason: '更正' });
  expect((await call('examPaper.get', { id: 'paper' })).paper.questions[0]?.stem).toBe('密钥甲题');
  expect(await refused('examPaper.save', { draft: { id: 'paper', revision: 2, seed: 8 } })).toMatchObject({
    reason: 'paper-issued',
  });
  expect(await refused('question.remove', { id: 'q1', revision: 2, reason: '不用' })).toMatchObject({
    code: 'record-in-use',
  });
  const part = { content: null, tag: '', difficultyFrom: 1, difficultyTo: 5, points: 1 };
  await call('examPaper.save', {
    draft: {
      id: 'short',
      revision: 0,
      branchId,
      title: '缺题卷',
      seed: 1,
      parts: [
        { ...part, kind: 'single', count: 1 },
        { ...part, kind: 'short', count: 3 },
      ],
    },
  });
  expect(await refused('examPaper.issue', { id: 'short', revision: 1 })).toEqual({
    code: 'questions-lacking',
    parts: [{ part: 1, wanted: 3, found: 1 }],
  });
  await call('question.save', { draft: { id: 'q2', revision: 1, retiredOn: '2026-11-24' } });
  const { questions, usedIds } = await call('question.list', { branchId });
  expect([questions.map(({ id }) => id), usedIds.length]).toEqual([['q1', 'q3', 'q4'], 4]);
});

test.each([
  ['options', { options: ['甲'], correct: [0] }],
  ['options', { options: ['甲', '甲 '], correct: [0] }],
  ['correct', { correct: [] }],
  ['correct', { correct: [0, 1] }],
  ['correct', { correct: [5] }],
  ['stem', { stem: '？？' }],
])('a question that is wrong in %s is refused by the name of the field', async (field, wrong) => {
  const { refused, branchId } = await openExamArchive();
  const draft = {
    id: 'x',
    revision: 0,
    branchId,
    kind: 'single',
    stem: '新题',
    options: ['甲', '乙'],
    correct: [0],
    ...wrong,
  };
  const failure = await refused('question.save', { draft });
  expect(failure).toMatchObject({ code: 'invalid-input', fields: { [field]: expect.anything() } });
});

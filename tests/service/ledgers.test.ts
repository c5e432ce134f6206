import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LedgerOptions } from '../../contract/ledger.ts';
import { ledgers } from '../../templates/ledgers/index.ts';
import { exportLedgers, ledgerRows, options, sheetRows, temporaryFolder, workbookText } from './ledger-files.ts';
import {
  heldOn,
  ids,
  meetingDraft,
  openMeetingArchive,
  person,
  states,
  stay as stayHere,
  vote,
} from './meeting-archive.ts';
import { addGroups, idNumber, jing, stay } from './member-fixtures.ts';
import { openTestArchive } from './open-archive.ts';

const all = ledgers.map(({ id }) => id);

describe('an archive with one branch and nobody in it', () => {
  test('every ledger is written in both formats, with its head and 无', async () => {
    const archive = await openTestArchive();
    const { files, paths } = await exportLedgers(archive, all, { formats: ['xlsx', 'pdf'] });
    expect(files).toHaveLength(all.length * 2);
    for (const ledger of ledgers) {
      const index = files.findIndex(({ id, format }) => id === ledger.id && format === 'xlsx');
      const path = paths[index] ?? '';
      const text = workbookText(path);
      expect(text).toContain(ledger.kind === 'table' || ledger.number === 1 ? '中共临江社区第二支部委员会' : '无');
      if (ledger.kind === 'table' && ledger.number !== 17) expect(text).toContain(ledger.emptyText);
    }
  });

  test('the list says what is missing, and counts no people', async () => {
    const archive = await openTestArchive();
    const list = await archive.call('ledger.list', options);
    expect(list.map(({ id }) => id)).toEqual(all);
    expect(list.find(({ number }) => number === 3)).toMatchObject({ entries: 0, lacks: [] });
    const profile = list.find(({ number }) => number === 1);
    expect(profile?.lacks).toContainEqual({ title: '上级党组织', count: 1 });
    const board = list.find(({ number }) => number === 17);
    expect(board?.lacks).toContainEqual({ title: '支委会', count: 10 });
  });
});

describe('党员花名册', () => {
  async function roster() {
    const archive = await openTestArchive();
    await addGroups(archive, '第一党小组', '第二党小组');
    await archive.call('member.save', {
      draft: { ...jing, education: '21', degree: '4', memberships: [stay({ groupId: 'group-1' })] },
    });
    const others = [
      { id: 'm2', name: '买买提·艾力', ethnicity: '05', joinedOn: '1998-05', confirmedOn: '1999-05' },
      { id: 'm3', name: '周昇', joinedOn: '2026-01-10', confirmedOn: null },
      {
        id: 'm4',
        name: '李建国',
        memberships: [stay({ id: 'stay-4', to: '2026-06-30', leaveKind: 'transferred-out' })],
      },
      { id: 'a1', name: '申请人', joinedOn: null, confirmedOn: null },
    ];
    for (const { memberships, ...other } of others) {
      const draft = { ...person(other.id), memberships: memberships ?? [stay({ id: `stay-${other.id}` })], ...other };
      await archive.call('member.save', { draft });
    }
    const post = {
      branchId: 'branch-1',
      termId: null,
      memberId: 'm3',
      title: 'secretary' as const,
      from: '2026-02-01',
    };
    await archive.call('post.save', { draft: { id: 'post-1', revision: 0, ...post } });
    return archive;
  }

  test('rows are the headcount of the day, in the order of posts, with days as precise as they are known', async () => {
    const rows = await ledgerRows(await roster(), '03-member-roster');
    expect(rows.map((row) => row[1])).toEqual(['周昇', '买买提·艾力', '欧阳静']);
    expect(rows[1]?.slice(2, 4)).toEqual([null, '维吾尔族']);
    expect(rows[1]?.slice(10, 13)).toEqual(['1998.05', '1999.05', 27]);
    expect(rows[2]?.slice(1)).toEqual([
      ...['欧阳静', '女', '汉族', '1984.07', null, '大学本科', '学士', `999901********${idNumber.slice(-4)}`, null],
      ...['2010.07', '2011.07', 15, null, null, '第一党小组', '138****5678', '支部组织委员'],
    ]);
  });

  test('a probationary member has no 转正时间 and no 党龄, and lacks neither', async () => {
    const archive = await roster();
    const [first] = await ledgerRows(archive, '03-member-roster');
    expect(first?.slice(10, 15)).toEqual(['2026.01', null, null, null, '支部书记']);
    expect(first?.[17]).toBe('预备党员');
    const state = (await archive.call('ledger.list', options)).find(({ number }) => number === 3);
    expect(state?.entries).toBe(3);
    expect(state?.lacks.find(({ title }) => title === '转正时间')).toBeUndefined();
    expect(state?.lacks).toContainEqual({ title: '公民身份号码', count: 2 });
  });

  test('the roster of an earlier day is the roster of that day', async () => {
    const rows = await ledgerRows(await roster(), '03-member-roster', { asOf: '2025-12-31' });
    expect(rows.map((row) => row[1]).sort()).toEqual(['买买提·艾力', '李建国', '欧阳静'].sort());
  });

  test('totals are counted, not written', async () => {
    const { paths } = await exportLedgers(await roster(), ['03-member-roster']);
    const total = sheetRows(paths[0] ?? '').find((row) => row[0] === '合计');
    expect(String(total?.[2]).split('\n')).toEqual([
      '党员 3 人，其中正式党员 2 人、预备党员 1 人；女 1 人，少数民族 1 人。',
      '正式党员占 66.7%，女党员占 33.3%；35岁及以下 0 人，占 0.0%；大专及以上 1 人，占 33.3%。',
    ]);
  });

  test('a roster of chosen people has them alone, and its title and file say so', async () => {
    const archive = await roster();
    const { paths, files } = await exportLedgers(archive, ['03-member-roster', '05-groups'], {
      options: { ...options, people: ['m2', 'm3'] },
    });
    expect(files[0]?.name).toBe('03-党员花名册（选定 2 人）-2026年度.xlsx');
    const text = workbookText(paths[0] ?? '');
    expect(text).toContain('党员花名册（选定 2 人）');
    expect(text).toContain('买买提·艾力');
    expect(text).not.toContain('欧阳静');
    expect(workbookText(paths[1] ?? '')).toContain('欧阳静');
  });

  test('numbers are shown in full only when asked for, and the export is in the history', async () => {
    const archive = await roster();
    const shown = { ...options, unmask: true } as unknown as LedgerOptions;
    const { paths } = await exportLedgers(archive, ['03-member-roster'], { options: shown });
    const row = sheetRows(paths[0] ?? '').find((each) => each[1] === '欧阳静');
    expect([row?.[8], row?.[16]]).toEqual([idNumber, '13812345678']);
    const { entries } = await archive.call('history.list', {});
    expect(entries[0]).toMatchObject({
      action: 'export',
      part: 'ledger',
      recordId: 'branch-1',
      operation: 'ledger.export',
    });
    expect(JSON.stringify(entries[0])).toContain('unmask');
  });

  test('groups are listed with their members, and who is in none is told', async () => {
    const archive = await roster();
    const { paths } = await exportLedgers(archive, ['05-groups']);
    const rows = sheetRows(paths[0] ?? '');
    expect(rows.filter((row) => typeof row[0] === 'number').map((row) => row.slice(1, 5))).toEqual([
      ['第一党小组', null, '欧阳静', 1],
      ['第二党小组', null, null, 0],
    ]);
    expect(rows.find((row) => row[0] === '合计')?.[2]).toBe('党小组 2 个，编入党小组的党员 1 人，未编入党小组 2 人');
  });
});

test('a list of the window is printed whole and in its order, its rare characters named, and stands in the history', async () => {
  const archive = await openTestArchive();
  const rows = Array.from({ length: 90 }, (_, index) => [`党员${index + 1}`, '999901********0166', '正式']);
  const list = {
    branchId: archive.branchId,
    asOf: '2026-11-24',
    title: '党员名单',
    note: '截至 2026-11-24，正式',
    columns: ['姓名', '公民身份号码', '类别'],
    rows: [...rows, ['𠮷田㐂䶮', '', '正式']],
  };
  const { pages, missing } = await archive.call('list.pages', list);
  const texts = pages.map(({ marks }) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])));
  const names = texts.flat().filter((text) => /^党员\d+$/.test(text));
  expect(names).toEqual(rows.map(([name]) => name));
  expect(texts[0]).toContain('截至 2026-11-24，正式');
  expect(texts.length).toBeGreaterThan(1);
  for (const page of texts) expect(page).toContain('公民身份号码');
  expect([...texts.flat().join(''), ...missing.map(({ character }) => character)]).toContain('𠮷');
  const { entries } = await archive.call('history.list', {});
  expect(entries[0]).toMatchObject({ action: 'export', part: 'list', operation: 'list.pages' });
});

describe('meeting ledgers', () => {
  async function meetings() {
    const archive = await openMeetingArchive(7, 1);
    const attendance = [...states([...ids('m', 1, 5), 'p1']), ...states(['m6'], 'leave'), ...states(['m7'], 'absent')];
    const leave = attendance.map((entry) => (entry.memberId === 'm6' ? { ...entry, reason: '因病' } : entry));
    const resolution = { id: 'r1', text: '同意接收', responsibleId: 'm1', responsibleName: '', dueOn: '2026-12-01' };
    await archive.call('meeting.save', {
      draft: meetingDraft({
        types: ['members-meeting', 'party-lesson'],
        attendance: leave,
        votes: [vote({ inFavour: 4, against: 1, abstain: 0, recordedResult: 'passed' })],
        resolutions: [{ ...resolution, doneOn: null, outcome: '' }],
        lessonTopic: '学习党章',
        lecturer: '党员m1',
        lecturerPost: '书记',
        studyHours: 1.5,
        speeches: [{ memberId: 'm2', name: '党员m2', text: '我同意。' }],
      }),
    });
    await archive.call('meeting.save', {
      draft: meetingDraft({ id: 'meeting-2', types: ['members-meeting'], heldOn: '2026-03-02', title: '一季度大会' }),
    });
    return archive;
  }

  test('one input stands in every ledger it belongs to; who is absent is named with the reason', async () => {
    const archive = await meetings();
    const rows = await ledgerRows(archive, '13-members-meetings');
    expect(rows[1]?.slice(1)).toEqual([
      ...['2026.11.20', '讨论接收预备党员', '党员m1', '党员m2', 8, 6],
      ...['党员m6（请假：因病）、党员m7（缺席）', '同意接收', null],
    ]);
    const lessons = await ledgerRows(archive, '16-party-lessons');
    expect(lessons).toEqual([[1, '2026.11.20', '学习党章', '党员m1（书记）', null, 8, 6, 1.5, null]]);
  });

  test('attendance that is not registered is unknown, not zero, and 补记 is printed', async () => {
    const [late] = await ledgerRows(await meetings(), '13-members-meetings');
    // The probationary member was admitted three days later.
    expect(late?.slice(5, 7)).toEqual([7, null]);
    expect(late?.[2]).toBe('讨论接收预备党员（补记，2026.11.24 录入）');
  });

  test('attendance by month: who had to come and who came', async () => {
    const rows = await ledgerRows(await meetings(), '21-attendance');
    const absent = rows.find((row) => row[1] === '党员m7');
    expect(absent?.slice(2)).toEqual([...Array(10).fill(null), '0/1', null, 1, 0, 0, 1, 0]);
    const present = rows.find((row) => row[1] === '党员m1');
    expect(present?.slice(12)).toEqual(['1/1', null, 1, 1, 0, 0, 1]);
  });

  test('三会一课: held by month, and a month that lacks what was due says so', async () => {
    const rows = await ledgerRows(await meetings(), '17-regular-meetings');
    expect(rows).toHaveLength(12);
    expect(rows[10]?.slice(1, 7)).toEqual(['11月', 1, 0, 0, 1, 0]);
    expect(rows[5]?.[8]).toBe('未达标：缺党员大会、支委会、党课、主题党日');
    expect(rows[2]?.[7]).toBe(1);
    expect(rows[11]?.slice(2, 9)).toEqual(Array(7).fill(null));
  });

  test('minutes print the vote with its arithmetic and nothing that was not said', async () => {
    const archive = await meetings();
    const { paths } = await exportLedgers(archive, ['20-meeting-minutes']);
    const text = workbookText(paths[0] ?? '');
    expect(text).toContain('支部党员大会、党课');
    expect(text).toContain('2026 年第 2 次');
    expect(text).toContain('实到有表决权 5 人，应到 7 人（5 > 3.5），会议有效。赞成 4 票，基数 7（4 > 3.5），通过。');
    expect(text).toContain('党员m2：我同意。');
    expect(text).toContain('一、议题');
    expect(text).not.toContain('不同意见');
    expect(text).toContain('补记');
  });

  test('the sign-in sheet names who is expected that day, and a plan is printed beforehand', async () => {
    const archive = await meetings();
    await archive.call('meeting.save', {
      draft: meetingDraft({ id: 'plan', heldOn: '2026-12-18', title: '年终大会', attendance: [] }),
    });
    const { paths } = await exportLedgers(archive, ['19-sign-in-sheets']);
    const text = workbookText(paths[0] ?? '');
    expect(text).toContain('年终大会');
    expect(text.match(/党员p1/g)).toHaveLength(2);
    expect(text).toContain('请假：因病');
    expect((await ledgerRows(archive, '13-members-meetings')).map((row) => row[1])).not.toContain('2026.12.18');
  });

  test('a voided meeting stands in no ledger', async () => {
    const archive = await meetings();
    await archive.call('meeting.void', { id: 'meeting-1', revision: 1, reason: '重复登记' });
    const rows = await ledgerRows(archive, '13-members-meetings');
    expect(rows.map((row) => row[1])).toEqual(['2026.03.02']);
  });

  test('the work log has all events of the year in order', async () => {
    const archive = await meetings();
    const entry = { id: 'log-1', revision: 0, branchId: 'branch-1', happenedOn: '2026-03-18', title: '街道检查台账' };
    await archive.call('workLogEntry.save', { draft: entry });
    const rows = await ledgerRows(archive, '41-work-log');
    expect(rows.map((row) => row.slice(1, 4))).toEqual([
      ['2026.03.02', '党员大会', '一季度大会'],
      ['2026.03.05', '接收预备党员', '党员p1'],
      ['2026.03.18', '日常工作', '街道检查台账'],
      ['2026.11.20', '党员大会、党课', '第四季度支部党员大会'],
    ]);
  });
});

test('民主评议: grades and polls as entered, shares of all full members, probationary members not graded', async () => {
  const archive = await openMeetingArchive(3, 1);
  const blank = { selfGrade: null, mutualGrade: null, decidedGrade: null, notTakenPartReason: '', note: '' };
  const poll = { pollExcellent: 2, pollQualified: 1, pollBasicallyQualified: 0, pollUnqualified: 0 };
  const entries = ['m1', 'm2', 'm3', 'p1'].map((memberId) => ({ memberId, ...blank, ...poll }));
  const decided = entries.map((entry) => ({
    ...entry,
    decidedGrade:
      entry.memberId === 'm1' ? ('excellent' as const) : entry.memberId === 'm2' ? ('qualified' as const) : null,
  }));
  await archive.call('appraisal.save', {
    draft: { id: 'a1', revision: 0, branchId: 'branch-1', year: 2026, heldOn, entries: decided },
  });
  const { paths } = await exportLedgers(archive, ['24-appraisal-summary']);
  const rows = sheetRows(paths[0] ?? '');
  const row = (name: string) => rows.find((each) => each[1] === name);
  expect(row('党员m1')?.slice(7)).toEqual([2, 1, 0, 0, '优秀', null]);
  expect(row('党员p1')?.slice(11)).toEqual([null, '预备党员，不定等次']);
  const total = String(rows.find((each) => each[0] === '合计')?.[2]);
  expect(total).toContain('优秀 1 人（33.3%），合格 1 人（33.3%）');
  expect(total).toContain('未定等次 1 人');
  expect(total).toContain('应参评 4 人，参评 4 人，参评率 100.0%');
  expect(total).toContain('正式党员 3 人，最多 1 人');
  const state = (await archive.call('ledger.list', options)).find(({ number }) => number === 24);
  expect(state?.lacks).toContainEqual({ title: '评定等次', count: 1 });
});

test('民主评议: the people are those of the day it was held, whoever left or came since', async () => {
  const archive = await openMeetingArchive(3);
  const blank = { selfGrade: null, mutualGrade: null, notTakenPartReason: '', note: '' };
  const poll = { pollExcellent: null, pollQualified: null, pollBasicallyQualified: null, pollUnqualified: null };
  const entries = ['m1', 'm2', 'm3'].map((memberId) => ({
    memberId,
    ...blank,
    ...poll,
    decidedGrade: memberId === 'm3' ? ('excellent' as const) : ('qualified' as const),
  }));
  await archive.call('appraisal.save', {
    draft: { id: 'a1', revision: 0, branchId: 'branch-1', year: 2026, heldOn, entries },
  });
  const left = stayHere('m3', { to: '2026-11-22', leaveKind: 'transferred-out', reason: '工作调动' });
  await archive.call('member.save', { draft: { id: 'm3', revision: 1, memberships: [left] } });
  const came = stayHere('m4', { from: '2026-11-23', entryKind: 'transferred-in' });
  await archive.call('member.save', { draft: person('m4', { memberships: [came] }) });
  const { paths } = await exportLedgers(archive, ['24-appraisal-summary']);
  const rows = sheetRows(paths[0] ?? '');
  expect(rows.filter((row) => String(row[1]).startsWith('党员m')).map((row) => [row[1], row[11]])).toEqual([
    ['党员m1', '合格'],
    ['党员m2', '合格'],
    ['党员m3', '优秀'],
  ]);
  const total = String(rows.find((each) => each[0] === '合计')?.[2]);
  expect(total).toContain('优秀 1 人（33.3%），合格 2 人（66.7%）');
  expect(total).toContain('正式党员 3 人，最多 1 人');
});

describe('exporting', () => {
  test('both formats and the preview are made from the same value', async () => {
    const archive = await openMeetingArchive(3);
    const preview = await archive.call('ledger.preview', { id: '03-member-roster', options });
    expect(preview).toMatchObject({ number: 1, pages: 1, missing: [] });
    const texts = preview.page.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    expect(texts).toContain('2026年度中共临江社区第二支部委员会党员花名册');
    expect(texts).toContain('党员m3');
    const { files } = await exportLedgers(archive, ['03-member-roster'], { formats: ['pdf', 'xlsx'] });
    expect(files.map(({ name }) => name)).toEqual(['03-党员花名册-2026年度.pdf', '03-党员花名册-2026年度.xlsx']);
    for (const { bytes } of files) expect(bytes).toBeGreaterThan(5000);
  });

  test('the card of a person has trainings, honours and discipline, dues and transfers up to the day', async () => {
    const archive = await openTestArchive();
    await archive.call('member.save', { draft: { ...person('m1'), memberships: [stay({ id: 'stay-1' })] } });
    const scope = { revision: 0, branchId: 'branch-1' };
    const training = {
      ...{ ...scope, year: 2026, title: '书记轮训', startedOn: '2026-05-12', endedOn: '2026-05-14' },
      participants: [{ memberId: 'm1', hours: null, passed: true, score: null, certificateNumber: '轮训-7' }],
    };
    await archive.call('training.save', { draft: { ...training, id: 't1' } });
    await archive.call('honour.save', {
      draft: { ...scope, id: 'h1', memberId: 'm1', grantedOn: '2026-07-01', title: '优秀共产党员' },
    });
    await archive.call('honour.save', {
      draft: { ...scope, id: 'h2', memberId: null, grantedOn: '2026-07-01', title: '先进基层党组织' },
    });
    const discipline = { ...scope, memberId: 'm1', kind: 'warning' as const, cause: '违反会议纪律' };
    await archive.call('discipline.save', { draft: { ...discipline, id: 'd1', decidedOn: '2026-08-01' } });
    await archive.call('discipline.save', { draft: { ...discipline, id: 'd2', decidedOn: '2026-11-24' } });
    const { paths } = await exportLedgers(archive, ['04-member-card'], { options: { ...options, asOf: '2026-11-01' } });
    const text = workbookText(paths[0] ?? '');
    // Three days of 集中培训 by the conversion rule.
    for (const part of ['书记轮训', '轮训-7', '24', '优秀共产党员', '警告', '组织关系转接'])
      expect(text).toContain(part);
    expect(text).not.toContain('先进基层党组织');
    expect(text.match(/警告/g)).toHaveLength(1);
  });

  test('a character that no typeface has is named with its file and place', async () => {
    const archive = await openTestArchive();
    await archive.call('member.save', { draft: { ...person('m1'), name: '李𤰉' } });
    const { missing } = await exportLedgers(archive, ['03-member-roster'], { formats: ['pdf'] });
    expect(missing).toEqual([{ file: '03-党员花名册-2026年度.pdf', character: '𤰉', where: '第 1 行“姓名”' }]);
  });

  test('a file that is there is not replaced unless told to, and nothing else is written', async () => {
    const archive = await openMeetingArchive(1);
    const folder = temporaryFolder();
    writeFileSync(join(folder, '05-党小组设置及成员名册-2026年度.xlsx'), 'mine');
    const order = { ids: ['03-member-roster', '05-groups'], formats: ['xlsx' as const], options };
    const grant = () => archive.service.grant(folder, 'write-folder');
    expect(await archive.refused('ledger.export', { ...order, folder: grant() })).toEqual({
      code: 'file-unwritable',
      file: '05-党小组设置及成员名册-2026年度.xlsx',
      reason: 'exists',
    });
    expect(readdirSync(folder)).toHaveLength(1);
    await archive.call('ledger.export', { ...order, replace: true, folder: grant() });
    expect(readdirSync(folder)).toHaveLength(2);
    expect(readFileSync(join(folder, '05-党小组设置及成员名册-2026年度.xlsx')).subarray(0, 2).toString()).toBe('PK');
  });

  test('a cancel keeps only files that are whole', async () => {
    const archive = await openMeetingArchive(2);
    const folder = temporaryFolder();
    const controller = new AbortController();
    const progress = ({ done }: { done: number }) => done === 2 && controller.abort();
    const result = await archive.service.call(
      'ledger.export',
      { ids: all, formats: ['xlsx', 'pdf'], options, folder: archive.service.grant(folder, 'write-folder') },
      { signal: controller.signal, progress },
    );
    expect(result).toEqual({ ok: false, failure: { code: 'cancelled' } });
    const files = readdirSync(folder);
    expect(files.length).toBeGreaterThanOrEqual(2);
    expect(files.length).toBeLessThan(all.length * 2);
    expect(files.filter((name) => !/\.(xlsx|pdf)$/.test(name))).toEqual([]);
  });

  test('a ledger or branch that does not exist, and a token of another kind, are refused', async () => {
    const archive = await openTestArchive();
    const folder = () => archive.service.grant(temporaryFolder(), 'write-folder');
    const order = { ids: ['03-member-roster'], formats: ['xlsx'], options };
    expect(await archive.refused('ledger.export', { ...order, ids: ['99-nothing'], folder: folder() })).toMatchObject({
      code: 'no-such-record',
      record: 'ledger',
    });
    const elsewhere = { ...options, branchId: 'nowhere' };
    expect(await archive.refused('ledger.list', elsewhere)).toMatchObject({ code: 'no-such-record', record: 'branch' });
    const file = archive.service.grant(temporaryFolder(), 'read-folder');
    expect(await archive.refused('ledger.export', { ...order, folder: file })).toEqual({ code: 'no-such-grant' });
  });
});

test('a ledger is of the branch as it was called on its day', async () => {
  const { call, refused, branchId } = await openTestArchive();
  const { revision, fullName } = await call('branch.get', { id: branchId });
  const former = { fullName: '中共临江村支部委员会', code: '', superiorName: '临江乡党委' };
  const twice = [
    { ...former, to: '2025-06-30' },
    { ...former, to: '2025-06-30' },
  ];
  expect(await refused('branch.save', { draft: { id: branchId, revision, formerNames: twice } })).toMatchObject({
    fields: { 'formerNames.1.to': ['twice'] },
  });
  await call('branch.save', { draft: { id: branchId, revision, formerNames: twice.slice(1) } });
  const titleOn = async (asOf: string) => {
    const { page } = await call('ledger.preview', {
      id: '05-groups',
      options: { ...options, branchId, year: 2025, asOf },
    });
    return page.marks.map((mark) => ('text' in mark ? mark.text : '')).join('');
  };
  expect(await titleOn('2025-06-30')).toContain('2025年度中共临江村支部委员会党小组');
  expect(await titleOn('2025-07-01')).toContain(`2025年度${fullName}党小组`);
});

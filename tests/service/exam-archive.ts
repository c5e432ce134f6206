import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Failure } from '../../contract/failure.ts';
import type { OperationName, Output, Wire } from '../../contract/operations.ts';
import { createService } from '../../service/service.ts';
import { passphrase, testKeyCost } from './open-archive.ts';

/** An archive of four members (m4 exempt), a bank, an issued paper and an exam on screen, with a clock to be moved. */
export async function openExamArchive() {
  const root = mkdtempSync(join(tmpdir(), 'zhibu-exam-'));
  const folder = join(root, '考试.zhibu');
  let now = new Date('2026-11-24T09:00:00');
  const open = () => createService({ now: () => now, keyCost: testKeyCost, checkAnswers: true });
  let service = open();
  onTestFinished(() => {
    service.stop();
    rmSync(root, { recursive: true, force: true });
  });
  const call = async <Name extends OperationName>(name: Name, input: Wire<Name>): Promise<Output<Name>> => {
    const result = await service.call(name, input);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`);
    return result.value as Output<Name>;
  };
  const refused = async (name: OperationName, input: unknown): Promise<Failure> => {
    const result = await service.call(name, input);
    if (result.ok) throw new Error(`${name} was not refused`);
    return result.failure;
  };
  const branchId = 'branch-1';
  const { recoveryCode } = await call('archive.create', {
    folder: service.grant(folder, 'write-folder'),
    name: '测试支部',
    person: '欧阳静',
    passphrase,
    branch: { id: branchId, revision: 0, fullName: '中共临江社区第二支部委员会' },
  });
  await call('archive.confirmRecoveryCode', { positions: [0, 1], groups: recoveryCode.split('-').slice(0, 2) });
  for (const id of ['m1', 'm2', 'm3', 'm4'])
    await call('member.save', {
      draft: {
        id,
        revision: 0,
        name: `党员${id}`,
        joinedOn: '2010-05-01',
        confirmedOn: '2011-05-01',
        memberships: [
          {
            id: `s-${id}`,
            branchId,
            groupId: null,
            from: '2012-01-01',
            entryKind: 'registered',
            to: null,
            leaveKind: null,
            reason: '',
          },
        ],
        ...(id === 'm4' && {
          statuses: [
            { id: 'e4', kind: 'attendance-exempt', from: '2020', to: null, detail: '', reason: '', documentNumber: '' },
          ],
        }),
      },
    });
  const of = { revision: 0, branchId };
  await call('question.save', {
    draft: {
      ...of,
      id: 'q1',
      kind: 'single',
      stem: '密钥甲题',
      options: ['甲一', '甲二'],
      correct: [1],
      explanation: '甲的解析',
    },
  });
  await call('question.save', {
    draft: { ...of, id: 'q2', kind: 'multiple', stem: '密钥乙题', options: ['乙一', '乙二', '乙三'], correct: [0, 2] },
  });
  await call('question.save', { draft: { ...of, id: 'q3', kind: 'true-false', stem: '密钥丙题', correct: [0] } });
  await call('question.save', {
    draft: { ...of, id: 'q4', kind: 'short', stem: '密钥丁题', referenceAnswer: '丁的参考答案' },
  });
  const part = { count: 1, content: null, tag: '', difficultyFrom: 1, difficultyTo: 5 };
  await call('examPaper.save', {
    draft: {
      ...of,
      id: 'paper',
      title: '测试卷',
      seed: 7,
      parts: [
        { ...part, kind: 'single', points: 2 },
        { ...part, kind: 'multiple', points: 4 },
        { ...part, kind: 'true-false', points: 1 },
        { ...part, kind: 'short', points: 3 },
      ],
    },
  });
  await call('examPaper.issue', { id: 'paper', revision: 1 });
  await call('exam.save', {
    draft: {
      ...of,
      id: 'exam',
      title: '党章党规党纪知识测试',
      heldOn: '2026-11-24',
      contents: ['party-rules'],
      paperId: 'paper',
      passMark: 6,
      durationMinutes: 30,
    },
  });
  return {
    call,
    refused,
    branchId,
    /** Moves the clock of the engine by minutes. */
    later: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    /** The program ends without a word and is started again. */
    crash: async () => {
      service.stop();
      service = open();
      await call('archive.open', { folder: service.grant(folder, 'read-folder'), passphrase });
    },
    grant: (path: string, mode: 'read-file' | 'write-file' | 'write-folder') => service.grant(path, mode),
    root,
  };
}

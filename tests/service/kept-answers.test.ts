import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { createService, type Service } from '../../service/service.ts';
import { passphrase, testKeyCost } from './open-archive.ts';

const today = '2026-11-24';
const branchId = 'branch-1';
const year = { branchId, year: 2026, asOf: today };

/** What the engine keeps something for, or builds on what it keeps. */
const questions: [name: string, input: object][] = [
  ['member.list', { asOf: today }],
  ['meeting.list', { branchId }],
  ['meeting.board', year],
  ['appraisal.list', { branchId }],
  ['due.list', { branchId, asOf: today }],
  ['dues.grid', year],
  ['dues.balance', { branchId, from: '2026-01-01', to: today }],
  ['education.hours', year],
  ['developmentCase.wall', { branchId, asOf: today }],
  ['ledger.list', year],
];

function newEngine(): Service {
  return createService({ keyCost: testKeyCost, now: () => new Date(`${today}T10:00:00`) });
}

async function demand<Value>(service: Service, name: string, input: object): Promise<Value> {
  const result = await service.call(name, input);
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`);
  return result.value as Value;
}

async function answersOf(service: Service) {
  const answers: Record<string, unknown> = {};
  for (const [name, input] of questions) answers[name] = structuredClone(await demand(service, name, input));
  return answers;
}

type Row = { id: string; revision: number };
type Change = (service: Service, pick: number) => Promise<unknown>;

async function rowsOf(service: Service, name: string, input: object = {}): Promise<Row[]> {
  const value = await demand<Row[] | { rows: Row[] }>(service, name, input);
  return Array.isArray(value) ? value : value.rows;
}

/** Changes of every kind of record that something kept is made of. */
const changes: Record<string, Change> = {
  async member(service, pick) {
    const [row] = (await rowsOf(service, 'member.list', { asOf: today })).slice(pick);
    if (row === undefined) return;
    const draft = {
      id: row.id,
      revision: row.revision,
      name: `改名${pick}`,
      confirmedOn: `2020-0${(pick % 9) + 1}-01`,
    };
    return await service.call('member.save', { draft, reason: '更正' });
  },
  async meeting(service, pick) {
    const rows = (await rowsOf(service, 'meeting.list')) as (Row & { isSigned: boolean })[];
    const row = rows.filter(({ isSigned }) => !isSigned)[pick % 5];
    if (row === undefined) return;
    const draft = { id: row.id, revision: row.revision, attendance: [], chairName: `主持${pick}` };
    return await service.call('meeting.save', { draft });
  },
  async voiding(service, pick) {
    const row = (await rowsOf(service, 'meeting.list'))[pick];
    return row && (await service.call('meeting.void', { id: row.id, revision: row.revision, reason: '重复' }));
  },
  async payment(service, pick) {
    const row = (await rowsOf(service, 'duesPayment.list', { branchId }))[pick];
    if (row === undefined) return;
    return await service.call('duesPayment.remove', { id: row.id, revision: row.revision, reason: '误记' });
  },
  async fixing(service, pick) {
    const value = await demand<{ fixing: Row }[]>(service, 'duesFixing.list', { branchId, year: 2026 });
    const row = value[pick]?.fixing;
    return row && (await service.call('duesFixing.remove', { id: row.id, revision: row.revision, reason: '误记' }));
  },
  async post(service, pick) {
    const row = (await rowsOf(service, 'post.list', { branchId, asOf: today }))[pick % 3];
    return (
      row &&
      (await service.call('post.save', { draft: { id: row.id, revision: row.revision, to: `2026-11-${10 + pick}` } }))
    );
  },
  async group(service, pick) {
    const row = (await rowsOf(service, 'group.list', { branchId }))[pick % 2];
    return (
      row && (await service.call('group.save', { draft: { id: row.id, revision: row.revision, name: `小组${pick}` } }))
    );
  },
  async training(service, pick) {
    const [row] = await rowsOf(service, 'training.list', { branchId });
    const draft = { id: row?.id, revision: row?.revision, hours: pick + 1, title: `培训${pick}` };
    return row && (await service.call('training.save', { draft }));
  },
  async honour(service, pick) {
    const row = (await rowsOf(service, 'honour.list', { branchId }))[pick % 2];
    return row && (await service.call('honour.remove', { id: row.id, revision: row.revision, reason: '误记' }));
  },
  async talk(service, pick) {
    const row = (await rowsOf(service, 'talk.list', { branchId }))[pick];
    return row && (await service.call('talk.remove', { id: row.id, revision: row.revision, reason: '误记' }));
  },
  async sitting(service, pick) {
    const exams = () => demand<{ exam: Row & { mode: string } }[]>(service, 'exam.list', { branchId });
    const members = await rowsOf(service, 'member.list', { asOf: today });
    const entries = [{ memberId: members[pick]?.id, total: 60 + pick, marks: [] }];
    const onPaper = (await exams()).find(({ exam }) => exam.mode === 'paper');
    return onPaper && (await service.call('sitting.enter', { examId: onPaper.exam.id, entries }));
  },
  async attachment(service, pick) {
    const [counted] = (await rowsOf(service, 'attachment.counts', { record: 'meeting' })) as unknown as {
      recordId: string;
    }[];
    const about = { record: 'meeting', recordId: counted?.recordId };
    const row = (await rowsOf(service, 'attachment.list', about))[pick % 2];
    return row && (await service.call('attachment.remove', { id: row.id, revision: row.revision, reason: '误附' }));
  },
  async workLog(service, pick) {
    const draft = { revision: 0, branchId, happenedOn: today, title: `记事${pick}` };
    return await service.call('workLogEntry.save', { draft: { ...draft, id: `entry-${pick}` } });
  },
  setting: (service, pick) =>
    service.call('setting.save', {
      draft: {
        id: `setting-${pick}`,
        revision: 0,
        key: 'dues.back-payment-months',
        value: pick + 1,
        validFrom: `20${10 + pick}-01-01`,
        source: '测试',
      },
    }),
};

/** Every kind of change once, in some order, each of some record. */
const pickedChanges = fc
  .tuple(
    fc.shuffledSubarray(Object.keys(changes), { minLength: Object.keys(changes).length }),
    fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
  )
  .map(([kinds, picks]) => kinds.map((kind) => ({ kind, pick: picks.next().value as number })));

test('an engine that has answered before answers after any change as a new engine does', {
  timeout: 120_000,
}, async () => {
  const root = mkdtempSync(join(tmpdir(), 'zhibu-kept-'));
  const folder = join(root, '演示.zhibu');
  let service = newEngine();
  onTestFinished(() => {
    service.stop();
    rmSync(root, { recursive: true });
  });
  const input = { folder: service.grant(folder, 'write-folder'), person: '演示', passphrase };
  await demand(service, 'archive.createDemo', { ...input, members: 14, years: 1, seed: 1 });
  const done = new Set<string>();
  await fc.assert(
    fc.asyncProperty(pickedChanges, async (picked) => {
      await answersOf(service);
      let answers = {};
      for (const { kind, pick } of picked) {
        const result = (await changes[kind]?.(service, pick)) as { ok: boolean } | undefined;
        if (result?.ok) done.add(kind);
        answers = await answersOf(service);
      }
      service.stop();
      service = newEngine();
      await demand(service, 'archive.open', { folder: service.grant(folder, 'read-folder'), passphrase });
      expect(await answersOf(service)).toEqual(answers);
    }),
    { numRuns: 3 },
  );
  // A change that is always refused would prove nothing.
  expect([...done].sort()).toEqual(Object.keys(changes).sort());
});

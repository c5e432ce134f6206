import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RecordName } from '../../contract/history.ts';
import { jing, stay } from './member-fixtures.ts';
import { openTestArchive, type TestArchive } from './open-archive.ts';
import { lastChange, planUndo, undo } from './undoing.ts';

let archive: TestArchive;
let remove = () => {};

beforeAll(async () => {
  archive = await openTestArchive({
    whenDone: (done) => {
      remove = done;
    },
  });
}, 60_000);

afterAll(() => remove());

const records = ['member', 'group', 'meeting', 'honour', 'hardship', 'workLogEntry', 'setting'] as const;
type Saved = (typeof records)[number];
type Fields = Record<string, unknown>;

const days = ['2026-01-05', '2026-03-08', '2026-07-01'];
const texts = ['', '甲', '乙乙'];
const people = ['m1', 'm2'];

/** What a new record of each type is, and what an edit may set. */
const shapes: Record<Saved, { start(id: string): Fields; fields: Record<string, readonly unknown[]> }> = {
  member: {
    start: (id) => ({ ...jing, idNumber: null, memberships: [stay({ id: `stay-${id}` })] }),
    fields: {
      name: ['张三', '李四', '王五'],
      education: [null, '20', '30'],
      note: texts,
      joinedOn: ['2010-07-01', '2011'],
      statuses: [
        [],
        [{ id: 's-a', kind: 'mobile-out', from: '2025-01-01', to: null, detail: '', reason: '', documentNumber: '' }],
      ],
    },
  },
  group: {
    start: () => ({ branchId: 'branch-1', name: '第一党小组', from: '2010-01-01' }),
    fields: { name: ['第一党小组', '第二党小组'], venue: texts, leaderId: [null, ...people] },
  },
  meeting: {
    start: () => ({ branchId: 'branch-1', types: ['members-meeting'], title: '党员大会', heldOn: '2026-07-01' }),
    fields: {
      place: texts,
      heldOn: days,
      attendance: [
        [],
        ...people.map((memberId) => [{ memberId, state: 'present', reason: '', opinionReceivedOn: null }]),
        people.map((memberId) => ({ memberId, state: 'leave', reason: '出差', opinionReceivedOn: null })),
      ],
    },
  },
  honour: {
    start: () => ({
      branchId: 'branch-1',
      grantedOn: '2026-07-01',
      title: '优秀党员',
      level: 'branch',
      authority: '街道党工委',
    }),
    fields: { title: ['优秀党员', '先进个人'], grantedOn: days, memberId: [null, ...people] },
  },
  hardship: {
    start: () => ({ branchId: 'branch-1', memberId: 'm1', category: 'illness', since: '2026-01-01' }),
    fields: { since: days, until: [null, '2026-08-01'], memberId: people, situation: texts },
  },
  workLogEntry: {
    start: () => ({ branchId: 'branch-1', happenedOn: '2026-07-01', title: '走访' }),
    fields: { title: ['走访', '慰问'], content: texts, happenedOn: days },
  },
  setting: {
    start: () => ({ key: 'meeting.late-entry-days', value: 7, validFrom: '2026-01-01', source: '支部决定' }),
    fields: { value: [3, 7, 15], validFrom: days, note: texts },
  },
};

interface Step {
  record: Saved;
  which: number;
  isRemoval: boolean;
  picks: number[];
}

const step: fc.Arbitrary<Step> = fc.record({
  record: fc.constantFrom(...records),
  which: fc.integer({ min: 1, max: 2 }),
  isRemoval: fc.integer({ min: 0, max: 5 }).map((chance) => chance === 0),
  picks: fc.array(fc.nat(20), { minLength: 1, maxLength: 3 }),
});

type Dump = Map<string, Fields>;

/** Everything but the revisions, which only ever grow. */
async function dump(): Promise<Dump> {
  const all: Dump = new Map();
  for (const record of records)
    for (const row of await archive.call('record.dump', { record: record as RecordName, unmask: false })) {
      const { revision: _revision, ...fields } = row;
      all.set(`${record} ${String(row.id)}`, fields);
    }
  return all;
}

async function revisionOf(record: Saved, id: string): Promise<number> {
  const rows = await archive.call('record.dump', { record, unmask: false });
  return Number(rows.find((row) => row.id === id)?.revision ?? 0);
}

const removable: readonly Saved[] = ['honour', 'hardship', 'workLogEntry', 'setting'];

/** One save or removal; `null` when the engine refused it, or only counted a revision. */
async function take({ record, which, isRemoval, picks }: Step): Promise<number | null> {
  const id = record === 'member' ? `m${which}` : `${record}-${which}`;
  const revision = await revisionOf(record, id);
  const before = await lastChange(archive);
  const { start, fields } = shapes[record];
  const names = Object.keys(fields);
  const chosen = picks.flatMap((pick) => {
    const name = names[pick % names.length] ?? '';
    const values = fields[name] ?? [];
    return [[name, values[pick % values.length]] as const];
  });
  const isGone = isRemoval && revision > 0 && removable.includes(record);
  const draft = { ...(revision === 0 ? start(id) : {}), ...Object.fromEntries(chosen), id, revision };
  if (isGone) await archive.service.call(`${record}.remove`, { id, revision, reason: '误录' });
  else await archive.service.call(`${record}.save`, { draft, reason: '' });
  const after = await lastChange(archive);
  if (after === before) return null;
  const { entries } = await archive.call('change.get', { number: after });
  return entries.length > 0 ? after : null;
}

test('undoing the last changes in reverse, and redoing nothing else, brings back what was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 2, maxLength: 8 }),
      fc.integer({ min: 1, max: 8 }),
      async (steps, k) => {
        const states: Dump[] = [await dump()];
        const numbers: number[] = [];
        for (const each of steps) {
          const number = await take(each);
          if (number === null) continue;
          numbers.push(number);
          states.push(await dump());
        }
        const back = numbers.slice(-k).toReversed();
        for (const number of back) await undo(archive, number);
        expect(await dump()).toEqual(states[numbers.length - back.length]);
        const last = back.at(-1);
        if (last === undefined) return;
        // The last undo undone, and done again.
        const { change } = await archive.call('change.get', { number: last });
        await undo(archive, change.undoneBy ?? 0);
        expect(await dump()).toEqual(states[numbers.length - back.length + 1]);
      },
    ),
    { numRuns: 12 },
  );
  expect((await archive.call('archive.verify', {})).ok).toBe(true);
}, 120_000);

test('undoing a change in the middle is refused, or touches exactly its fields', async () => {
  let done = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), fc.nat(20), async (steps, pick) => {
      const numbers: number[] = [];
      for (const each of steps) {
        const number = await take(each);
        if (number !== null) numbers.push(number);
      }
      const number = numbers[pick % Math.max(1, numbers.length)];
      if (number === undefined) return;
      const before = await dump();
      const plan = await planUndo(archive, number);
      if (plan.obstacles.length > 0) {
        expect(await dump()).toEqual(before);
        return;
      }
      await undo(archive, number);
      done++;
      const parts: Record<string, string> = {
        membership: 'memberships',
        member_status: 'statuses',
        attendance: 'attendance',
      };
      const planned = new Set(
        plan.effects.flatMap(({ record, recordId, part, kind, changes }) => {
          const list = parts[part];
          if (list !== undefined) return [`${record} ${recordId} ${list}`];
          return kind === 'restored'
            ? changes.map(({ field }) => `${record} ${recordId} ${field}`)
            : [`${record} ${recordId}`];
        }),
      );
      expect(new Set(differences(before, await dump()))).toEqual(planned);
    }),
    { numRuns: 25 },
  );
  expect(done).toBeGreaterThan(0);
}, 120_000);

/** Records that came or went, and fields that differ. */
function differences(one: Dump, other: Dump): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((key) => {
    const [before, after] = [one.get(key), other.get(key)];
    if (before === undefined || after === undefined) return [key];
    return Object.keys(after)
      .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
      .map((field) => `${key} ${field}`);
  });
}

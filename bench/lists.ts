import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type OperationName, operations } from '../contract/operations.ts';
import type { Service } from '../service/service.ts';
import { firstRecord } from './examples.ts';
import { demand, type Measurement, median, milliseconds, openDemo, withFolder } from './measure.ts';
import { runBare, statementsOf, watchStatements } from './statements.ts';

const asOf = '2026-11-24';

/** Values for whatever an operation may ask for, by the name of the field. */
const values: Record<string, unknown> = {
  branchId: 'branch-1',
  asOf,
  on: asOf,
  types: ['members-meeting'],
  to: asOf,
  heldOn: asOf,
  from: '2026-01-01',
  year: 2026,
  type: 'party-lesson',
  category: 'full',
  status: 'mobile-out',
  search: 'wang',
  record: 'member',
};

/** Every list and view of a branch of 300 over 5 years, as it opens and as each of its filters narrows it. */
export function benchLists(): Promise<Measurement[]> {
  return withFolder(async (folder) => {
    watchStatements();
    const service = await openDemo(folder, 300, 5);
    const results = await measureLists(service);
    service.stop();
    return results;
  });
}

/** One line for each reading operation of the table, so that none can be forgotten. */
export async function measureLists(service: Service): Promise<Measurement[]> {
  const results: Measurement[] = [];
  for (const name of Object.keys(operations) as OperationName[]) {
    if (operations[name].kind !== 'read' || operations[name].archive !== 'open') continue;
    results.push(await measureList(service, name));
  }
  return results;
}

async function measureList(service: Service, name: OperationName): Promise<Measurement> {
  const inputs = await inputsFor(service, name);
  const [opening, ...narrowed] = inputs;
  if (opening === undefined) return { what: name, ours: '', yardstick: 'nothing to ask it about', ratio: null };
  if (!(await service.call(name, opening)).ok)
    return { what: name, ours: '', yardstick: 'nothing to ask it about', ratio: null };
  await writeSomething(service)();
  const statements = await statementsOf(() => demand(service, name, opening));
  // Anew each time: what was kept until the next write is gone.
  const opens = await median(9, () => demand(service, name, opening), writeSomething(service));
  const bare = await median(9, () => runBare(statements));
  const filtered: number[] = [];
  for (const input of narrowed)
    filtered.push(await median(5, () => demand(service, name, input), writeSomething(service)));
  const slowest = filtered.length === 0 ? '' : `; filtered ≤ ${milliseconds(Math.max(...filtered))}`;
  return {
    what: name,
    ours: `${milliseconds(opens)}${slowest}`,
    yardstick: `its ${statements.length} queries alone: ${milliseconds(bare)}`,
    ratio: opens / bare,
  };
}

function writeSomething(service: Service): () => Promise<unknown> {
  return async () => {
    const draft = { revision: 0, branchId: 'branch-1', happenedOn: asOf, title: '测速' };
    const known = await service.call('workLogEntry.save', { draft: { ...draft, id: randomUUID() } });
    if (!known.ok) throw new Error('nothing can be written');
  };
}

/** What is asked: first as it opens, for the branch, then with one filter more at a time. None when there is no record. */
async function inputsFor(service: Service, name: OperationName): Promise<object[]> {
  const schema = z.toJSONSchema(operations[name].input, { io: 'input', unrepresentable: 'any' });
  const required = new Set(schema.required ?? []);
  const opening: Record<string, unknown> = {};
  for (const field of [...required, ...(Object.hasOwn(schema.properties ?? {}, 'branchId') ? ['branchId'] : [])]) {
    const value = await valueFor(service, name, field);
    if (value === undefined) return [];
    opening[field] = value;
  }
  const filters = ['memberId', 'groupId', 'year', 'from', 'search', 'type', 'category', 'status', 'asOf', 'record'];
  const narrowed: object[] = [];
  for (const field of filters) {
    if (!Object.hasOwn(schema.properties ?? {}, field) || required.has(field)) continue;
    const value = await valueFor(service, name, field);
    if (value === undefined) continue;
    const input = { ...opening, [field]: value, ...(field === 'from' ? { to: values.to } : {}) };
    if ((await service.call(name, input)).ok) narrowed.push(input);
  }
  return [opening, ...narrowed];
}

async function valueFor(service: Service, name: OperationName, field: string): Promise<unknown> {
  if (field === 'memberId') return (await firstRecord(service, 'member'))?.id;
  if (field === 'groupId') return (await firstRecord(service, 'group'))?.id;
  if (field === 'id' && name === 'ledger.preview') return '03-member-roster';
  if (field === 'options') return { branchId: 'branch-1', year: 2026, asOf };
  const record = name.slice(0, name.lastIndexOf('.'));
  if (field === 'id') return (await firstRecord(service, record))?.id;
  if (field === 'draft') {
    const stored = await firstRecord(service, record);
    return stored && { id: stored.id, revision: stored.revision };
  }
  if (name === 'dues.compute' && field === 'category') return 'wage';
  return values[field];
}

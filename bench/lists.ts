import { type OperationName, operations } from '../contract/operations.ts';
import type { Service } from '../service/service.ts';
import { asOf, fieldsOf, openingInput, valueFor } from './examples.ts';
import { demand, type Measurement, median, milliseconds, openDemo, type Taken, taken, withFolder } from './measure.ts';
import { addMissingRecords } from './more-records.ts';
import { runBare, statementsOf, watchStatements } from './statements.ts';
import { type Change, changeOneOfEach } from './write-between.ts';

/** What the aim of 100 ms is not about, and why. */
const exempt: Partial<Record<OperationName, string>> = {
  'attachment.stage': 'takes in a file the user chose',
  'archive.verify': 'reads the whole file and its history on purpose',
  'copy.list': 'of files, not of records',
  'copy.verify': 'reads a whole copy on purpose',
};

const filters = ['memberId', 'groupId', 'year', 'from', 'search', 'type', 'category', 'status', 'asOf', 'record'];

/** Every list and view of a branch of 300 over 5 years, as it opens and as each of its filters narrows it. */
export function benchLists(): Promise<Measurement[]> {
  return withFolder(async (folder) => {
    watchStatements();
    const service = await openDemo(folder, 300, 5);
    await addMissingRecords(service);
    const results = await measureLists(service);
    service.stop();
    return results;
  });
}

/** One line for each reading operation of the table, so that none can be forgotten. */
export async function measureLists(service: Service): Promise<Measurement[]> {
  const write = await changeOneOfEach(service);
  const results: Measurement[] = [];
  for (const name of Object.keys(operations) as OperationName[]) {
    if (operations[name].kind !== 'read' || operations[name].archive !== 'open') continue;
    const reason = exempt[name];
    if (reason !== undefined) results.push({ what: name, ours: 'not measured', yardstick: reason, ratio: null });
    else results.push(await measureList(service, name, write));
  }
  return results;
}

async function measureList(service: Service, name: OperationName, write: Change): Promise<Measurement> {
  const opening = await openingInput(service, name);
  if (opening === undefined) return { what: name, ours: 'not measured', yardstick: 'no example of it', ratio: null };
  await write();
  const statements = await statementsOf(() => demand(service, name, opening));
  // Anew each time: what was kept until the next write is gone.
  const opens = await taken(3, () => demand(service, name, opening), write);
  const bare = await median(3, () => runBare(statements));
  let slowest: Taken | undefined;
  for (const input of await narrowed(service, name, opening)) {
    const one = await taken(3, () => demand(service, name, input), write);
    if (slowest === undefined || one.processor > slowest.processor) slowest = one;
  }
  const filtered = slowest === undefined ? '' : `; filtered ≤ ${both(slowest)}`;
  return {
    what: name,
    ours: `${both(opens)}${filtered}`,
    yardstick: `its ${statements.length} queries alone: ${milliseconds(bare)}`,
    ratio: opens.elapsed / bare,
  };
}

function both({ elapsed, processor }: Taken): string {
  return `${milliseconds(elapsed)} (${milliseconds(processor)})`;
}

/** The opening input with one filter more at a time. */
async function narrowed(service: Service, name: OperationName, opening: object): Promise<object[]> {
  const { all, required } = fieldsOf(name);
  const inputs: object[] = [];
  for (const field of filters) {
    if (!all.has(field) || required.has(field)) continue;
    const value = await valueFor(service, name, field);
    if (value === undefined) continue;
    const input = { ...opening, [field]: value, ...(field === 'from' ? { to: asOf } : {}) };
    if ((await service.call(name, input)).ok) inputs.push(input);
  }
  return inputs;
}

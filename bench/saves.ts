import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { type OperationName, operations } from '../contract/operations.ts';
import type { Service } from '../service/service.ts';
import { bareCommit, openBare } from './bare.ts';
import { type Stored, someRecords, storedIn } from './examples.ts';
import { compare, type Measurement, median, middle, openDemo, withFolder } from './measure.ts';

const runs = 21;

interface Draft {
  id: string;
  revision: number;
  field: string;
}

/** Every save of one record, acknowledged, against one bare commit of as many characters. */
export function benchSaves(): Promise<Measurement[]> {
  return withFolder(async (folder) => {
    const service = await openDemo(folder, 300, 5);
    const bare = openBare(join(folder, 'bare.db'));
    const results = await measureSaves(service, bare);
    bare.close();
    service.stop();
    return results;
  });
}

/** One line for each `save` of the table. */
export async function measureSaves(service: Service, bare: Database.Database): Promise<Measurement[]> {
  const results: Measurement[] = [];
  for (const name of Object.keys(operations) as OperationName[])
    if (name.endsWith('.save')) results.push(await measureSave(service, name, bare));
  return results;
}

async function measureSave(service: Service, name: OperationName, bare: Database.Database): Promise<Measurement> {
  const draft = await changeable(service, name);
  if (draft === undefined) return { what: name, ours: '', yardstick: 'no record to change in one word', ratio: null };
  let { revision } = draft;
  let size = 0;
  const commits: number[] = [];
  // In turns, so that other load on the machine meets both alike.
  const save = await median(
    runs,
    async (run) => {
      const saved = await saveText(service, name, { ...draft, revision }, run);
      if (saved === undefined) throw new Error(`${name} was refused`);
      revision = saved.revision;
      // The row, and its images before and after in the history.
      size = 3 * JSON.stringify(saved).length;
    },
    () => commits.push(bareCommit(bare, size)),
  );
  const commit = middle(commits.slice(1));
  return compare(name, save, `one bare commit of ${Math.ceil(size / 1024)} KB`, commit);
}

/** Some record, and a field of free text in which it may be changed. */
async function changeable(service: Service, name: OperationName): Promise<Draft | undefined> {
  const fields = freeTexts(name);
  const records = await someRecords(service, name.slice(0, -'.save'.length));
  // The last are the latest: those of earlier years are signed or settled.
  for (const { id, revision } of [...records.slice(-3), ...records.slice(0, 5)]) {
    for (const field of fields) {
      const saved = await saveText(service, name, { id, revision, field }, runs);
      if (saved !== undefined) return { id, revision: saved.revision, field };
    }
  }
  return undefined;
}

async function saveText(service: Service, name: OperationName, draft: Draft, run: number): Promise<Stored | undefined> {
  const { id, revision, field } = draft;
  const saved = await service.call(name, { draft: { id, revision, [field]: `改${run}` }, reason: '更正' });
  return saved.ok ? storedIn(saved.value as Record<string, unknown>) : undefined;
}

function freeTexts(name: OperationName): string[] {
  const schema = z.toJSONSchema(operations[name].input, { io: 'input', unrepresentable: 'any' });
  const draft = schema.properties?.draft;
  if (typeof draft !== 'object') return [];
  const free = Object.entries(draft.properties ?? {}).filter(
    ([, of]) =>
      typeof of === 'object' &&
      of.type === 'string' &&
      of.enum === undefined &&
      (of.pattern === undefined || new RegExp(of.pattern, 'u').test('改1')),
  );
  const fields = free.map(([field]) => field);
  return [...fields.filter((field) => field === 'note'), ...fields];
}

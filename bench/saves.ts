import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { type OperationName, operations } from '../contract/operations.ts';
import type { Service } from '../service/service.ts';
import { developmentTemplate } from '../templates/development.ts';
import { bareCommit, bareFiles, openBare } from './bare.ts';
import { asOf, type Stored, someRecords, storedIn } from './examples.ts';
import { compare, demand, type Measurement, median, middle, openDemo, withFolder } from './measure.ts';
import { addMissingRecords, screenExam } from './more-records.ts';

const runs = 21;
const { steps } = developmentTemplate;

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

/** One line for each `save` of the table: one that finds no record to change ends the bench. */
export async function measureSaves(service: Service, bare: Database.Database): Promise<Measurement[]> {
  const added = await addMissingRecords(service);
  const results: Measurement[] = [];
  for (const name of Object.keys(operations) as OperationName[])
    if (name.endsWith('.save')) results.push(await measureSave(service, name, bare, added));
  for (const [name, inputOf] of await otherSaves(service))
    results.push(await measureInput(service, name, inputOf, bare));
  return results;
}

/** Saves of another form: what is never changed but entered anew, and what is entered one after another. */
async function otherSaves(service: Service): Promise<[OperationName, (run: number) => object][]> {
  const members = await someRecords(service, 'member');
  const paper = await screenExam(service);
  const { sittingId } = await demand<{ sittingId: string }>(service, 'sitting.begin', {
    examId: paper,
    memberId: members[0]?.id,
  });
  return [
    ['sitting.answer', (run) => ({ sittingId, number: 1, chosen: [run % 2], text: '' })],
    [
      'course.record',
      (run) => ({
        ...{ courseId: 'bench-course', lessonIds: ['bench-lesson'], memberIds: [members[run]?.id] },
        ...{ state: 'done', on: asOf, evidence: '测速' },
      }),
    ],
  ];
}

async function measureSave(
  service: Service,
  name: OperationName,
  bare: Database.Database,
  added: ReadonlyMap<string, Stored>,
): Promise<Measurement> {
  if (name === 'developmentTemplate.save') return measureInput(service, name, newTemplate, bare);
  const draft = await changeable(service, name, added);
  if (draft === undefined) throw new Error(`${name}: no record to change in one word`);
  let { revision } = draft;
  let size = 0;
  const commits: number[] = [];
  // The names stand at the entrance too, in the key file, of which there are two copies.
  const keyFiles = name === 'person.save' ? 2 : 0;
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
    () => commits.push(bareCommit(bare, size) + bareFiles(bare.name, keyFiles)),
  );
  const commit = middle(commits.slice(1));
  const files = keyFiles === 0 ? '' : ` and ${keyFiles} bare files`;
  return compare(name, save, `one bare commit of ${Math.ceil(size / 1024)} KB${files}`, commit);
}

/** A version that stands is not changed: each run enters another. */
function newTemplate(run: number): object {
  return { draft: { id: `bench-v${run}`, revision: 0, from: `${2031 + run}-01-01`, source: '测速', steps } };
}

async function measureInput(
  service: Service,
  name: OperationName,
  inputOf: (run: number) => object,
  bare: Database.Database,
): Promise<Measurement> {
  const commits: number[] = [];
  // The row, and its image after in the history.
  const sizeOf = (run: number) => 2 * JSON.stringify(inputOf(run)).length;
  const save = await median(
    runs,
    (run) => demand(service, name, inputOf(run)),
    (run) => commits.push(bareCommit(bare, sizeOf(run))),
  );
  return compare(name, save, `one bare commit of ${Math.ceil(sizeOf(0) / 1024)} KB`, middle(commits.slice(1)));
}

/** Some record, and a field of free text in which it may be changed. */
async function changeable(
  service: Service,
  name: OperationName,
  added: ReadonlyMap<string, Stored>,
): Promise<Draft | undefined> {
  const fields = freeTexts(name);
  const record = name.slice(0, -'.save'.length);
  const own = added.get(record);
  const records = own === undefined ? await someRecords(service, record) : [own];
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

import { z } from 'zod';
import { type OperationName, operations } from '../contract/operations.ts';
import type { Service } from '../service/service.ts';

export const asOf = '2026-11-24';
const branchId = 'branch-1';

/** What every record has. */
export interface Stored {
  id: string;
  revision: number;
}

/** Values for whatever an operation may ask for, by the name of the field. */
const values: Record<string, unknown> = {
  branchId,
  asOf,
  on: asOf,
  day: asOf,
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
  options: { branchId, year: 2026, asOf },
  position: 0,
};

const part = { kind: 'single', count: 5, content: null, tag: '', difficultyFrom: 1, difficultyTo: 5, points: 2 };

/** What only one operation asks for. */
const special: Partial<Record<OperationName, (service: Service) => Promise<object | undefined>>> = {
  'dues.compute': async () => ({ category: 'wage', on: asOf, base: 500_000 }),
  'ledger.preview': async () => ({ id: '03-member-roster', options: values.options }),
  'election.plan': async () => ({ kind: 're-election', asOf, expiresOn: '2027-03-01', electionOn: null }),
  'examPaper.draw': async () => ({ branchId, parts: [part], seed: 1 }),
  'change.get': async (service) => ({ number: await lastChange(service) }),
  'change.planUndo': async (service) => ({ change: await lastChange(service) }),
  'developmentTemplate.get': async () => ({ id: 'bench-developmentTemplate' }),
  'sitting.page': sittingOf,
  'sitting.sheet': sittingOf,
  'attachment.list': async (service) => {
    const meeting = (await attachedMeetings(service))[0];
    return meeting === undefined ? undefined : { record: 'meeting', recordId: meeting };
  },
  'attachment.counts': async () => ({ record: 'meeting' }),
  'attachment.receive': async () => ({ transferId: 'bench', fileName: '测速.txt', offset: 0, bytes: 'AAAA' }),
};

/** The fields an operation takes, and those it must have. */
export function fieldsOf(name: OperationName): { all: ReadonlySet<string>; required: ReadonlySet<string> } {
  const schema = z.toJSONSchema(operations[name].input, { io: 'input', unrepresentable: 'any' });
  return { all: new Set(Object.keys(schema.properties ?? {})), required: new Set(schema.required ?? []) };
}

/** The input an operation opens with, for the branch; undefined where there is no record to ask about. */
export async function openingInput(
  service: Service,
  name: OperationName,
): Promise<Record<string, unknown> | undefined> {
  const own = special[name];
  if (own !== undefined) return (await own(service)) as Record<string, unknown> | undefined;
  const { all, required } = fieldsOf(name);
  const opening: Record<string, unknown> = {};
  for (const field of new Set([...required, ...(all.has('branchId') ? ['branchId'] : [])])) {
    const value = await valueFor(service, name, field);
    if (value === undefined) return undefined;
    opening[field] = value;
  }
  return opening;
}

/** What a field of an operation is asked with. */
export async function valueFor(service: Service, name: OperationName, field: string): Promise<unknown> {
  if (field === 'memberId') return (await firstRecord(service, 'member'))?.id;
  if (field === 'groupId') return (await firstRecord(service, 'group'))?.id;
  const record = name.slice(0, name.lastIndexOf('.'));
  if (field === 'id') return (await firstRecord(service, record))?.id;
  if (field === 'draft') {
    const stored = await firstRecord(service, record);
    return stored && { id: stored.id, revision: stored.revision };
  }
  return values[field];
}

/** Some record of a type, as its list gives it. */
export async function firstRecord(service: Service, record: string): Promise<Stored | undefined> {
  return (await someRecords(service, record))[0];
}

/** Records of a type, as their list gives them. */
export async function someRecords(service: Service, record: string): Promise<Stored[]> {
  const name = `${record}.list`;
  if (!Object.hasOwn(operations, name)) return [];
  if (record === 'attachment') {
    const lists = await Promise.all(
      (await attachedMeetings(service)).map((recordId) => rowsOf(service, name, { record: 'meeting', recordId })),
    );
    return storedRows(lists.flat());
  }
  // Of every year: records of this one may be of no use.
  const { required } = fieldsOf(name as OperationName);
  const input: Record<string, unknown> = {};
  for (const field of required) input[field] = values[field];
  return storedRows(await rowsOf(service, name, input));
}

async function rowsOf(service: Service, name: string, input: object): Promise<unknown[]> {
  const answer = await service.call(name, input);
  if (!answer.ok) return [];
  const { value } = answer;
  return Array.isArray(value) ? value : (Object.values(value as object).find(Array.isArray) ?? []);
}

function storedRows(rows: readonly unknown[]): Stored[] {
  return rows.map((row) => storedIn(row as Record<string, unknown>)).filter((row) => row !== undefined);
}

/** A view holds its record in a field. */
export function storedIn(row: Record<string, unknown>): Stored | undefined {
  return [row, ...Object.values(row).flat()].find(
    (value): value is Stored => typeof value === 'object' && value !== null && 'id' in value && 'revision' in value,
  );
}

async function attachedMeetings(service: Service): Promise<string[]> {
  const rows = (await rowsOf(service, 'attachment.counts', { record: 'meeting' })) as { recordId: string }[];
  return [...new Set(rows.map(({ recordId }) => recordId))];
}

/** A paper that was handed in. */
async function sittingOf(service: Service): Promise<object | undefined> {
  for (const { id } of await someRecords(service, 'exam')) {
    const rows = (await rowsOf(service, 'exam.get', { id })) as { sittingId?: string | null; state?: string }[];
    const done = rows.find(({ sittingId, state }) => typeof sittingId === 'string' && state !== 'running');
    if (done !== undefined) return { sittingId: done.sittingId };
  }
  return undefined;
}

async function lastChange(service: Service): Promise<number | undefined> {
  const rows = (await rowsOf(service, 'change.list', {})) as { number: number }[];
  return rows[0]?.number;
}

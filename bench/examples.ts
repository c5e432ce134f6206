import { operations } from '../contract/operations.ts';
import type { Service } from '../service/service.ts';

const asOf = '2026-11-24';

/** What every record has. */
export interface Stored {
  id: string;
  revision: number;
}

/** Some record of a type, as its list gives it. */
export async function firstRecord(service: Service, record: string): Promise<Stored | undefined> {
  return (await someRecords(service, record))[0];
}

/** Records of a type, as their list gives them. */
export async function someRecords(service: Service, record: string): Promise<Stored[]> {
  const name = `${record}.list`;
  if (!Object.hasOwn(operations, name)) return [];
  const answer = await service.call(name, record === 'member' || record === 'developmentCase' ? { asOf } : {});
  if (!answer.ok) return [];
  const { value } = answer;
  const rows = Array.isArray(value) ? value : (Object.values(value as object).find(Array.isArray) ?? []);
  return rows.map((row) => storedIn(row as Record<string, unknown>)).filter((row) => row !== undefined);
}

/** A view holds its record in a field. */
export function storedIn(row: Record<string, unknown>): Stored | undefined {
  return [row, ...Object.values(row)].find(
    (value): value is Stored => typeof value === 'object' && value !== null && 'id' in value && 'revision' in value,
  );
}

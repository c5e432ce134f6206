import { randomUUID } from 'node:crypto';
import type { Service } from '../service/service.ts';
import { asOf, type Stored, someRecords, storedIn } from './examples.ts';
import { demand } from './measure.ts';

export type Change = () => Promise<void>;

/** What the largest lists and ledgers are made of, each with a field of free text. */
const changed: readonly (readonly [record: string, field: string])[] = [
  ['member', 'note'],
  ['post', 'note'],
  ['meeting', 'place'],
  ['duesPayment', 'note'],
  ['duesFixing', 'note'],
  ['training', 'evidence'],
  ['pointsEntry', 'evidence'],
  ['appraisal', 'note'],
];

/**
 * A change of one member, one meeting, one payment and so on, and a new entry of the work log, before each call: so
 * that nothing which is kept until a table changes is still there, whatever the list is made of. One record of each is
 * read anew; the others stay, as in a day's work.
 */
export async function changeOneOfEach(service: Service): Promise<Change> {
  const records: { record: string; field: string; stored: Stored }[] = [];
  for (const [record, field] of changed) {
    const stored = await changeable(service, record, field);
    if (stored !== undefined) records.push({ record, field, stored });
  }
  const left = changed.map(([record]) => record).filter((record) => !records.some((each) => each.record === record));
  if (left.length > 0) throw new Error(`no record that can be changed: ${left.join(', ')}`);
  let run = 0;
  return async () => {
    run += 1;
    for (const each of records) {
      const { id, revision } = each.stored;
      const draft = { id, revision, [each.field]: `改${run}` };
      const saved = await demand<Record<string, unknown>>(service, `${each.record}.save`, { draft, reason: '测速' });
      each.stored = storedIn(saved) ?? each.stored;
    }
    const draft = { id: randomUUID(), revision: 0, branchId: 'branch-1', happenedOn: asOf, title: '测速' };
    await demand(service, 'workLogEntry.save', { draft });
  };
}

async function changeable(service: Service, record: string, field: string): Promise<Stored | undefined> {
  // The last are the latest: those of earlier years are signed or settled.
  for (const { id, revision } of (await someRecords(service, record)).reverse()) {
    const draft = { id, revision, [field]: '改' };
    const saved = await service.call(`${record}.save`, { draft, reason: '测速' });
    if (saved.ok) return storedIn(saved.value as Record<string, unknown>);
  }
  return undefined;
}

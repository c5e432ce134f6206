import type { DueItem } from '../contract/due.ts';
import { recordsOf } from '../contract/permission.ts';
import { keptUntilWrite } from '../db/kept.ts';
import type { ReadableDb } from '../db/open.ts';
import { readFacts } from './checks/facts.ts';
import { runChecks } from './checks/run.ts';
import { upcomingMeetings } from './checks/upcoming.ts';
import type { HandlersOf } from './handler-types.ts';

export const dueHandlers = {
  'due.list': ({ archive, concealed }, { branchId, asOf }) => {
    // The home screen asks at every turn, and nothing but the day and the archive decides.
    const { items, ...counts } = keptUntilWrite(archive.db, `due ${branchId} ${asOf}`, () =>
      judged(archive.db, branchId, asOf),
    );
    const hidden = new Set<string>(recordsOf(concealed));
    return { items: items.filter(({ record }) => !hidden.has(record)), ...counts, concealed: [...concealed] };
  },
} satisfies HandlersOf<'due.list'>;

function judged(db: ReadableDb, branchId: string, asOf: string) {
  const facts = readFacts(db, branchId, asOf);
  const { items, ...counts } = runChecks(facts);
  const known = new Set(items.map((item) => item.id));
  const next = upcomingMeetings(facts).filter((item) => !known.has(item.id));
  return { items: [...items, ...next].sort(byUrgency), ...counts };
}

const order = ['overdue', 'due-soon', 'incomplete', 'todo'];

/** By day, what has none after what has; then by weight. */
function byUrgency(left: DueItem, right: DueItem): number {
  if (left.dueOn !== right.dueOn) {
    if (left.dueOn === null) return 1;
    if (right.dueOn === null) return -1;
    return left.dueOn < right.dueOn ? -1 : 1;
  }
  const weight = order.indexOf(left.severity) - order.indexOf(right.severity);
  return weight === 0 ? left.id.localeCompare(right.id) : weight;
}

import type { DueItem } from '../contract/due.ts';
import { recordsOf } from '../contract/permission.ts';
import { readFacts } from './checks/facts.ts';
import { runChecks } from './checks/run.ts';
import { upcomingMeetings } from './checks/upcoming.ts';
import type { HandlersOf } from './handler-types.ts';

export const dueHandlers = {
  'due.list': ({ archive, concealed }, { branchId, asOf }) => {
    const facts = readFacts(archive.db, branchId, asOf);
    const { items, ...counts } = runChecks(facts);
    const known = new Set(items.map((item) => item.id));
    const next = upcomingMeetings(facts).filter((item) => !known.has(item.id));
    const hidden = new Set<string>(recordsOf(concealed));
    const told = [...items, ...next].filter(({ record }) => !hidden.has(record));
    return { items: told.sort(byUrgency), ...counts, concealed: [...concealed] };
  },
} satisfies HandlersOf<'due.list'>;

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

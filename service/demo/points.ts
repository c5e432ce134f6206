import type { OperationName, Output, Wire } from '../../contract/operations.ts';
import { addDays } from '../../rules/dates.ts';
import type { ArchiveContext } from '../context.ts';
import { words } from './words.ts';

type CallRecord = <Name extends OperationName>(context: ArchiveContext, name: Name, input: Wire<Name>) => Output<Name>;

/** Of more people the practice archive takes up no points: it is for measuring. */
const mostRated = 24;

/**
 * Points under the first sample scheme since last year: what is four months old is decided by the members' meeting, what
 * is two months old reviewed, the rest proposed. A few things were entered by hand, one proposal a year was refused.
 */
export function fillPoints(
  context: ArchiveContext,
  call: CallRecord,
  plan: { branchId: string; members: readonly { id: string }[]; firstYear: number; today: string },
): void {
  const { branchId, today } = plan;
  const [template] = call(context, 'pointsScheme.templates', {});
  if (template === undefined) return;
  const schemeId = 'points-scheme-1';
  const thisYear = Number(today.slice(0, 4));
  // Older years would only make the archive slow to make.
  const fromYear = Math.max(plan.firstYear, thisYear - 1);
  call(context, 'pointsScheme.save', { draft: { id: schemeId, revision: 0, branchId, ...template, fromYear } });
  const rated = new Set(plan.members.slice(0, mostRated).map(({ id }) => id));
  const essay = template.items.find(({ text }) => text.startsWith('撰写'));
  const lesson = template.items.find(({ text }) => text.startsWith('讲微党课'));

  // The last two months are not taken up yet, and those before them not decided.
  const taken = addDays(today, -60);
  const decided = addDays(today, -120);
  for (let year = fromYear; year <= thisYear; year++) {
    const end = earlier(`${year}-12-31`, today);
    const of = { branchId, year, asOf: end };
    plan.members.slice(1, 4).forEach(({ id: memberId }, index) => {
      const item = index === 0 ? lesson : essay;
      const on = `${year}-0${4 + index}-20`;
      if (item === undefined || on > end) return;
      const about = { schemeId, itemId: item.id, memberId, on, tenths: item.tenths, evidence: words.madeUp };
      call(context, 'pointsEntry.save', {
        draft: { id: `points-${year}-${index}`, revision: 0, branchId, ...about },
      });
    });
    const until = earlier(end, taken);
    const proposed = call(context, 'points.proposals', of).filter(
      ({ memberId, on }) => rated.has(memberId) && on <= until,
    );
    const [declined, ...accepted] = proposed.map(({ key }) => key);
    if (declined === undefined || accepted.length === 0) continue;
    call(context, 'points.decline', { ...of, keys: [declined], reason: '当天中途离会' });
    call(context, 'points.accept', { ...of, keys: accepted });
    const waiting = call(context, 'pointsEntry.list', { ...of, state: 'waiting-review' });
    // What was refused is refused as of today; as of the end of the year it still waited.
    const open = waiting.map(({ entry }) => entry).filter(({ on, refusedOn }) => on <= until && refusedOn === null);
    const ids = (day: string) => open.filter(({ on }) => on <= day).map(({ id }) => id);
    call(context, 'pointsEntry.decide', { ids: ids(until), step: 'review', on: until, by: '支部委员会' });
    const approved = ids(decided);
    if (approved.length === 0) continue;
    call(context, 'pointsEntry.decide', { ids: approved, step: 'approve', on: until, by: '支部党员大会' });
  }
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

import type { OperationName, Output, Wire } from '../../contract/operations.ts';
import type { ArchiveContext } from '../context.ts';
import { words } from './words.ts';

type CallRecord = <Name extends OperationName>(context: ArchiveContext, name: Name, input: Wire<Name>) => Output<Name>;

/** Of more people the practice archive takes up no points: it is for measuring. */
const mostRated = 24;

/**
 * Points under the first sample scheme since last year: what is over decided by the members' meeting, of this year the first
 * quarter; what came after waits. A few things were entered by hand, one proposal was refused.
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

  for (let year = fromYear; year <= thisYear; year++) {
    const isOver = `${year}-12-31` < today;
    const end = isOver ? `${year}-12-31` : today;
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
    const halfYear = `${year}-06-30`;
    const until = isOver ? end : halfYear;
    const proposed = call(context, 'points.proposals', of).filter(
      ({ memberId, on }) => rated.has(memberId) && on <= until,
    );
    const keys = proposed.map(({ key }) => key);
    const [declined, ...accepted] = keys;
    if (declined === undefined || accepted.length === 0) continue;
    call(context, 'points.decline', { ...of, keys: [declined], reason: '当天中途离会' });
    call(context, 'points.accept', { ...of, keys: accepted });
    const waiting = call(context, 'pointsEntry.list', { ...of, state: 'waiting-review' });
    // What was refused is refused as of today; as of the end of the year it still waited.
    const early = waiting
      .filter(({ entry }) => entry.on <= until && entry.refusedOn === null)
      .map(({ entry }) => entry.id);
    if (early.length === 0 || until >= today) continue;
    call(context, 'pointsEntry.decide', { ids: early, step: 'review', on: until, by: '支部委员会' });
    // Of this year the members' meeting has decided on the first quarter.
    const decided = isOver ? until : `${year}-03-31`;
    const approved = waiting.filter(({ entry }) => early.includes(entry.id) && entry.on <= decided);
    const ids = approved.map(({ entry }) => entry.id);
    if (ids.length > 0) call(context, 'pointsEntry.decide', { ids, step: 'approve', on: until, by: '支部党员大会' });
  }
}

import type { DueItem } from '../../contract/due.ts';
import type { Route } from '../data/route.ts';
import { text } from '../text/zh-CN.ts';

/** Where an item is mended, and what the button there is called. */
export function mendingOf(item: DueItem, today: string): { route: Route; label: string } {
  const { go } = text.due;
  const { params, record, recordId } = item;
  const code = String(params.code ?? '');
  if (record === 'meeting' && recordId === null) {
    // A past period is entered on its last day at the latest, a present one today.
    const start: Record<string, string> = {
      type: String(params.type ?? ''),
      heldOn: earlierDay(String(params.to ?? today), today),
    };
    if (params.groupId !== undefined) start.groupId = String(params.groupId);
    return {
      route: { screen: 'meetings', view: 'new', params: start },
      label: code === 'missing' ? go.add : go.register,
    };
  }
  if (record === 'meeting') {
    const isRecord = item.severity === 'incomplete' ? go.complete : go.check;
    return { route: { screen: 'meetings', recordId: recordId ?? '' }, label: isRecord };
  }
  if (record.startsWith('dues') || (record === 'member' && item.subject === 'dues')) {
    const views: Record<string, string> = {
      duesFixing: 'fixing',
      duesReduction: 'reduction',
      duesAccountEntry: 'account',
      duesPublication: 'publication',
    };
    const route: Route = { screen: 'dues', view: views[record] ?? 'grid', ...(recordId === null ? {} : { recordId }) };
    return { route, label: recordId === null ? go.register : go.check };
  }
  if (record === 'member') {
    const label = item.severity === 'incomplete' ? go.complete : item.dueOn === null ? go.check : go.register;
    return { route: { screen: 'members', recordId: recordId ?? '' }, label };
  }
  if (record === 'pointsEntry') {
    const view = params.code === 'unproposed' ? 'proposals' : 'decisions';
    return { route: { screen: 'points', view, params: { year: String(params.year) } }, label: go.check };
  }
  if (record === 'course' && recordId !== null)
    return { route: { screen: 'education', view: 'course', recordId }, label: go.check };
  if (record === 'survey') return { route: { screen: 'surveys' }, label: go.check };
  if (record === 'election' && recordId !== null)
    return { route: { screen: 'elections', recordId }, label: go.register };
  if (record === 'exam')
    return {
      route: { screen: 'education', ...(recordId === null ? { view: 'exams' } : { view: 'exam', recordId }) },
      label: recordId === null ? go.register : go.check,
    };
  if (record === 'training') {
    const year = params.year === undefined ? {} : { params: { year: String(params.year) } };
    return { route: { screen: 'education', view: 'hours', ...year }, label: go.check };
  }
  if (record === 'developmentCase' || record === 'developmentPlan') {
    const place = record === 'developmentCase' && recordId !== null ? { recordId } : { view: 'plan' };
    return {
      route: { screen: 'development', ...place },
      label: item.severity === 'incomplete' ? go.complete : go.register,
    };
  }
  if (record === 'appraisal') {
    return {
      route: { screen: 'assessments', view: 'appraisal', params: { year: String(params.year ?? '') } },
      label: go.check,
    };
  }
  if (registerRecords.has(record)) {
    return { route: { screen: 'registers', view: record }, label: recordId === null ? go.register : go.check };
  }
  return {
    route: { screen: 'settings', view: 'organisation', ...(recordId === null ? {} : { recordId }) },
    label: item.severity === 'incomplete' ? go.register : go.check,
  };
}

/** Records that stand in a register. */
const registerRecords = new Set([
  'talk',
  'transfer',
  'mobileMember',
  'lostContact',
  'organizationalMeasure',
  'discipline',
  'honour',
  'rectification',
]);

/** The earlier of two days. */
export function earlierDay(one: string, other: string): string {
  const [first = one] = [one, other].sort();
  return first;
}

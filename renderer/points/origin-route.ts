import type { PointsOrigin } from '../../contract/points.ts';
import type { Route } from '../data/route.ts';

/** Where the record stands that an entry was proposed from. */
export function originRoute(record: PointsOrigin, recordId: string): Route {
  if (record === 'meeting') return { screen: 'meetings', recordId };
  if (record === 'training') return { screen: 'education', view: 'training', recordId };
  if (record === 'course') return { screen: 'education', view: 'course', recordId };
  return { screen: 'registers', view: record };
}

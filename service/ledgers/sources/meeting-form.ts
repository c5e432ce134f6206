import type { Meeting } from '../../../contract/meeting.ts';
import { meetingTypeShortNames } from '../../../rules/codes/meeting.ts';
import { writtenDay } from '../../../templates/ledgers/words.ts';

/** Name of a meeting's form among its like: 06-12 党员大会. */
export function formName({ heldOn, types }: Pick<Meeting, 'heldOn' | 'types'>): string {
  return `${heldOn.slice(5)} ${types.map((type) => meetingTypeShortNames[type]).join('、')}`;
}

/** 2026年6月12日 15:00—16:40, as far as it is registered. */
export function timeOf({ heldOn, startsAt, endsAt }: Pick<Meeting, 'heldOn' | 'startsAt' | 'endsAt'>): string {
  const clock = [startsAt, endsAt].filter((time) => time !== null).join('—');
  return clock === '' ? writtenDay(heldOn) : `${writtenDay(heldOn)} ${clock}`;
}

import { MeetingType } from '../../contract/meeting.ts';
import { meetingTypeNames } from '../../rules/codes/meeting.ts';
import { isDay } from '../../rules/dates.ts';
import { stepRouteOf, stepVoteOf } from '../data/step-vote.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { newDraftKey } from './draft-store.ts';
import { newForm } from './form.ts';
import { MeetingCalendar } from './meeting-calendar.tsx';
import { MeetingEntry } from './meeting-entry.tsx';
import { MeetingList } from './meeting-list.tsx';
import { MeetingPage } from './meeting-page.tsx';
import { stepDraftKey, withStepVote } from './step-vote-form.ts';
import './meetings.css';

/**
 * Meetings: the list, the month, one record, or the entry of a new one (`view: 'new'`, with `params.types`,
 * comma-separated, `params.heldOn` and `params.groupId` as what is known already). Opened from a step of development
 * (data/step-vote.ts) the vote that the step needs is on the agenda, and the way goes back to it once saved.
 */
export function MeetingsScreen() {
  const { route, branch, today, go } = useWorkspace();
  if (route.recordId !== undefined) return <MeetingPage key={route.recordId} id={route.recordId} />;
  if (route.view === 'calendar') return <MeetingCalendar />;
  if (route.view !== 'new') return <MeetingList />;
  const { types: typed = '', type = '', heldOn = '', groupId } = route.params ?? {};
  const types = MeetingType.options.filter((option) => [type, ...typed.split(',')].includes(option));
  const wanted = stepVoteOf(route);
  return (
    <MeetingEntry
      draftKey={wanted === undefined ? newDraftKey(branch.id) : stepDraftKey(wanted)}
      wanted={wanted}
      stored={undefined}
      initial={() =>
        withStepVote(
          newForm({
            branchId: branch.id,
            heldOn: isDay(heldOn) ? heldOn : today,
            groupId: groupId ?? null,
            types,
            title: types.map((option) => meetingTypeNames[option]).join('、'),
          }),
          wanted,
        )
      }
      onSaved={({ meeting }) =>
        go(wanted === undefined ? { screen: 'meetings', recordId: meeting.id } : stepRouteOf(wanted, meeting))
      }
    />
  );
}

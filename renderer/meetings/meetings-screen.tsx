import { MeetingType } from '../../contract/meeting.ts';
import { meetingTypeNames } from '../../rules/codes/meeting.ts';
import { isDay } from '../../rules/dates.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { newDraftKey } from './draft-store.ts';
import { newForm } from './form.ts';
import { MeetingCalendar } from './meeting-calendar.tsx';
import { MeetingEntry } from './meeting-entry.tsx';
import { MeetingList } from './meeting-list.tsx';
import { MeetingPage } from './meeting-page.tsx';
import './meetings.css';

/**
 * Meetings: the list, the month, one record, or the entry of a new one (`view: 'new'`, with `params.types`,
 * comma-separated, `params.heldOn` and `params.groupId` as what is known already).
 */
export function MeetingsScreen() {
  const { route, branch, today, go } = useWorkspace();
  if (route.recordId !== undefined) return <MeetingPage key={route.recordId} id={route.recordId} />;
  if (route.view === 'calendar') return <MeetingCalendar />;
  if (route.view !== 'new') return <MeetingList />;
  const { types: typed = '', type = '', heldOn = '', groupId } = route.params ?? {};
  const types = MeetingType.options.filter((option) => [type, ...typed.split(',')].includes(option));
  return (
    <MeetingEntry
      draftKey={newDraftKey(branch.id)}
      stored={undefined}
      initial={() =>
        newForm({
          branchId: branch.id,
          heldOn: isDay(heldOn) ? heldOn : today,
          groupId: groupId ?? null,
          types,
          title: types.map((option) => meetingTypeNames[option]).join('、'),
        })
      }
      onSaved={(saved) => go({ screen: 'meetings', recordId: saved.meeting.id })}
    />
  );
}

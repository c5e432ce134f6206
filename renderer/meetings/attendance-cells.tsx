import { AttendanceState } from '../../contract/meeting.ts';
import { attendanceStateNames } from '../../rules/codes/meeting.ts';
import { text } from '../text/zh-CN.ts';
import { DateField } from '../ui/date-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { AttendanceLine } from './attendance-lines.ts';
import type { MeetingForm } from './form.ts';

const states = AttendanceState.options;
const words = text.meetings.attendance;

type Entry = MeetingForm['attendance'][number];

/** The six states of one person; the keyboard reaches them by their numbers from the table. */
export function StateButtons({
  name,
  state,
  onMark,
}: {
  name: string;
  state: AttendanceState | undefined;
  onMark(state: AttendanceState): void;
}) {
  return (
    <span className="state-buttons">
      {states.map((option, index) => {
        const isChosen = option === state;
        return (
          <button
            key={option}
            type="button"
            tabIndex={-1}
            aria-pressed={isChosen}
            aria-label={words.mark(name, attendanceStateNames[option])}
            title={attendanceStateNames[option]}
            className={`state-button ${isChosen ? `state-chosen state-${option}` : ''}`}
            onClick={() => onMark(option)}
          >
            {isChosen ? `${index + 1} ${words.shortStates[option]}` : index + 1}
          </button>
        );
      })}
    </span>
  );
}

/** Why somebody did not come, or when the written opinion arrived; written in place. */
export function Reason({
  line,
  entry,
  isWriting,
  onWrite,
  onDone,
  onLeave,
  onChange,
  onRemove,
}: {
  line: AttendanceLine;
  entry: Entry | undefined;
  isWriting: boolean;
  onWrite(): void;
  /** Back to the list. */
  onDone(): void;
  onLeave(): void;
  onChange(fields: Partial<Entry>): void;
  onRemove(): void;
}) {
  if (!line.isExpected)
    return (
      <span className="reason-odd">
        {words.notExpected}{' '}
        <button type="button" tabIndex={-1} className="link-button" onClick={onRemove}>
          {words.remove}
        </button>
      </span>
    );
  if (entry === undefined || entry.state === 'present') return null;
  const isOpinion = entry.state === 'written-opinion';
  if (isWriting && isOpinion)
    return (
      <span className="reason-field">
        <DateField
          isFirst
          size="small"
          label={words.receivedOn(line.name)}
          value={entry.opinionReceivedOn}
          onChange={(opinionReceivedOn) => onChange({ opinionReceivedOn })}
          onEnter={onDone}
          onEscape={onDone}
        />
      </span>
    );
  if (isWriting)
    return (
      <span className="reason-field">
        <TextField
          isFirst
          size="small"
          label={words.reasonOf(line.name)}
          value={entry.reason}
          maxLength={500}
          onChange={(reason) => onChange({ reason })}
          onEnter={onDone}
          onEscape={onDone}
          onBlur={onLeave}
        />
      </span>
    );
  const written = isOpinion
    ? entry.opinionReceivedOn === null
      ? words.notReceived
      : words.received(entry.opinionReceivedOn.slice(5))
    : entry.reason;
  const isMissing =
    written === '' ? entry.state === 'leave' || entry.state === 'absent' : written === words.notReceived;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`plain-button reason cut ${isMissing ? 'reason-missing' : ''}`}
      aria-label={words.reasonOf(line.name)}
      onClick={onWrite}
    >
      {written === '' && isMissing ? words.noReason : written}
    </button>
  );
}

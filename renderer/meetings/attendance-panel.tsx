import { Button } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { AttendanceState, type MeetingView } from '../../contract/meeting.ts';
import { attendanceStateNames } from '../../rules/codes/meeting.ts';
import { isDay } from '../../rules/dates.ts';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { KeyHints } from '../ui/key-hints.tsx';
import { Panel } from '../ui/panel.tsx';
import { rowsOf } from '../ui/row-source.ts';
import { Reason, StateButtons } from './attendance-cells.tsx';
import type { AttendanceLine } from './attendance-lines.ts';
import { type ChangeForm, type MeetingForm, withRestPresent, withState } from './form.ts';

const states = AttendanceState.options;
const words = text.meetings.attendance;

type Entry = MeetingForm['attendance'][number];

/** Attendance with one key a person: 1 to 6 mark and go to the next, F2 or Enter writes the reason. */
export function AttendancePanel({
  form,
  change,
  lines,
  view,
  onExclude,
  onShowExclusions,
}: {
  form: MeetingForm;
  change: ChangeForm;
  lines: readonly AttendanceLine[];
  view: MeetingView | undefined;
  /** Somebody was marked 不计入: the approvals are asked for. */
  onExclude(memberId: string): void;
  onShowExclusions(): void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [writing, setWriting] = useState<string | null>(null);
  const entries = useMemo(() => new Map(form.attendance.map((entry) => [entry.memberId, entry])), [form.attendance]);
  const rows = useMemo(() => rowsOf(lines), [lines]);
  const expected = lines.filter((line) => line.isExpected);

  function mark(memberId: string, state: AttendanceState): void {
    change((last) => ({ attendance: withState(last.attendance, memberId, state) }));
    if (state === 'excluded') onExclude(memberId);
  }

  function patch(memberId: string, fields: Partial<Entry>): void {
    change((last) => ({
      attendance: last.attendance.map((entry) => (entry.memberId === memberId ? { ...entry, ...fields } : entry)),
    }));
  }

  function toTable(): void {
    setWriting(null);
    box.current?.querySelector<HTMLElement>('.data-table')?.focus();
  }

  function onRowKey(key: string, line: AttendanceLine): boolean | 'next' {
    const state = states[Number(key) - 1];
    if (!/^[1-6]$/.test(key) || state === undefined) return false;
    mark(line.memberId, state);
    return state === 'excluded' ? true : 'next';
  }

  const columns: TableColumn<AttendanceLine>[] = [
    {
      key: 'number',
      title: words.number,
      width: lines.length > 99 ? 32 : 22,
      align: 'right',
      render: (_line, index) => index + 1,
    },
    {
      key: 'name',
      title: words.name,
      width: 98,
      render: (line) => <span className={line.name.length > 6 ? 'name-long' : undefined}>{line.name}</span>,
    },
    {
      key: 'rights',
      title: words.rights,
      width: 40,
      align: 'center',
      render: (line) => (line.hasVotingRights ? words.hasRights : words.noRights),
    },
    {
      key: 'state',
      title: words.state,
      width: 172,
      render: (line) => (
        <StateButtons
          name={line.name}
          state={entries.get(line.memberId)?.state}
          onMark={(state) => mark(line.memberId, state)}
        />
      ),
    },
    {
      key: 'reason',
      title: words.reason,
      render: (line) => (
        <Reason
          line={line}
          entry={entries.get(line.memberId)}
          isWriting={writing === line.memberId}
          onWrite={() => setWriting(line.memberId)}
          onDone={toTable}
          onLeave={() => setWriting((last) => (last === line.memberId ? null : last))}
          onChange={(fields) => patch(line.memberId, fields)}
          onRemove={() =>
            change((last) => ({ attendance: last.attendance.filter((entry) => entry.memberId !== line.memberId) }))
          }
        />
      ),
    },
  ];

  const marked = expected.filter((line) => entries.has(line.memberId)).length;
  const counts = states.flatMap((state) => {
    const count = expected.filter((line) => entries.get(line.memberId)?.state === state).length;
    return count === 0 ? [] : [words.part(attendanceStateNames[state], count)];
  });
  if (marked < expected.length) counts.push(words.unmarked(expected.length - marked));
  const openReason = (line: AttendanceLine) => {
    if (entries.has(line.memberId)) setWriting(line.memberId);
  };

  return (
    <Panel
      title={words.title}
      isFlush
      className="attendance"
      note={words.counts(counts)}
      extra={
        <>
          {(form.exclusions.length > 0 || (view?.counted.excluded ?? 0) > 0) && (
            <Button size="small" className="small-button" onClick={onShowExclusions}>
              {words.exclusions(form.exclusions.length)}
            </Button>
          )}
          <Button
            size="small"
            className="small-button"
            disabled={marked === expected.length}
            onClick={() => change((last) => ({ attendance: withRestPresent(last.attendance, expected) }))}
          >
            {words.rest}
          </Button>
        </>
      }
    >
      <div ref={box} className="attendance-body">
        <DataTable
          label={words.table}
          columns={columns}
          rows={rows}
          keyOf={(line) => line.memberId}
          nameOf={(line) => line.name}
          onRowKey={onRowKey}
          onOpen={openReason}
          onEdit={openReason}
          empty={<EmptyState sentence={emptySentence(form)} />}
        />
      </div>
      <KeyHints
        hints={[
          ...states.map((state, index) => ({ keys: [String(index + 1)], does: words.shortStates[state] })),
          { keys: ['F2'], does: words.reasonKey },
        ]}
        remark={words.nextHint}
      />
    </Panel>
  );
}

function emptySentence(form: MeetingForm): string {
  if (!isDay(form.heldOn) || form.types.length === 0) return text.meetings.entry.waiting;
  if (form.types.includes('group-meeting') && form.groupId === null) return words.noGroup;
  return form.types.every((type) => type === 'committee-meeting') ? words.emptyCommittee : words.empty;
}

import { Button } from 'antd';
import { useState } from 'react';
import { attendanceStateNames, meetingTypeShortNames } from '../../rules/codes/meeting.ts';
import { yearOf } from '../../rules/dates.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { Panel } from '../ui/panel.tsx';
import { SelectField } from '../ui/select-field.tsx';

const words = text.member.attendance;

/** 组织生活: the meetings of a year at which the person was expected, and how it went. */
export function MemberAttendance({ id }: { id: string }) {
  const { asOf, today, go } = useWorkspace();
  const [year, setYear] = useState(String(yearOf(asOf)));
  const rows = useOperation(
    'member.attendance',
    { id, from: `${year}-01-01`, to: `${year}-12-31` },
    { records: ['meeting'] },
  ).value;
  const count = (...states: string[]) => rows?.filter(({ state }) => states.includes(state)).length ?? 0;
  const years = Array.from({ length: 8 }, (_, back) => String(yearOf(today) - back));
  return (
    <Panel
      title={text.member.detail.tabs.attendance}
      note={
        rows !== undefined &&
        rows.length > 0 &&
        words.summary(
          count('present', 'leave', 'absent', 'written-opinion'),
          count('present'),
          count('leave'),
          count('absent'),
        )
      }
      extra={
        <SelectField
          label={words.yearLabel}
          value={year}
          options={years.map((value) => ({ value, label: words.year(Number(value)) }))}
          onChange={(value) => setYear(value ?? year)}
        />
      }
      isFlush
    >
      {rows?.length === 0 ? (
        <p className="member-quiet">{words.empty(Number(year))}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{words.columns.day}</th>
              <th scope="col">{words.columns.types}</th>
              <th scope="col">{words.columns.title}</th>
              <th scope="col">{words.columns.state}</th>
              <th scope="col">{words.columns.reason}</th>
            </tr>
          </thead>
          <tbody>
            {rows?.map((row) => (
              <tr key={row.meetingId}>
                <td>{row.heldOn}</td>
                <td>{row.types.map((type) => meetingTypeShortNames[type]).join('、')}</td>
                <td>
                  <Button
                    type="link"
                    className="plain-link"
                    onClick={() => go({ screen: 'meetings', recordId: row.meetingId })}
                  >
                    {row.title}
                  </Button>
                </td>
                <td>{attendanceStateNames[row.state]}</td>
                <td>{row.reason || (row.state === 'absent' || row.state === 'leave' ? words.notTaken : '')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

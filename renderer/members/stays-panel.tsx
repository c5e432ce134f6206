import { Button } from 'antd';
import { useState } from 'react';
import type { Group } from '../../contract/branch.ts';
import type { MemberView } from '../../contract/member.ts';
import { compareDates } from '../../rules/dates.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { Panel } from '../ui/panel.tsx';
import { StayDialog, type StayTask } from './stay-dialog.tsx';
import { stayOn } from './stays.ts';
import { branchName, wordOf } from './words.ts';

const words = text.member.stays;

/** 在册经历: where the person belonged from when to when, and the steps in and out. */
export function StaysPanel({ person, groups }: { person: MemberView; groups: readonly Group[] }) {
  const { asOf, branches } = useWorkspace();
  const [task, setTask] = useState<StayTask>();
  const current = stayOn(person.memberships, asOf);
  const stays = person.memberships.toSorted((a, b) => compareDates(b.from, a.from));
  return (
    <Panel
      title={text.member.sections.stays}
      isFlush
      extra={
        current === undefined ? (
          <Button size="small" onClick={() => setTask({ kind: 'enter' })}>
            {stays.length === 0 ? words.add : words.transferIn}
          </Button>
        ) : (
          <>
            <Button size="small" onClick={() => setTask({ kind: 'regroup', stay: current })}>
              {words.regroup}
            </Button>
            <Button size="small" onClick={() => setTask({ kind: 'leave', stay: current })}>
              {words.leaveAction}
            </Button>
          </>
        )
      }
    >
      {stays.length === 0 ? (
        <p className="member-quiet">{words.empty}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{words.from}</th>
              <th scope="col">{words.to}</th>
              <th scope="col">{words.branch}</th>
              <th scope="col">{words.group}</th>
              <th scope="col">{words.entry}</th>
              <th scope="col">{words.leave}</th>
              <th scope="col">{words.reason}</th>
              <th scope="col" className="plain-table-end">
                <span className="visually-hidden">{words.mend}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {stays.map((stay) => (
              <tr key={stay.id}>
                <td>{stay.from}</td>
                <td>{stay.to ?? words.now}</td>
                <td>{branchName(branches, stay.branchId)}</td>
                <td>{groups.find(({ id }) => id === stay.groupId)?.name ?? ''}</td>
                <td>{wordOf('entryKind', stay.entryKind)}</td>
                <td>{wordOf('leaveKind', stay.leaveKind)}</td>
                <td>{stay.reason}</td>
                <td className="plain-table-end">
                  <Button
                    size="small"
                    className="small-button"
                    aria-label={`${words.mend} ${stay.from}`}
                    onClick={() => setTask({ kind: 'mend', stay })}
                  >
                    {words.mend}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {task !== undefined && <StayDialog person={person} task={task} onClose={() => setTask(undefined)} />}
    </Panel>
  );
}

import { Button } from 'antd';
import { useState } from 'react';
import type { MemberStatus, MemberView } from '../../contract/member.ts';
import { statusKindNames } from '../../rules/codes/member.ts';
import { statusDetailText } from '../../rules/codes/supervision.ts';
import { compareDates } from '../../rules/dates.ts';
import { text } from '../text/zh-CN.ts';
import { Panel } from '../ui/panel.tsx';
import { StatusDialog } from './status-dialog.tsx';

const words = text.member.statuses;

/** 状态: 停止党籍, 失联, 流动, … with their periods. */
export function StatusesPanel({ person }: { person: MemberView }) {
  const [edited, setEdited] = useState<MemberStatus | 'new'>();
  const statuses = person.statuses.toSorted((a, b) => compareDates(b.from, a.from));
  return (
    <Panel
      title={text.member.sections.statuses}
      isFlush
      extra={
        <Button size="small" onClick={() => setEdited('new')}>
          {words.add}
        </Button>
      }
    >
      {statuses.length === 0 ? (
        <p className="member-quiet">{words.empty}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{words.kind}</th>
              <th scope="col">{words.from}</th>
              <th scope="col">{words.to}</th>
              <th scope="col">{words.detail}</th>
              <th scope="col">{words.reason}</th>
              <th scope="col">{words.document}</th>
              <th scope="col" className="plain-table-end">
                <span className="visually-hidden">{text.action.edit}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {statuses.map((status) => (
              <tr key={status.id}>
                <td>{statusKindNames[status.kind]}</td>
                <td>{status.from}</td>
                <td>{status.to ?? words.now}</td>
                <td>{statusDetailText(status)}</td>
                <td>{status.reason}</td>
                <td>{status.documentNumber}</td>
                <td className="plain-table-end">
                  <Button
                    size="small"
                    className="small-button"
                    aria-label={`${text.action.edit}${statusKindNames[status.kind]} ${status.from}`}
                    onClick={() => setEdited(status)}
                  >
                    {text.action.edit}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {edited !== undefined && (
        <StatusDialog
          person={person}
          initial={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Panel>
  );
}

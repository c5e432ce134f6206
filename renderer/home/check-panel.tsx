import { Button } from 'antd';
import { useState } from 'react';
import type { Output } from '../../contract/operations.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { dueSentence } from '../text/due.ts';
import { text } from '../text/zh-CN.ts';
import { Panel } from '../ui/panel.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { CheckDialog } from './check-dialog.tsx';
import { countRules, isUpcoming } from './due-groups.ts';

const shown = 2;

/** If the inspector came today: how many rules are broken, due soon, incomplete, held. */
export function CheckPanel({ due, readAt }: { due: Output<'due.list'>; readAt: string }) {
  const { asOf, today, go } = useWorkspace();
  const [isOpen, setIsOpen] = useState(false);
  const { check } = text.home;
  const counts = countRules(due.items, due.rulesChecked);
  const found = due.items.filter((item) => !isUpcoming(item));
  const worst = found.filter(({ severity }) => severity === 'overdue');
  return (
    <Panel
      title={asOf === today ? check.title : check.titleOn(asOf)}
      note={check.note(due.rulesChecked, readAt)}
      className="check"
    >
      <ul className="check-counts">
        {(['overdue', 'due-soon', 'incomplete', 'todo', 'met'] as const)
          .filter((severity) => counts[severity] > 0 || severity === 'overdue' || severity === 'met')
          .map((severity) => (
            <li key={severity} className={`check-count severity-${severity}`}>
              <strong>{counts[severity]}</strong>
              <SeverityMark severity={severity} label={check.counts[severity]} />
            </li>
          ))}
      </ul>
      <ul className="check-worst">
        {worst.slice(0, shown).map((item) => (
          <li key={item.id} className="cut">
            <SeverityMark severity="overdue" isShapeOnly /> {dueSentence(item)}
          </li>
        ))}
        {worst.length > shown && <li className="note">{check.more(worst.length - shown)}</li>}
        {found.length === 0 && <li>{check.allMet}</li>}
      </ul>
      <div className="check-actions">
        <Button type="primary" onClick={() => go({ screen: 'ledgers' })}>
          {check.export}
        </Button>
        <Button disabled={found.length === 0} onClick={() => setIsOpen(true)}>
          {check.all}
        </Button>
      </div>
      {isOpen && <CheckDialog items={found} onClose={() => setIsOpen(false)} />}
    </Panel>
  );
}

import { Segmented } from 'antd';
import { useState } from 'react';
import type { RosterPlan } from '../../contract/roster-import.ts';
import { text } from '../text/zh-CN.ts';
import { Panel } from '../ui/panel.tsx';
import { ChangesTable } from './changes-table.tsx';
import { NewTable, NoticesTable, SameTable } from './plan-tables.tsx';

const words = text.rosterImport;

type Tab = 'new' | 'changed' | 'same' | 'notices';

/** Who is new, what changes, who is the same, and what of the file is not taken over. */
export function OutcomePanel({
  plan,
  unwanted,
  onUnwanted,
}: {
  plan: RosterPlan;
  unwanted: ReadonlySet<string>;
  onUnwanted(unwanted: ReadonlySet<string>): void;
}) {
  const [tab, setTab] = useState<Tab>(plan.changed.length > 0 ? 'changed' : 'new');
  const { counts } = plan;
  const titles: Record<Tab, string> = {
    new: words.added.title(counts.new),
    changed: words.changes.title(counts.changed),
    same: words.same.title(counts.same),
    notices: words.notices.title(plan.notices.length),
  };
  const notes: Record<Tab, string> = {
    new: plan.newGroups.length > 0 ? words.newGroups(plan.newGroups.join('、')) : words.added.note,
    changed: words.changes.note,
    same: words.same.note,
    notices: words.notices.note,
  };
  return (
    <Panel
      title={titles[tab]}
      note={notes[tab]}
      isFlush
      className="import-outcome"
      extra={
        <Segmented<Tab>
          aria-label={words.tabs}
          size="small"
          value={tab}
          onChange={setTab}
          options={(Object.keys(titles) as Tab[]).map((value) => ({ value, label: titles[value] }))}
        />
      }
    >
      {tab === 'new' && <NewTable entries={plan.new} />}
      {tab === 'changed' && <ChangesTable entries={plan.changed} unwanted={unwanted} onUnwanted={onUnwanted} />}
      {tab === 'same' && <SameTable entries={plan.same} />}
      {tab === 'notices' && <NoticesTable notices={plan.notices} />}
    </Panel>
  );
}

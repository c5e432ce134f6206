import { useState } from 'react';
import type { PointsScheme } from '../../contract/points.ts';
import { type PointsLine, PointsState } from '../../contract/points-operations.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { rowsOf } from '../ui/row-source.ts';
import { DecisionDialog, type DecisionStep } from './decision-dialog.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import { originRoute } from './origin-route.ts';

const words = text.points.decisions;

/** What can be done with entries in a state; the last is the one that goes on. */
const steps: Readonly<Record<PointsState, readonly DecisionStep[]>> = {
  'waiting-review': ['refuse', 'review'],
  'waiting-approval': ['reopen', 'refuse', 'approve'],
  counted: ['reopen'],
  refused: ['reopen'],
};

/** Entries by how far they have come; many are decided at once, on a day and by somebody. */
export function DecisionsView({ year, scheme }: { year: number; scheme: PointsScheme }) {
  const { branch, today, go } = useWorkspace();
  const found = useOperation(
    'pointsEntry.list',
    // What there is to do is to be done today, whatever day the lists are looked at.
    { branchId: branch.id, year, asOf: today },
    { records: ['pointsEntry', 'pointsScheme', 'meeting', 'training', 'service', 'honour', 'member'] },
  );
  const all = found.value ?? [];
  const states = PointsState.options.filter(
    (state) => state !== 'waiting-approval' || scheme.approval === 'members-meeting',
  );
  const [picked, setPicked] = useState<PointsState>();
  // Begins where there is something to do.
  const state = picked ?? states.find((each) => all.some((line) => line.state === each)) ?? 'waiting-review';
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [step, setStep] = useState<DecisionStep>();
  const [editing, setEditing] = useState<PointsLine>();
  const rows = all.filter((line) => line.state === state);
  const chosen = rows.filter(({ entry }) => selected.has(entry.id));

  return (
    <div className="points-view">
      <div className="points-bar">
        <fieldset className="points-states" aria-label={words.filter}>
          {states.map((each) => (
            <button
              key={each}
              type="button"
              className="plain-button points-state"
              aria-pressed={each === state}
              onClick={() => {
                setPicked(each);
                setSelected(new Set());
              }}
            >
              {words.filterCount(text.points.states[each], all.filter((line) => line.state === each).length)}
            </button>
          ))}
        </fieldset>
        <span className="note points-right cut">{words.keys}</span>
        {steps[state].map((each, index) => (
          <PermitButton
            key={each}
            right="decide"
            type={index === steps[state].length - 1 && each !== 'reopen' ? 'primary' : 'default'}
            disabled={chosen.length === 0}
            onClick={() => setStep(each)}
          >
            {words[each](chosen.length)}
          </PermitButton>
        ))}
      </div>
      {found.failure !== undefined && <FailurePanel failure={found.failure} />}
      <Panel isFlush className="points-list">
        <DataTable
          key={state}
          label={words.table}
          columns={columns}
          rows={rowsOf(rows)}
          keyOf={({ entry }) => entry.id}
          nameOf={({ memberName, itemText }) => `${memberName} ${itemText}`}
          selected={selected}
          onSelect={setSelected}
          onOpen={(line) => {
            if (line.state === 'waiting-review') setEditing(line);
            else if (line.entry.originRecord !== null)
              go(originRoute(line.entry.originRecord, line.entry.originId ?? ''));
          }}
          isFirst
          empty={found.value !== undefined && <EmptyState sentence={words.none[state]} />}
        />
      </Panel>
      {step !== undefined && (
        <DecisionDialog
          step={step}
          lines={chosen}
          day={today}
          onClose={(isDone) => {
            setStep(undefined);
            if (isDone) setSelected(new Set());
          }}
        />
      )}
      {editing !== undefined && (
        <EntryDialog
          scheme={scheme}
          year={year}
          memberId={undefined}
          line={editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </div>
  );
}

const columns: readonly TableColumn<PointsLine>[] = [
  { key: 'on', title: words.on, width: 100, render: ({ entry }) => entry.on },
  { key: 'name', title: words.name, width: 104, render: ({ memberName }) => <strong>{memberName}</strong> },
  { key: 'item', title: words.item, width: 220, render: ({ itemText }) => itemText },
  {
    key: 'points',
    title: words.points,
    width: 76,
    align: 'right',
    render: ({ entry, kind }) => text.points.signed(entry.tenths, kind),
  },
  { key: 'ground', title: words.ground, render: ({ originTitle, entry }) => originTitle || entry.evidence },
  {
    key: 'decision',
    title: words.decision,
    width: 210,
    render: ({ entry }) => {
      if (entry.refusedOn !== null) return text.points.person.decided(entry.refusedOn, entry.refusedReason);
      if (entry.approvedOn !== null) return text.points.person.decided(entry.approvedOn, entry.approvedBy);
      return entry.reviewedOn === null ? '' : text.points.person.decided(entry.reviewedOn, entry.reviewedBy);
    },
  },
];

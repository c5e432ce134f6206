import type { Training } from '../../contract/education.ts';
import { trainingFormNames } from '../../rules/codes/training.ts';
import { trainingHours } from '../../rules/education.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Panel } from '../ui/panel.tsx';
import { rowsOf } from '../ui/row-source.ts';

const words = text.education.trainings;

/** The trainings of a year, newest first. */
export function TrainingsView({ year, onOpen, onAdd }: { year: number; onOpen(id: string): void; onAdd(): void }) {
  const { branch, asOf } = useWorkspace();
  const found = useOperation('training.list', { branchId: branch.id, year }, { records: ['training'] });
  const settings = useOperation('setting.list', { asOf }, { records: ['setting'] });
  const stored = (settings.value ?? []).flatMap((setting) => setting.entries);
  const columns: TableColumn<Training>[] = [
    {
      key: 'startedOn',
      title: words.startedOn,
      width: 170,
      render: ({ startedOn, endedOn }) => words.span(startedOn, endedOn),
    },
    { key: 'title', title: words.title, render: ({ title }) => title },
    { key: 'organiser', title: words.organiser, width: 200, render: ({ organiser }) => organiser },
    { key: 'form', title: words.form, width: 90, render: ({ form }) => trainingFormNames[form] },
    {
      key: 'hours',
      title: words.hours,
      width: 60,
      align: 'right',
      render: (training) => trainingHours(training, stored) ?? '',
    },
    {
      key: 'participants',
      title: words.participants,
      width: 70,
      align: 'right',
      render: ({ participants }) => words.people(participants.length),
    },
  ];
  if (found.failure !== undefined) return <FailurePanel failure={found.failure} />;
  return (
    <Panel isFlush className="education-list">
      <DataTable
        label={words.table}
        note={text.print.year(year)}
        columns={columns}
        rows={rowsOf((found.value ?? []).toReversed())}
        keyOf={({ id }) => id}
        nameOf={({ title }) => title}
        onOpen={({ id }) => onOpen(id)}
        onEdit={({ id }) => onOpen(id)}
        isFirst
        empty={
          found.value !== undefined && (
            <EmptyState
              sentence={words.none(year)}
              action={{ label: text.education.add, onAct: onAdd, right: 'enter' }}
            />
          )
        }
      />
    </Panel>
  );
}

import type { Course, CourseCounts } from '../../contract/course.ts';
import { trainingFormNames } from '../../rules/codes/training.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Panel } from '../ui/panel.tsx';
import { rowsOf } from '../ui/row-source.ts';

const words = text.courses.list;

interface Row {
  course: Course;
  counts: CourseCounts;
}

/** The courses of a year, and how far everybody is with them. */
export function CoursesView({ year, onOpen, onAdd }: { year: number; onOpen(id: string): void; onAdd(): void }) {
  const { branch, asOf } = useWorkspace();
  const found = useOperation(
    'course.list',
    { branchId: branch.id, year, asOf },
    { records: ['course', 'courseProgress', 'member', 'group'] },
  );
  if (found.failure !== undefined) return <FailurePanel failure={found.failure} />;
  return (
    <Panel isFlush className="education-list">
      <DataTable
        label={words.table}
        note={text.print.year(year)}
        columns={columns}
        rows={rowsOf((found.value ?? []).toReversed())}
        keyOf={({ course }) => course.id}
        nameOf={({ course }) => course.title}
        onOpen={({ course }) => onOpen(course.id)}
        onEdit={({ course }) => onOpen(course.id)}
        isFirst
        empty={
          found.value !== undefined && (
            <EmptyState sentence={words.none(year)} action={{ label: words.add, onAct: onAdd, right: 'enter' }} />
          )
        }
      />
    </Panel>
  );
}

const counted = (key: keyof CourseCounts, title: string): TableColumn<Row> => ({
  key,
  title,
  width: 72,
  align: 'right',
  render: ({ counts }) => counts[key],
});

const columns: readonly TableColumn<Row>[] = [
  { key: 'title', title: words.title, render: ({ course }) => <strong>{course.title}</strong> },
  { key: 'form', title: words.form, width: 90, render: ({ course }) => trainingFormNames[course.form] },
  {
    key: 'lessons',
    title: words.lessons,
    width: 56,
    align: 'right',
    render: ({ course }) => words.lessonsOf(course.lessons.length),
  },
  { key: 'dueOn', title: words.dueOn, width: 110, render: ({ course }) => course.dueOn ?? '' },
  counted('assigned', words.assigned),
  counted('notBegun', words.notBegun),
  counted('studying', words.studying),
  counted('done', words.done),
];

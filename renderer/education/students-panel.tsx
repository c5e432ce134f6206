import { useState } from 'react';
import type { Course, CourseCounts, CourseStudent } from '../../contract/course.ts';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { rowsOf } from '../ui/row-source.ts';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { ProgressDialog } from './progress-dialog.tsx';

const words = text.courses.students;

/** How far everybody is; progress is entered for many at once. Below: the lessons of the one in the row. */
export function StudentsPanel({
  course,
  students,
  counts,
}: {
  course: Course;
  students: readonly CourseStudent[];
  counts: CourseCounts;
}) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string>();
  const [recorded, setRecorded] = useState<readonly CourseStudent[]>();
  const chosen = students.filter(({ memberId }) => selected.has(memberId));
  const student = students.find(({ memberId }) => memberId === active) ?? students[0];
  const columns: readonly TableColumn<CourseStudent>[] = [
    {
      key: 'name',
      title: words.name,
      width: 132,
      render: ({ name, isAssigned }) => (
        <>
          <strong>{name}</strong>
          {!isAssigned && words.extra}
        </>
      ),
    },
    { key: 'group', title: words.group, render: ({ groupName }) => groupName },
    {
      key: 'state',
      title: words.state,
      width: 84,
      render: ({ state }) => <SeverityMark severity={marks[state]} label={words.states[state]} />,
    },
    {
      key: 'done',
      title: text.courses.list.lessons,
      width: 52,
      align: 'right',
      render: ({ done }) => words.doneOf(done, course.lessons.length),
    },
    { key: 'completedOn', title: words.completedOn, width: 100, render: ({ completedOn }) => completedOn ?? '' },
    { key: 'hours', title: words.hours, width: 52, align: 'right', render: ({ hours }) => hours ?? '' },
  ];

  return (
    <div className="course-side">
      <Panel
        title={words.title}
        note={words.summary(counts.done, counts.studying, counts.notBegun)}
        extra={
          <PermitButton
            right="enter"
            type="primary"
            disabled={chosen.length === 0 || course.lessons.length === 0}
            onClick={() => setRecorded(chosen)}
          >
            {words.record(chosen.length)}
          </PermitButton>
        }
        isFlush
        className="education-list"
      >
        <p className="note course-keys">{course.lessons.length === 0 ? words.noLessons : words.keys}</p>
        <DataTable
          label={words.table}
          columns={columns}
          rows={rowsOf(students)}
          keyOf={({ memberId }) => memberId}
          nameOf={({ name }) => name}
          selected={selected}
          onSelect={setSelected}
          onActive={({ memberId }) => setActive(memberId)}
          onOpen={(row) => course.lessons.length > 0 && setRecorded([row])}
          isFirst
          empty={<EmptyState sentence={words.nobody} />}
        />
      </Panel>
      {student !== undefined && course.lessons.length > 0 && (
        <Panel title={words.detail(student.name)} className="course-detail">
          <ul>
            {course.lessons.map((lesson, index) => {
              const own = student.lessons[index];
              if (own === undefined) return null;
              return (
                <li key={lesson.id} className="course-line">
                  <span className="cut">{lesson.title}</span>
                  <span className="note">
                    {words.lessonLine(words.states[own.state], words.days(own.startedOn, own.doneOn))}
                  </span>
                  <span className="note cut">{own.evidence}</span>
                </li>
              );
            })}
          </ul>
        </Panel>
      )}
      {recorded !== undefined && (
        <ProgressDialog
          course={course}
          students={recorded}
          onClose={(isDone) => {
            setRecorded(undefined);
            if (isDone) setSelected(new Set());
          }}
        />
      )}
    </div>
  );
}

const marks = { 'not-begun': 'todo', studying: 'incomplete', done: 'met' } as const;

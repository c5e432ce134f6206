import { useState } from 'react';
import type { Course } from '../../contract/course.ts';
import { newId } from '../data/new-id.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Panel } from '../ui/panel.tsx';
import { CourseEditor } from './course-editor.tsx';
import { StudentsPanel } from './students-panel.tsx';

/** One course: its lessons and for whom it is on the left, how far everybody is on the right. */
export function CourseView({
  id,
  year,
  onSaved,
  onBack,
}: {
  id: string | undefined;
  year: number;
  onSaved(id: string): void;
  onBack(): void;
}) {
  const { branch, asOf } = useWorkspace();
  const [blank] = useState(() => blankCourse(branch.id, year, asOf));
  if (id !== undefined) return <Stored id={id} onSaved={onSaved} onBack={onBack} />;
  return (
    <div className="education-body course">
      <CourseEditor course={blank} onSaved={onSaved} onBack={onBack} />
      <Panel title={text.courses.students.title}>
        <p className="note">{text.courses.students.saveFirst}</p>
      </Panel>
    </div>
  );
}

function Stored({ id, onSaved, onBack }: { id: string; onSaved(id: string): void; onBack(): void }) {
  const { asOf } = useWorkspace();
  const found = useOperation(
    'course.students',
    { id, asOf },
    { records: ['course', 'courseProgress', 'member', 'group', 'setting'] },
  );
  if (found.failure !== undefined) return <FailurePanel failure={found.failure} />;
  if (found.value === undefined) return null;
  const { course, students, counts } = found.value;
  return (
    <div className="education-body course">
      <CourseEditor key={`${id}-${course.revision}`} course={course} onSaved={onSaved} onBack={onBack} />
      <StudentsPanel course={course} students={students} counts={counts} />
    </div>
  );
}

function blankCourse(branchId: string, year: number, asOf: string): Course {
  return {
    id: newId(),
    revision: 0,
    branchId,
    year,
    title: '',
    description: '',
    form: 'online',
    contents: [],
    hours: null,
    lessons: [],
    isForAll: true,
    groupIds: [],
    memberIds: [],
    assignedOn: asOf,
    dueOn: null,
  };
}

import { useState } from 'react';
import type { Resource } from '../../contract/course.ts';
import { type EducationView, educationViews } from '../data/education-views.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { SelectField } from '../ui/select-field.tsx';
import { SubjectTabs } from '../ui/subject-tabs.tsx';
import './education.css';
import { PermitButton } from '../ui/permit-button.tsx';
import { CourseView } from './course-view.tsx';
import { CoursesView } from './courses-view.tsx';
import { HoursView } from './hours-view.tsx';
import { ResourceDialog } from './resource-dialog.tsx';
import { ResourcesView } from './resources-view.tsx';
import { TrainingView } from './training-view.tsx';
import { TrainingsView } from './trainings-view.tsx';

const words = text.education;
const views = ['hours', 'trainings', 'courses', 'resources'] as const;
type View = (typeof views)[number];

/** The list that one record belongs to. */
const lists: Readonly<Record<string, View>> = { training: 'trainings', course: 'courses' };

/** Study hours of a year, the trainings and courses they come from besides the meetings, and the library. */
export function EducationScreen() {
  const { route, go, asOf, today } = useWorkspace();
  const [resource, setResource] = useState<Resource | 'new'>();
  const { recordId } = route;
  const one =
    route.view === 'course' ? 'course' : route.view === 'training' || recordId !== undefined ? 'training' : null;
  const view = one === null ? (views.find((name) => name === route.view) ?? 'hours') : (lists[one] ?? 'hours');
  const year = Number(route.params?.year ?? asOf.slice(0, 4));
  const params = { year: String(year) };
  const open = (next: EducationView, ofYear = year) =>
    go({ screen: 'education', view: next, params: { year: String(ofYear) } });
  const openOne = (kind: 'training' | 'course') => (id?: string) =>
    go({ screen: 'education', view: kind, ...(id === undefined ? {} : { recordId: id }), params });
  const openTraining = openOne('training');
  const openCourse = openOne('course');
  const latest = Math.max(Number(today.slice(0, 4)), year);
  const years = Array.from({ length: 11 }, (_, back) => ({
    value: String(latest - back),
    label: words.year(latest - back),
  }));
  const add = {
    hours: { label: words.add, onAct: () => openTraining() },
    trainings: { label: words.add, onAct: () => openTraining() },
    courses: { label: text.courses.list.add, onAct: () => openCourse() },
    resources: { label: text.courses.resources.add, onAct: () => setResource('new') },
  }[view];

  return (
    <div className="education">
      <SubjectTabs
        title={words.title}
        tabs={educationViews.map((name) => ({ name, label: words.views[name] }))}
        current={view}
        onOpen={(name) => open(name)}
      >
        {view !== 'resources' && (
          <SelectField
            label={words.yearLabel}
            className="education-year"
            value={String(year)}
            options={years}
            onChange={(next) => next !== null && open(view, Number(next))}
          />
        )}
        {one === null && (
          <PermitButton right="enter" type="primary" onClick={add.onAct}>
            {add.label}
          </PermitButton>
        )}
      </SubjectTabs>
      {one === 'training' && (
        <TrainingView key={recordId ?? 'new'} id={recordId} year={year} onDone={() => open('trainings')} />
      )}
      {one === 'course' && (
        <CourseView
          key={recordId ?? 'new'}
          id={recordId}
          year={year}
          onSaved={openCourse}
          onBack={() => open('courses')}
        />
      )}
      {one === null && view === 'hours' && <HoursView key={year} year={year} onTraining={openTraining} />}
      {one === null && view === 'trainings' && (
        <TrainingsView year={year} onOpen={openTraining} onAdd={() => openTraining()} />
      )}
      {one === null && view === 'courses' && <CoursesView year={year} onOpen={openCourse} onAdd={() => openCourse()} />}
      {view === 'resources' && <ResourcesView onOpen={setResource} onAdd={() => setResource('new')} />}
      {resource !== undefined && (
        <ResourceDialog
          key={resource === 'new' ? 'new' : resource.id}
          stored={resource === 'new' ? undefined : resource}
          onClose={() => setResource(undefined)}
          onSaved={setResource}
        />
      )}
    </div>
  );
}

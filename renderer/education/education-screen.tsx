import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { SelectField } from '../ui/select-field.tsx';
import './education.css';
import { PermitButton } from '../ui/permit-button.tsx';
import { HoursView } from './hours-view.tsx';
import { TrainingView } from './training-view.tsx';
import { TrainingsView } from './trainings-view.tsx';

const words = text.education;
const views = ['hours', 'trainings'] as const;
type View = (typeof views)[number];

/** Study hours of a year, and the trainings they come from besides the meetings. */
export function EducationScreen() {
  const { route, go, asOf, today } = useWorkspace();
  const isTraining = route.view === 'training' || route.recordId !== undefined;
  const view = isTraining ? 'trainings' : (views.find((name) => name === route.view) ?? 'hours');
  const year = Number(route.params?.year ?? asOf.slice(0, 4));
  const open = (next: View, ofYear = year) => go({ screen: 'education', view: next, params: { year: String(ofYear) } });
  const openTraining = (recordId?: string) =>
    go({
      screen: 'education',
      view: 'training',
      ...(recordId === undefined ? {} : { recordId }),
      params: { year: String(year) },
    });
  const latest = Math.max(Number(today.slice(0, 4)), year);
  const years = Array.from({ length: 11 }, (_, back) => ({
    value: String(latest - back),
    label: words.year(latest - back),
  }));

  return (
    <div className="education">
      <div className="education-head">
        <h1>{words.title}</h1>
        <div className="education-tabs" role="tablist">
          {views.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              className="plain-button education-tab"
              aria-selected={name === view}
              onClick={() => open(name)}
            >
              {words.views[name]}
            </button>
          ))}
        </div>
        <SelectField
          label={words.yearLabel}
          className="education-year"
          value={String(year)}
          options={years}
          onChange={(next) => next !== null && open(view, Number(next))}
        />
        {!isTraining && (
          <PermitButton right="enter" type="primary" onClick={() => openTraining()}>
            {words.add}
          </PermitButton>
        )}
      </div>
      {isTraining && (
        <TrainingView key={route.recordId ?? 'new'} id={route.recordId} year={year} onDone={() => open('trainings')} />
      )}
      {!isTraining && view === 'hours' && <HoursView key={year} year={year} onTraining={openTraining} />}
      {!isTraining && view === 'trainings' && (
        <TrainingsView year={year} onOpen={openTraining} onAdd={() => openTraining()} />
      )}
    </div>
  );
}

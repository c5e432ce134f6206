import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { AppraisalView } from './appraisal-view.tsx';
import './assessments.css';
import { DutyReportView } from './duty-report-view.tsx';
import { StandardizationView } from './standardization-view.tsx';
import { YearField } from './year-field.tsx';

const views = ['appraisal', 'standardization', 'duty-report'] as const;
type View = (typeof views)[number];

/** The three assessments of a year: members, the branch, its secretary. */
export function AssessmentsScreen() {
  const { route, go, asOf } = useWorkspace();
  const view = views.find((name) => name === route.view) ?? 'appraisal';
  const year = Number(route.params?.year ?? asOf.slice(0, 4));
  const open = (next: View, ofYear: number) =>
    go({ screen: 'assessments', view: next, params: { year: String(ofYear) } });

  return (
    <div className="assessments">
      <PageHeader
        title={text.assessment.title}
        summary={text.assessment.year(year)}
        actions={<YearField year={year} onChange={(next) => open(view, next)} />}
      />
      <div className="assessment-tabs" role="tablist">
        {views.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            className="plain-button assessment-tab"
            aria-selected={name === view}
            onClick={() => open(name, year)}
          >
            {text.assessment.views[name]}
          </button>
        ))}
      </div>
      {view === 'appraisal' && <AppraisalView key={year} year={year} />}
      {view === 'standardization' && <StandardizationView key={year} year={year} />}
      {view === 'duty-report' && <DutyReportView key={year} year={year} />}
    </div>
  );
}

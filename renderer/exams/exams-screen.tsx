import { type EducationView, educationViews } from '../data/education-views.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { SelectField } from '../ui/select-field.tsx';
import { SubjectTabs } from '../ui/subject-tabs.tsx';
import { ExamView } from './exam-view.tsx';
import { ExamsView } from './exams-view.tsx';
import { PaperView } from './paper-view.tsx';
import { PapersView } from './papers-view.tsx';
import { QuestionsView } from './questions-view.tsx';
import { SittingScreen } from './sitting-screen.tsx';
import './exams.css';

/** The tab that a place lies under. */
const tabOf: Readonly<Record<string, EducationView>> = {
  questions: 'questions',
  papers: 'papers',
  paper: 'papers',
  exams: 'exams',
  exam: 'exams',
};

/** 题库, 试卷, 考试: the second half of the education screen, and the page on which somebody answers. */
export function ExamsScreen() {
  const { route, go, asOf, today } = useWorkspace();
  const { view = 'exams', recordId, params } = route;
  const year = Number(params?.year ?? asOf.slice(0, 4));
  const open = (next: string, id?: string) =>
    go({
      screen: 'education',
      view: next,
      ...(id === undefined ? {} : { recordId: id }),
      params: { year: String(year) },
    });
  if (view === 'sitting' && recordId !== undefined && params?.member !== undefined)
    return <SittingScreen examId={recordId} memberId={params.member} onLeave={() => open('exam', recordId)} />;
  const latest = Math.max(Number(today.slice(0, 4)), year);
  const current = tabOf[view] ?? 'exams';
  return (
    <div className="exams">
      <SubjectTabs
        title={text.education.title}
        tabs={educationViews.map((name) => ({ name, label: text.education.views[name] }))}
        current={current}
        onOpen={(name) => open(name)}
      >
        {view === 'exams' && (
          <SelectField
            label={text.education.yearLabel}
            className="exams-year"
            value={String(year)}
            options={Array.from({ length: 11 }, (_, back) => ({
              value: String(latest - back),
              label: text.education.year(latest - back),
            }))}
            onChange={(next) => next !== null && go({ screen: 'education', view: 'exams', params: { year: next } })}
          />
        )}
      </SubjectTabs>
      {view === 'questions' && <QuestionsView onImport={() => open('questions-import')} />}
      {view === 'papers' && <PapersView onOpen={(id) => open('paper', id)} />}
      {view === 'paper' && (
        <PaperView
          key={recordId ?? 'new'}
          id={recordId}
          onSaved={(id) => open('paper', id)}
          onBack={() => open('papers')}
        />
      )}
      {current === 'exams' && view !== 'exam' && <ExamsView year={year} onOpen={(id) => open('exam', id)} />}
      {view === 'exam' && recordId !== undefined && (
        <ExamView
          key={recordId}
          id={recordId}
          onSit={(memberId) =>
            go({ screen: 'education', view: 'sitting', recordId, params: { year: String(year), member: memberId } })
          }
          onBack={() => open('exams')}
        />
      )}
    </div>
  );
}

import type { StepState } from '../../contract/development-process.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { useTemplate } from './use-template.ts';

const words = text.development;
const marks: Record<StepState['state'], string> = {
  done: '●',
  rejected: '✕',
  overdue: '◆',
  next: '▲',
  open: '○',
  waiting: '',
};

/** Everybody by 25 steps: what is missing for all at once. */
export function Wall() {
  const { branch, asOf, go } = useWorkspace();
  const { stepName, template } = useTemplate();
  const wall = useOperation(
    'developmentCase.wall',
    { branchId: branch.id, asOf },
    { records: ['developmentCase', 'member', 'setting'] },
  );
  if (wall.failure !== undefined) return <FailurePanel failure={wall.failure} />;
  if (wall.value?.length === 0) return <EmptyState sentence={words.emptyWall} />;
  return (
    <div className="panel development-wall-box">
      <p className="note">{words.wall.note}</p>
      <table className="development-wall" aria-label={words.wall.label}>
        <thead>
          <tr>
            <th scope="col">{words.columns.name}</th>
            {template?.steps.map((step) => (
              <th key={step.no} scope="col" title={step.name} className={`development-stage-${step.stage % 2}`}>
                {step.no}
              </th>
            ))}
            <th scope="col">{words.columns.papers}</th>
          </tr>
        </thead>
        <tbody>
          {wall.value?.map((report) => {
            const lacking = report.steps
              .filter((step) => step.state === 'done')
              .flatMap((step) => step.documents.filter((each) => isLacking(each)));
            return (
              <tr key={report.id}>
                <th scope="row">
                  <button
                    type="button"
                    className="plain-button development-name"
                    onClick={() => go({ screen: 'development', recordId: report.id })}
                  >
                    {report.name}
                  </button>
                </th>
                {report.steps.map((step) => (
                  <td
                    key={step.no}
                    className={`development-cell development-${step.state}`}
                    title={words.wall.cell(report.name, stepName(step.no), words.page.states[step.state])}
                  >
                    {marks[step.state]}
                    <span className="visually-hidden">{words.page.states[step.state]}</span>
                  </td>
                ))}
                <td className="development-number">{words.number(lacking.length)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function isLacking(paper: StepState['documents'][number]): boolean {
  return !paper.isOptional && (paper.state === 'missing' || paper.state === 'returned');
}

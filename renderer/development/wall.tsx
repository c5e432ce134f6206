import { Button } from 'antd';
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
  const { template } = useTemplate();
  const wall = useOperation(
    'developmentCase.wall',
    { branchId: branch.id, asOf },
    { records: ['developmentCase', 'member', 'setting'] },
  );
  if (wall.failure !== undefined) return <FailurePanel failure={wall.failure} />;
  if (wall.value?.length === 0) return <EmptyState sentence={words.emptyWall} />;
  return (
    <div className="panel development-wall-box">
      <p className="note development-paper-all">
        {words.wall.note}
        <Button size="small" onClick={() => go({ screen: 'ledgers', recordId: '43-missing-papers' })}>
          {words.wall.print}
        </Button>
      </p>
      <table className="development-wall" aria-label={words.wall.label}>
        <thead>
          <tr>
            <th scope="col">{words.columns.name}</th>
            {template?.steps.map((step, index) => (
              <th key={step.no} scope="col" title={step.name} className={`development-stage-${step.stage % 2}`}>
                {index + 1}
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
                {(template?.steps ?? []).map(({ no }) => {
                  const step = report.steps.find((each) => each.no === no);
                  if (step === undefined) return <td key={no} className="development-cell" />;
                  const lacks = step.state === 'done' && step.documents.some(isLacking);
                  return (
                    <td
                      key={step.no}
                      className={`development-cell development-${lacks ? 'next' : step.state}`}
                      title={words.wall.cell(
                        report.name,
                        step.name,
                        lacks ? words.wall.lacks : words.page.states[step.state],
                      )}
                    >
                      {lacks ? '◐' : marks[step.state]}
                      <span className="visually-hidden">
                        {lacks ? words.wall.lacks : words.page.states[step.state]}
                      </span>
                    </td>
                  );
                })}
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

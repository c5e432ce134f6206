import { Button } from 'antd';
import type { DevelopmentCaseView } from '../../contract/development.ts';
import type { DevelopmentReport } from '../../contract/development-process.ts';
import { isLacking } from '../../rules/development-facts.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { type Severity, SeverityMark } from '../ui/severity-mark.tsx';

const words = text.development.papers;

interface Line {
  stepNo: number;
  position: number;
  title: string;
  state: 'missing' | 'submitted' | 'returned';
  reason: string;
}

const severities: Record<Line['state'], Severity> = { missing: 'incomplete', submitted: 'todo', returned: 'due-soon' };

/** What is to be done about papers: to be looked through, handed back, not there; each opens the papers of its step. */
export function PapersPanel({
  record,
  report,
  onOpen,
}: {
  record: DevelopmentCaseView;
  report: DevelopmentReport;
  onOpen(stepNo: number): void;
}) {
  const { go } = useWorkspace();
  const lines = linesOf(record, report);
  const missing = lines.filter((line) => line.state === 'missing');
  const accepted = record.documents.filter((each) => each.state === 'accepted').length;
  const present = report.steps.find((step) => step.no === report.nextStep) ?? report.steps.at(-1);
  return (
    <Panel
      title={words.panel}
      extra={
        <PermitButton right="enter" size="small" onClick={() => onOpen(present?.no ?? 1)}>
          {words.add}
        </PermitButton>
      }
    >
      <p className="note">{words.counts(accepted, lines.filter((line) => line.state === 'submitted').length)}</p>
      <Lines lines={lines.filter((line) => line.state !== 'missing')} onOpen={onOpen} />
      {missing.length > 0 && (
        <details open={missing.length <= 5}>
          <summary>{words.missing(missing.length)}</summary>
          <Lines lines={missing} onOpen={onOpen} />
        </details>
      )}
      {lines.some((line) => line.state !== 'submitted') && (
        <Button size="small" onClick={() => go({ screen: 'ledgers', recordId: '43-missing-papers' })}>
          {text.development.wall.print}
        </Button>
      )}
    </Panel>
  );
}

function Lines({ lines, onOpen }: { lines: readonly Line[]; onOpen(stepNo: number): void }) {
  return (
    <ul className="development-list">
      {lines.map((line) => (
        <li key={`${line.stepNo} ${line.title}`}>
          <button type="button" className="plain-button development-entry" onClick={() => onOpen(line.stepNo)}>
            <SeverityMark severity={severities[line.state]} label={words.states[line.state]} />
            <span className="cut" title={line.reason}>
              {words.line(line.position, line.title, line.reason)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Handed back first, then what waits for the review, then what is not there of the steps that are done. */
function linesOf({ documents }: DevelopmentCaseView, { steps }: DevelopmentReport): Line[] {
  const placeOf = (no: number) => steps.find((step) => step.no === no)?.position ?? no;
  const entered = (state: 'returned' | 'submitted') =>
    documents
      .filter((each) => each.state === state)
      .map(({ stepNo, title, returnReason }): Line => {
        const reason = state === 'returned' ? returnReason : '';
        return { stepNo, position: placeOf(stepNo), title, state, reason };
      });
  const missing = steps
    .filter((step) => step.state === 'done')
    .flatMap(({ no, position, documents: asked }) =>
      asked
        .filter((each) => !each.isOptional && isLacking(each.state) && each.state !== 'returned')
        .map(({ title }): Line => ({ stepNo: no, position, title, state: 'missing', reason: '' })),
    );
  return [...entered('returned'), ...entered('submitted'), ...missing];
}

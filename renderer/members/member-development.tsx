import { Button } from 'antd';
import type { DevelopmentCaseView } from '../../contract/development.ts';
import type { StepState } from '../../contract/development-process.ts';
import {
  activityKindNames,
  documentStateNames,
  publicityKindNames,
  reviewKindNames,
  stepResultNames,
  trainingKindNames,
} from '../../rules/codes/development.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Panel } from '../ui/panel.tsx';

const words = text.member.development;
const changing = { records: ['developmentCase', 'developmentTemplate'] };

/** How the person came to be a member: the whole file from the first application on, read only. */
export function MemberDevelopment({ id }: { id: string }) {
  const { asOf, go } = useWorkspace();
  const list = useOperation('developmentCase.list', { asOf, memberId: id }, changing);
  const caseId = list.value?.[0]?.id;
  const record = useOperation('developmentCase.get', caseId === undefined ? null : { id: caseId }, changing);
  const report = useOperation('developmentCase.check', caseId === undefined ? null : { id: caseId, asOf }, changing);
  const failure = list.failure ?? record.failure ?? report.failure;
  if (failure !== undefined) return <FailurePanel failure={failure} />;
  if (list.value !== undefined && caseId === undefined) return <p className="member-quiet">{words.none}</p>;
  if (caseId === undefined || record.value === undefined || report.value === undefined) return null;
  const entries = entriesOf(record.value);
  return (
    <Panel
      title={words.title}
      note={words.steps(report.value.steps.filter(({ state }) => state === 'done').length, report.value.steps.length)}
      extra={<Button onClick={() => go({ screen: 'development', recordId: caseId })}>{words.open}</Button>}
      isFlush
    >
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{words.columns.step}</th>
            <th scope="col">{words.columns.on}</th>
            <th scope="col">{words.columns.conclusion}</th>
            <th scope="col">{words.columns.papers}</th>
          </tr>
        </thead>
        <tbody>
          {report.value.steps.map((step) => (
            <tr key={step.no}>
              <td>
                {step.position}. {step.name}
              </td>
              <td>{step.on ?? ''}</td>
              <td>{conclusionOf(record.value, step)}</td>
              <td title={papersTitle(step)}>{papersOf(step)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {entries.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{words.columns.on}</th>
              <th scope="col">{words.columns.kind}</th>
              <th scope="col">{words.columns.content}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.id}>
                <td>{entry.on}</td>
                <td>{entry.kind}</td>
                <td>{entry.content}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function conclusionOf(record: DevelopmentCaseView | undefined, step: StepState): string {
  const attempts = record?.steps.filter((each) => each.no === step.no) ?? [];
  return attempts
    .map((each) =>
      [each.result === 'passed' ? '' : stepResultNames[each.result], each.conclusion, each.documentNumber]
        .filter(Boolean)
        .join('；'),
    )
    .filter(Boolean)
    .join('　');
}

function papersOf({ state, documents }: StepState): string {
  if (state !== 'done') return '';
  const required = documents.filter(({ isOptional }) => !isOptional);
  const there = required.filter((each) => each.state !== 'missing' && each.state !== 'returned').length;
  return words.papers(there, required.length);
}

function papersTitle({ documents }: StepState): string {
  return documents.map(({ title, state }) => `${title}：${documentStateNames[state]}`).join('\n');
}

/** What else belongs to the file, oldest first. */
function entriesOf(record: DevelopmentCaseView): { id: string; on: string; kind: string; content: string }[] {
  return [
    ...record.reviews.map(({ id, on, kind, by, content }) => ({
      ...{ id, on, kind: reviewKindNames[kind] },
      content: [by, content].filter(Boolean).join('：'),
    })),
    ...record.trainings.map(({ id, from, to, kind, days, hours, organiser }) => ({
      ...{ id, on: from, kind: trainingKindNames[kind] },
      content: words.training(to, days, hours, organiser),
    })),
    ...record.publicities.map(({ id, from, to, kind, outcome }) => ({
      ...{ id, on: from, kind: publicityKindNames[kind] },
      content: words.publicity(to, outcome),
    })),
    ...record.activities.map(({ id, on, kind, content }) => ({ id, on, kind: activityKindNames[kind], content })),
    ...record.moves.map(({ id, on, kind, unit }) => ({ id, on, kind: words.move, content: words.moved(kind, unit) })),
  ].toSorted((left, right) => left.on.localeCompare(right.on));
}

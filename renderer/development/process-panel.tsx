import { Button } from 'antd';
import { useState } from 'react';
import type { DevelopmentCaseView, DevelopmentStep } from '../../contract/development.ts';
import type { DevelopmentReport, DevelopmentTemplate, StepState } from '../../contract/development-process.ts';
import { stepResultNames } from '../../rules/codes/development.ts';
import { text } from '../text/zh-CN.ts';
import { Panel } from '../ui/panel.tsx';
import { type Severity, SeverityMark } from '../ui/severity-mark.tsx';

const words = text.development.page;

/** The five stages; those that are done are folded, the present one is open. */
export function ProcessPanel({
  record,
  report,
  template,
  onEnter,
}: {
  record: DevelopmentCaseView;
  report: DevelopmentReport;
  template: DevelopmentTemplate;
  onEnter(no: number, existing?: DevelopmentStep): void;
}) {
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const done = report.steps.filter((step) => step.state === 'done').length;
  const stageOf = (no: number) => template.steps.find((step) => step.no === no)?.stage ?? 0;
  const present = report.nextStep === null ? 0 : stageOf(report.nextStep);
  const stages = template.stages.map((name, index) => ({ name, stage: index + 1 }));
  const isAllOpen = opened.size === stages.length;
  const toggle = (stage: number) =>
    setOpened((last) => {
      const next = new Set(last);
      if (!next.delete(stage)) next.add(stage);
      return next;
    });
  return (
    <Panel
      title={words.process}
      note={words.processNote(done)}
      extra={
        <>
          <span className="note cut development-basis">{words.basis(template.source)}</span>
          <Button
            size="small"
            onClick={() => setOpened(isAllOpen ? new Set() : new Set(stages.map(({ stage }) => stage)))}
          >
            {isAllOpen ? words.closeAll : words.openAll}
          </Button>
        </>
      }
      className="development-process"
    >
      <ol className="development-stages">
        {stages.map(({ name, stage }) => {
          const steps = report.steps.filter((step) => stageOf(step.no) === stage);
          const isOpen = stage === present || opened.has(stage);
          return (
            <li key={stage} className={stage === present ? 'development-present' : ''}>
              <button
                type="button"
                className="plain-button development-stage"
                aria-expanded={isOpen}
                onClick={() => toggle(stage)}
              >
                <strong>{stage}</strong>
                <span className="development-stage-name">{name}</span>
                <StageSummary steps={steps} />
              </button>
              {isOpen && (
                <ul className="development-steps">
                  {steps.map((step) => (
                    <StepLine
                      key={step.no}
                      step={step}
                      name={template.steps.find((each) => each.no === step.no)?.name ?? ''}
                      entries={record.steps.filter((each) => each.no === step.no)}
                      isNext={step.no === report.nextStep}
                      onEnter={onEnter}
                    />
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

function StageSummary({ steps }: { steps: readonly StepState[] }) {
  const done = steps.filter((step) => step.state === 'done');
  const days = done.flatMap((step) => (step.on === null ? [] : [step.on])).toSorted();
  const papers = done.flatMap((step) => step.documents.filter((each) => !each.isOptional));
  const there = papers.filter((each) => each.state !== 'missing' && each.state !== 'returned').length;
  const [from] = days;
  const to = days.at(-1);
  return (
    <span className="development-stage-summary">
      {from !== undefined && to !== undefined && <span className="note">{words.stageRange(from, to)}</span>}
      {done.length > 0 && (
        <SeverityMark
          severity={there === papers.length ? 'met' : 'incomplete'}
          label={words.papers(there, papers.length)}
        />
      )}
      {done.length < steps.length && <span className="note">{words.stageOpen(done.length, steps.length)}</span>}
    </span>
  );
}

const severities: Record<StepState['state'], Severity> = {
  done: 'met',
  rejected: 'overdue',
  overdue: 'overdue',
  next: 'due-soon',
  open: 'todo',
  waiting: 'todo',
};

function StepLine({
  step,
  name,
  entries,
  isNext,
  onEnter,
}: {
  step: StepState;
  name: string;
  entries: readonly DevelopmentStep[];
  isNext: boolean;
  onEnter(no: number, existing?: DevelopmentStep): void;
}) {
  const latest = entries.toSorted((left, right) => left.attempt - right.attempt).at(-1);
  const canEnter = step.state !== 'waiting' && step.state !== 'done';
  return (
    <li className="development-step" data-step={step.no}>
      <span className="development-step-state">
        <SeverityMark severity={severities[step.state]} label={words.states[step.state]} />
      </span>
      <span className="development-step-name">
        {step.no}. {name}
        {step.attempts > 1 && <span className="note"> {words.attempts(step.attempts)}</span>}
        {step.isLateEntry && <span className="note"> {words.lateEntry}</span>}
        {latest !== undefined && latest.result !== 'passed' && (
          <span className="note"> {stepResultNames[latest.result]}</span>
        )}
      </span>
      <span className="note development-step-day">{dayOf(step)}</span>
      {canEnter ? (
        <Button size="small" type={isNext ? 'primary' : 'default'} onClick={() => onEnter(step.no)}>
          {latest === undefined ? words.enter : words.again}
        </Button>
      ) : (
        <Button size="small" type="text" disabled={step.state === 'waiting'} onClick={() => onEnter(step.no, latest)}>
          {step.state === 'waiting' ? words.enter : words.change}
        </Button>
      )}
    </li>
  );
}

function dayOf(step: StepState): string {
  if (step.on !== null) return step.on;
  if (step.awaits.length > 0) return words.awaits(step.awaits.join('、'));
  if (step.state === 'waiting' && step.earliest !== null) return words.from(step.earliest);
  if (step.latest !== null) return words.due(step.latest);
  return step.earliest === null ? '' : words.from(step.earliest);
}

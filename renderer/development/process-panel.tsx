import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { DevelopmentCaseView, DevelopmentStep } from '../../contract/development.ts';
import type { DevelopmentReport, DevelopmentTemplate, StepState } from '../../contract/development-process.ts';
import { stepResultNames } from '../../rules/codes/development.ts';
import { text } from '../text/zh-CN.ts';
import { Panel } from '../ui/panel.tsx';
import { type Severity, SeverityMark } from '../ui/severity-mark.tsx';

const words = text.development.page;

/** The five stages; those that are done are folded, the present one is open and the next step has the focus. */
export function ProcessPanel({
  record,
  report,
  template,
  isBusy,
  onPapers,
  onEnter,
}: {
  record: DevelopmentCaseView;
  report: DevelopmentReport;
  template: DevelopmentTemplate;
  /** A form lies over the page and has the keyboard. */
  isBusy: boolean;
  /** To the papers of a step, on their own. */
  onPapers(no: number): void;
  onEnter(no: number, existing?: DevelopmentStep): void;
}) {
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const list = useRef<HTMLOListElement>(null);
  // Whoever enters a whole file goes on with Enter alone.
  const wanted = isBusy ? null : `${report.nextStep} ${record.revision}`;
  useEffect(() => {
    if (wanted === null) return;
    // After the dialog that closes has given the focus back to where it opened.
    const timer = setTimeout(() => list.current?.querySelector<HTMLElement>('[data-is-next=true] button')?.focus());
    return () => clearTimeout(timer);
  }, [wanted]);
  const done = report.steps.filter((step) => step.state === 'done').length;
  // Of who was not kept on, the last stage stays open: it tells how it ended.
  const present =
    report.steps.find((step) => step.no === report.nextStep)?.stage ?? (report.stage === 'cancelled' ? 5 : 0);
  const stages = template.stages.map((name, index) => ({ name, stage: index + 1 }));
  const hasLapsed = report.findings.some((found) => found.rule === 'V7c' && found.code === 'vote-again');
  const isAllOpen = opened.size === stages.length;
  const placeOf = (no: number) => report.steps.find((step) => step.no === no)?.position ?? no;
  const toggle = (stage: number) =>
    setOpened((last) => {
      const changed = new Set(last);
      if (!changed.delete(stage)) changed.add(stage);
      return changed;
    });
  return (
    <Panel
      title={words.process}
      note={words.processNote(done, report.steps.length)}
      extra={
        <>
          <span className="note cut development-basis" title={template.source}>
            {words.basis(template.source)}
          </span>
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
      <ol className="development-stages" ref={list}>
        {stages.map(({ name, stage }) => {
          const steps = report.steps.filter((step) => step.stage === stage);
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
                      entries={record.steps.filter((each) => each.no === step.no)}
                      isNext={step.no === report.nextStep}
                      placeOf={placeOf}
                      isLapsed={step.no === 15 && hasLapsed}
                      onPapers={onPapers}
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
  entries,
  isNext,
  placeOf,
  isLapsed,
  onPapers,
  onEnter,
}: {
  step: StepState;
  entries: readonly DevelopmentStep[];
  isNext: boolean;
  placeOf(no: number): number;
  /** A vote that was not approved in time and may be taken again. */
  isLapsed: boolean;
  onPapers(no: number): void;
  onEnter(no: number, existing?: DevelopmentStep): void;
}) {
  const ordered = entries.toSorted((left, right) => left.attempt - right.attempt);
  const latest = ordered.at(-1);
  const isDone = step.state === 'done';
  const canEnter = step.state !== 'waiting' && !isDone;
  // The entry that counts stands in the line; what came before it, or failed, below.
  const shown = isDone ? ordered.findLast((each) => each.on === step.on) : undefined;
  const earlier = ordered.filter((each) => each !== shown);
  return (
    <li className="development-step" data-step={step.no} data-is-next={isNext}>
      <div className="development-step-line">
        <span className="development-step-state">
          <SeverityMark severity={severities[step.state]} label={words.states[step.state]} />
        </span>
        <span className="development-step-name">
          {step.position}. {step.name}
          {step.attempts > 1 && <span className="note"> {words.attempts(step.attempts)}</span>}
          {step.isLateEntry && <span className="note"> {words.lateEntry}</span>}
          {shown !== undefined && shown.result !== 'passed' && (
            <span className="note"> {words.result(stepResultNames[shown.result], shown.months)}</span>
          )}
        </span>
        {isDone && <StepPapers step={step} onOpen={() => onPapers(step.no)} />}
        <span className="note development-step-day">{dayOf(step, placeOf)}</span>
        {isLapsed && (
          <Button size="small" onClick={() => onEnter(step.no)}>
            {words.again}
          </Button>
        )}
        {canEnter ? (
          <Button size="small" type={isNext ? 'primary' : 'default'} onClick={() => onEnter(step.no)}>
            {latest === undefined ? words.enter : words.again}
          </Button>
        ) : (
          <Button
            size="small"
            type="text"
            disabled={step.state === 'waiting'}
            onClick={() => onEnter(step.no, shown ?? latest)}
          >
            {step.state === 'waiting' ? words.enter : words.change}
          </Button>
        )}
      </div>
      {earlier.map((entry) => (
        <div key={entry.id} className="development-attempt note">
          <span>
            {words.attempt(entry.attempt, entry.on, words.result(stepResultNames[entry.result], entry.months))}
            {entry.reason !== '' && `：${entry.reason}`}
          </span>
          <Button size="small" type="text" onClick={() => onEnter(step.no, entry)}>
            {words.change}
          </Button>
        </div>
      ))}
    </li>
  );
}

/** How many of the papers of a step that is done are there; the way to them. */
function StepPapers({ step, onOpen }: { step: StepState; onOpen(): void }) {
  const required = step.documents.filter((each) => !each.isOptional);
  const there = required.filter((each) => each.state !== 'missing' && each.state !== 'returned').length;
  if (required.length === 0 || there === required.length) return null;
  return (
    <button type="button" className="plain-button" onClick={onOpen}>
      <SeverityMark severity="incomplete" label={words.papers(there, required.length)} />
    </button>
  );
}

function dayOf(step: StepState, placeOf: (no: number) => number): string {
  if (step.on !== null) return step.on;
  if (step.awaits.length > 0) return words.awaits(step.awaits.map(placeOf).join('、'));
  if (step.state === 'waiting' && step.earliest !== null) return words.from(step.earliest);
  if (step.latest !== null) return words.due(step.latest);
  return step.earliest === null ? '' : words.from(step.earliest);
}

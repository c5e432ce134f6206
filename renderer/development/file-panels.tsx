import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Activity, DevelopmentCaseView, Move, Publicity, Review, Training } from '../../contract/development.ts';
import type { DevelopmentReport, Rhythm } from '../../contract/development-process.ts';
import {
  activityKindNames,
  publicityKindNames,
  reviewKindNames,
  trainingKindNames,
} from '../../rules/codes/development.ts';
import { developmentDueSentences } from '../text/development-due.ts';
import { text } from '../text/zh-CN.ts';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { PapersPanel } from './papers-panel.tsx';

const words = text.development.page;

/** An entry to be made beside the steps; with the one to be changed, where there is one. */
export type Entry =
  | { kind: 'review'; existing?: Review; as?: Review['kind'] }
  | { kind: 'training'; existing?: Training }
  | { kind: 'publicity'; existing?: Publicity }
  | { kind: 'activity'; existing?: Activity }
  | { kind: 'move'; existing?: Move }
  | { kind: 'papers'; stepNo: number };

/** Beside the process: what is to be looked at, reviews with their rhythm, what else belongs to the file, progress. */
export function FilePanels({
  record,
  report,
  onOpen,
}: {
  record: DevelopmentCaseView;
  report: DevelopmentReport;
  onOpen(entry: Entry): void;
}) {
  const findings = report.findings.filter((each) => each.severity !== 'todo');
  const latestFirst = <Dated extends { on: string }>(list: readonly Dated[]) =>
    list.toSorted((left, right) => right.on.localeCompare(left.on));
  const byBeginning = <Lasting extends { from: string }>(list: readonly Lasting[]) =>
    list.toSorted((left, right) => right.from.localeCompare(left.from));
  return (
    <div className="development-side">
      <Panel title={words.findings}>
        {findings.length === 0 && <p className="note">{words.noFindings}</p>}
        <ul className="development-list">
          {findings.map((found, index) => (
            <li key={index}>
              <SeverityMark severity={found.severity} isShapeOnly />
              <span>{sentenceOf(found, report)}</span>
            </li>
          ))}
        </ul>
      </Panel>
      <PapersPanel record={record} report={report} onOpen={(stepNo) => onOpen({ kind: 'papers', stepNo })} />
      <EntryPanel title={words.reviews} adds={[{ name: words.addReview, onAdd: () => onOpen({ kind: 'review' }) }]}>
        {report.rhythms.map((rhythm) => (
          <RhythmLine
            key={`${rhythm.stepNo}${rhythm.kind}`}
            rhythm={rhythm}
            onAdd={() => onOpen({ kind: 'review', as: rhythm.kind })}
          />
        ))}
        {latestFirst(record.reviews).map((review) => (
          <Line key={review.id} day={review.on} onOpen={() => onOpen({ kind: 'review', existing: review })}>
            {reviewKindNames[review.kind]} {review.by}
          </Line>
        ))}
      </EntryPanel>
      <EntryPanel
        title={words.periods}
        adds={[
          { name: words.addTraining, onAdd: () => onOpen({ kind: 'training' }) },
          { name: words.addPublicity, onAdd: () => onOpen({ kind: 'publicity' }) },
        ]}
      >
        {byBeginning(record.trainings).map((each) => (
          <Line
            key={each.id}
            day={words.stageRange(each.from, each.to)}
            onOpen={() => onOpen({ kind: 'training', existing: each })}
          >
            {trainingKindNames[each.kind]} {words.amount(each.days, each.hours)}
          </Line>
        ))}
        {byBeginning(record.publicities).map((each) => (
          <Line
            key={each.id}
            day={words.stageRange(each.from, each.to)}
            onOpen={() => onOpen({ kind: 'publicity', existing: each })}
          >
            {publicityKindNames[each.kind]} {each.outcome}
          </Line>
        ))}
      </EntryPanel>
      <EntryPanel
        title={words.activities}
        adds={[{ name: words.addActivity, onAdd: () => onOpen({ kind: 'activity' }) }]}
      >
        {latestFirst(record.activities).map((activity) => (
          <Line key={activity.id} day={activity.on} onOpen={() => onOpen({ kind: 'activity', existing: activity })}>
            {activityKindNames[activity.kind]} {activity.content}
          </Line>
        ))}
      </EntryPanel>
      <EntryPanel title={words.moves} adds={[{ name: words.addMove, onAdd: () => onOpen({ kind: 'move' }) }]}>
        {latestFirst(record.moves).map((move) => (
          <Line key={move.id} day={move.on} onOpen={() => onOpen({ kind: 'move', existing: move })}>
            {words.moved(move.kind, move.unit)}
          </Line>
        ))}
      </EntryPanel>
      <Progress report={report} />
    </div>
  );
}

function EntryPanel({
  title,
  adds,
  children,
}: {
  title: string;
  adds: readonly { name: string; onAdd(): void }[];
  children: ReactNode[] | ReactNode;
}) {
  const isEmpty = Array.isArray(children) && children.flat().length === 0;
  return (
    <Panel
      title={title}
      extra={adds.map(({ name, onAdd }) => (
        <PermitButton key={name} right="enter" size="small" onClick={onAdd}>
          {name}
        </PermitButton>
      ))}
    >
      {isEmpty ? <p className="note">{words.noReviews}</p> : <ul className="development-list">{children}</ul>}
    </Panel>
  );
}

function Line({ day, onOpen, children }: { day: string; onOpen(): void; children: ReactNode }) {
  return (
    <li>
      <button type="button" className="plain-button development-entry" onClick={onOpen}>
        <span className="note">{day}</span>
        <span className="cut">{children}</span>
      </button>
    </li>
  );
}

/** How often it is to be done, when next, and where there was too long a pause. */
function RhythmLine({ rhythm, onAdd }: { rhythm: Rhythm; onAdd(): void }) {
  const isLate = rhythm.gaps.some(({ isOpen }) => isOpen);
  const past = rhythm.gaps.filter(({ isOpen }) => !isOpen);
  return (
    <li className="development-rhythm">
      <div>
        <SeverityMark
          severity={isLate ? 'due-soon' : past.length > 0 ? 'incomplete' : 'met'}
          label={words.rhythm(reviewKindNames[rhythm.kind], rhythm.months, rhythm.days.length)}
        />
        {rhythm.dueOn !== null && (
          <Button size="small" type="text" onClick={onAdd}>
            {words.nextReview(rhythm.dueOn)}
          </Button>
        )}
      </div>
      {past.map((gap) => (
        <p key={gap.from} className="note">
          {words.gap(gap.from, gap.to, rhythm.months)}
        </p>
      ))}
    </li>
  );
}

/** The person's own progress, with what stands behind each point. For this page only: never printed, never ranked. */
function Progress({ report }: { report: DevelopmentReport }) {
  const { points, possible, evidence } = report.progress;
  const nameOf = (no: number) => report.steps.find((step) => step.no === no)?.name ?? '';
  return (
    <Panel title={words.progress}>
      <div className="development-progress">
        <progress value={points} max={possible} aria-label={words.progress} />
        <strong>{words.points(points, possible)}</strong>
      </div>
      <p className="note">{words.pointsNote}</p>
      <details>
        <summary>{words.evidence(evidence.length)}</summary>
        <ul className="development-list">
          {evidence.map((each) => (
            <li key={`${each.stepNo} ${each.what}`}>
              <span className="note">{words.gained(each.points)}</span>
              <span>
                {nameOf(each.stepNo)}　{each.what}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </Panel>
  );
}

function sentenceOf(found: DevelopmentReport['findings'][number], report: DevelopmentReport): string {
  const stepName = report.steps.find((step) => step.no === found.stepNo)?.name ?? '';
  const values: Record<string, string | number> = { ...found.params, person: report.name, stepName };
  const sentence = developmentDueSentences[found.rule]?.[found.code];
  return sentence?.((name) => String(values[name] ?? ''), found) ?? found.source;
}

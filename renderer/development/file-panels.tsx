import { Button } from 'antd';
import type { DevelopmentCaseView } from '../../contract/development.ts';
import type { DevelopmentReport, DevelopmentTemplate } from '../../contract/development-process.ts';
import {
  activityKindNames,
  publicityKindNames,
  reviewKindNames,
  trainingKindNames,
} from '../../rules/codes/development.ts';
import { developmentDueSentences } from '../text/development-due.ts';
import { text } from '../text/zh-CN.ts';
import { Panel } from '../ui/panel.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';

const words = text.development.page;

/** Beside the process: what is to be looked at, the person's own progress, reviews, and what else belongs to the file. */
export function FilePanels({
  record,
  report,
  template,
  onAdd,
}: {
  record: DevelopmentCaseView;
  report: DevelopmentReport;
  template: DevelopmentTemplate;
  onAdd(kind: 'review' | 'activity' | 'period'): void;
}) {
  const findings = report.findings.filter((each) => each.severity !== 'todo');
  const { points, possible } = report.progress;
  const reviews = record.reviews.toSorted((left, right) => right.on.localeCompare(left.on));
  const periods = [
    ...record.trainings.map(({ id, from, to, kind }) => ({ id, from, to, name: trainingKindNames[kind] })),
    ...record.publicities.map(({ id, from, to, kind }) => ({ id, from, to, name: publicityKindNames[kind] })),
  ].toSorted((left, right) => right.from.localeCompare(left.from));
  const activities = record.activities.toSorted((left, right) => right.on.localeCompare(left.on));
  return (
    <div className="development-side">
      <Panel title={words.findings}>
        {findings.length === 0 && <p className="note">{words.noFindings}</p>}
        <ul className="development-list">
          {findings.map((found, index) => (
            <li key={index}>
              <SeverityMark severity={found.severity} isShapeOnly />
              <span>{sentenceOf(found, report.name, template)}</span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={words.progress}>
        <div className="development-progress">
          <progress value={points} max={possible} aria-label={words.progress} />
          <strong>{words.points(points, possible)}</strong>
        </div>
        <p className="note">{words.pointsNote}</p>
      </Panel>
      <Panel
        title={words.reviews}
        extra={
          <Button size="small" onClick={() => onAdd('review')}>
            {words.addReview}
          </Button>
        }
      >
        {reviews.length === 0 && <p className="note">{words.noReviews}</p>}
        <ul className="development-list">
          {reviews.map((review) => (
            <li key={review.id}>
              <span className="note">{review.on}</span>
              <span>
                {reviewKindNames[review.kind]} {review.by}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel
        title={words.periods}
        extra={
          <Button size="small" onClick={() => onAdd('period')}>
            {words.addPeriod}
          </Button>
        }
      >
        {periods.length === 0 && <p className="note">{words.noReviews}</p>}
        <ul className="development-list">
          {periods.map((period) => (
            <li key={period.id}>
              <span className="note">{words.stageRange(period.from, period.to)}</span>
              <span>{period.name}</span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel
        title={words.activities}
        extra={
          <Button size="small" onClick={() => onAdd('activity')}>
            {words.addActivity}
          </Button>
        }
      >
        {activities.length === 0 && <p className="note">{words.noReviews}</p>}
        <ul className="development-list">
          {activities.map((activity) => (
            <li key={activity.id}>
              <span className="note">{activity.on}</span>
              <span>
                {activityKindNames[activity.kind]} {activity.content}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}

function sentenceOf(
  found: DevelopmentReport['findings'][number],
  person: string,
  template: DevelopmentTemplate,
): string {
  const stepName = template.steps.find((step) => step.no === found.stepNo)?.name ?? '';
  const values: Record<string, string | number> = { ...found.params, person, stepName };
  const sentence = developmentDueSentences[found.rule]?.[found.code];
  return sentence?.((name) => String(values[name] ?? ''), found) ?? found.source;
}

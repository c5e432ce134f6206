import { Button } from 'antd';
import type { StepBound, StepTemplate } from '../../../contract/development-process.ts';
import { reviewKindNames } from '../../../rules/codes/development.ts';
import { text } from '../../text/zh-CN.ts';
import './development-section.css';

const words = text.developmentTemplate;

/** The steps of a version with their limits in words; with the keys to change them where a new one is made. */
export function StepTable({
  steps,
  editing,
}: {
  steps: readonly StepTemplate[];
  editing?: {
    /** Steps that the regulation asks for. */
    fixed: ReadonlySet<number>;
    onEdit(step: StepTemplate): void;
    onMove(index: number, by: 1 | -1): void;
    onRemove(index: number): void;
    onInsert(index: number): void;
  };
}) {
  return (
    <div className="template-scroll">
      <table className="plain-table template-table" aria-label={words.versions}>
        <thead>
          <tr>
            <th scope="col">{words.columns.number}</th>
            <th scope="col">{words.columns.name}</th>
            <th scope="col">{words.columns.actor}</th>
            <th scope="col">{words.columns.limits}</th>
            <th scope="col">{words.columns.papers}</th>
            <th scope="col">{words.columns.source}</th>
            {editing !== undefined && <th scope="col">{words.columns.actions}</th>}
          </tr>
        </thead>
        <tbody>
          {steps.map((step, index) => (
            <tr key={step.no} data-step={step.no}>
              <td>{index + 1}</td>
              <td>
                <strong>{step.name}</strong> {step.no > 25 && <span className="setting-local">{words.own}</span>}
              </td>
              <td>{step.actor}</td>
              <td>
                {limitsOf(step, steps).map((limit) => (
                  <p key={limit}>{limit}</p>
                ))}
              </td>
              <td title={step.documents.map(({ title }) => title).join('、')}>
                {words.papers(
                  step.documents.filter(({ isOptional }) => !isOptional).length,
                  step.documents.filter(({ isOptional }) => isOptional).length,
                )}
              </td>
              <td>{step.source}</td>
              {editing !== undefined && (
                <td className="template-actions">
                  <Button size="small" onClick={() => editing.onEdit(step)}>
                    {words.edit}
                  </Button>
                  <Button size="small" disabled={index === 0} onClick={() => editing.onMove(index, -1)}>
                    {words.up}
                  </Button>
                  <Button size="small" disabled={index === steps.length - 1} onClick={() => editing.onMove(index, 1)}>
                    {words.down}
                  </Button>
                  <Button size="small" onClick={() => editing.onInsert(index)}>
                    {words.insert}
                  </Button>
                  <Button
                    size="small"
                    disabled={editing.fixed.has(step.no)}
                    title={editing.fixed.has(step.no) ? words.fixed : ''}
                    onClick={() => editing.onRemove(index)}
                  >
                    {words.remove}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function limitsOf(step: StepTemplate, steps: readonly StepTemplate[]): string[] {
  const names = (bound: StepBound) =>
    bound.after.map((no) => steps.find((each) => each.no === no)?.name ?? String(no)).join('、');
  const span = (bound: StepBound) => words.span(bound.months, bound.days);
  return [
    ...(step.minimumAge === null ? [] : [words.age(step.minimumAge)]),
    ...(step.earliest === null
      ? []
      : [words.earliest(names(step.earliest), span(step.earliest), step.earliest.isHard)]),
    ...(step.latest === null ? [] : [words.latest(names(step.latest), span(step.latest))]),
    ...step.periods.map(({ kind, months }) => words.period(reviewKindNames[kind], months)),
  ];
}

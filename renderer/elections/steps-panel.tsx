import { Button } from 'antd';
import type { Election, ElectionStep } from '../../contract/election.ts';
import { useClient } from '../data/client-context.tsx';
import { newId } from '../data/new-id.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DateField } from '../ui/date-field.tsx';
import { Panel } from '../ui/panel.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = text.elections;

/** The checklist: planned and actual day, document and note of each step. */
export function StepsPanel({
  draft,
  expiresOn,
  change,
}: {
  draft: Election;
  expiresOn: string | null;
  change(part: Partial<Election>): void;
}) {
  const client = useClient();
  const { today } = useWorkspace();
  const { steps } = draft;
  const set = (id: string, part: Partial<ElectionStep>) =>
    change({ steps: steps.map((step) => (step.id === id ? { ...step, ...part } : step)) });

  async function replan(): Promise<void> {
    const days = { asOf: today, expiresOn, electionOn: draft.heldOn };
    const planned = await client.call('election.plan', { kind: draft.kind, ...days, steps });
    const { id } = await client.call('electionTemplate.on', { day: today });
    change({ steps: planned, templateId: id });
  }

  function add(): void {
    const blank = { source: '', plannedOn: null, doneOn: null, documentNumber: '', note: '' };
    change({ steps: [...steps, { id: newId(), name: words.ownStep, ...blank }] });
  }

  return (
    <Panel
      title={words.stepsTitle}
      note={words.replanNote}
      extra={
        <>
          <Button size="small" onClick={add}>
            {words.addStep}
          </Button>
          <Button size="small" onClick={() => void replan()}>
            {words.replan}
          </Button>
        </>
      }
    >
      <table className="election-table">
        <thead>
          <tr>
            {Object.entries(words.stepColumns).map(([key, title]) => (
              <th key={key} scope="col" className={`election-${key}`}>
                {title}
              </th>
            ))}
            <th className="election-remove" aria-label={words.addStep} />
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.id} className={step.doneOn === null ? '' : 'election-done'}>
              <th scope="row" title={`${step.name}\n${step.source}`}>
                <TextField
                  size="small"
                  label={words.stepColumns.name}
                  value={step.name}
                  maxLength={60}
                  onChange={(name) => set(step.id, { name })}
                />
              </th>
              <td>
                <DateField
                  size="small"
                  label={`${step.name}${words.stepColumns.plannedOn}`}
                  value={step.plannedOn}
                  onChange={(plannedOn) => set(step.id, { plannedOn })}
                />
              </td>
              <td>
                <DateField
                  size="small"
                  label={`${step.name}${words.stepColumns.doneOn}`}
                  value={step.doneOn}
                  onChange={(doneOn) => set(step.id, { doneOn })}
                />
              </td>
              <td>
                <TextField
                  size="small"
                  label={`${step.name}${words.stepColumns.documentNumber}`}
                  value={step.documentNumber}
                  maxLength={100}
                  onChange={(documentNumber) => set(step.id, { documentNumber })}
                />
              </td>
              <td>
                <TextField
                  size="small"
                  label={`${step.name}${words.stepColumns.note}`}
                  value={step.note}
                  maxLength={500}
                  onChange={(note) => set(step.id, { note })}
                />
              </td>
              <td>
                <Button
                  type="text"
                  size="small"
                  aria-label={words.removeStep(step.name)}
                  onClick={() => change({ steps: steps.filter(({ id }) => id !== step.id) })}
                >
                  ×
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

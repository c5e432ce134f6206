import { Button } from 'antd';
import { useState } from 'react';
import type { DevelopmentTemplate, StepTemplate } from '../../../contract/development-process.ts';
import { templateOn } from '../../../rules/development-template.ts';
import { steadfastSteps } from '../../../rules/development-template-limits.ts';
import { newId } from '../../data/new-id.ts';
import { useOperation } from '../../data/use-operation.ts';
import { useSave } from '../../data/use-save.ts';
import { useUnsaved } from '../../data/use-unsaved.ts';
import { useWorkspace } from '../../data/workspace.tsx';
import { text } from '../../text/zh-CN.ts';
import { DateField } from '../../ui/date-field.tsx';
import { FailurePanel } from '../../ui/failure-panel.tsx';
import { Field } from '../../ui/field.tsx';
import { fieldProblem } from '../../ui/field-problem.ts';
import { Panel } from '../../ui/panel.tsx';
import { PermitButton } from '../../ui/permit-button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { StepTable } from './step-table.tsx';
import { StepTemplateDialog } from './step-template-dialog.tsx';

const words = text.developmentTemplate;

/** The versions of the steps of development, and the entry of a new one. */
export function DevelopmentSection() {
  const { asOf } = useWorkspace();
  const { value, failure } = useOperation('developmentTemplate.list', {}, { records: ['developmentTemplate'] });
  const [chosenId, setChosenId] = useState<string>();
  const [revised, setRevised] = useState<DevelopmentTemplate>();
  if (failure !== undefined) return <FailurePanel failure={failure} />;
  const [shipped] = value ?? [];
  if (value === undefined || shipped === undefined) return null;
  const shown = value.find(({ id }) => id === chosenId) ?? templateOn(value, asOf);
  if (revised !== undefined)
    return (
      <Revision
        base={revised}
        shipped={shipped}
        onClose={(id) => {
          setRevised(undefined);
          if (id !== undefined) setChosenId(id);
        }}
      />
    );
  const isNow = shown.id === templateOn(value, asOf).id;
  return (
    <Panel
      title={words.versions}
      note={words.source(shown.source)}
      extra={
        <>
          <SelectField
            label={words.versions}
            className="template-versions"
            value={shown.id}
            options={value.map((each) => ({
              value: each.id,
              label: each.version === 0 ? words.shipped : words.version(each.version, each.from),
            }))}
            onChange={(id) => setChosenId(id ?? undefined)}
          />
          <PermitButton right="decide" type="primary" onClick={() => setRevised(shown)}>
            {isNow ? words.revise : words.restore}
          </PermitButton>
        </>
      }
    >
      <p className="note">{words.note}</p>
      {shown.note !== '' && <p className="note">{shown.note}</p>}
      <StepTable steps={shown.steps} />
    </Panel>
  );
}

/** A new version in the making. */
function Revision({
  base,
  shipped,
  onClose,
}: {
  base: DevelopmentTemplate;
  shipped: DevelopmentTemplate;
  onClose(id?: string): void;
}) {
  const { today } = useWorkspace();
  const [id] = useState(newId);
  const [steps, setSteps] = useState<readonly StepTemplate[]>(base.steps);
  const [from, setFrom] = useState<string | null>(today);
  const [source, setSource] = useState('');
  const [note, setNote] = useState('');
  const [openedNo, setOpenedNo] = useState<number>();
  const saving = useSave('developmentTemplate.save');
  useUnsaved(steps !== base.steps, words.unsaved);
  const fixed = steadfastSteps(shipped);
  const at = steps.findIndex((step) => step.no === openedNo);
  const opened = steps[at];
  const problem = (field: string) => fieldProblem(saving.failure, field);
  const isBelowAField = ['from', 'source', 'note'].some((field) => problem(field) !== undefined);

  async function store(): Promise<void> {
    const draft = { id, revision: 0, from: from ?? '', source, note, steps: [...steps] };
    const answer = await saving.save({ draft, reason: source });
    if (answer !== undefined) onClose(answer.id);
  }

  function insert(index: number): void {
    const no = Math.max(25, ...steps.map((step) => step.no)) + 1;
    const before = steps[index];
    if (before === undefined || no > 99) return;
    const step: StepTemplate = {
      ...{ no, stage: before.stage, name: words.newName, actor: '', minimumAge: null, latest: null, before: null },
      earliest: { after: [before.no], months: 0, days: 0, isHard: false, isLocal: true, movesWithExtension: false },
      ...{ periods: [], vote: null, documents: [], checks: [], source: source || words.own },
    };
    setSteps(steps.toSpliced(index + 1, 0, step));
    setOpenedNo(no);
  }

  return (
    <Panel
      title={words.revise}
      extra={
        <>
          <Button onClick={() => onClose()}>{words.discard}</Button>
          <PermitButton right="enter" type="primary" loading={saving.isSaving} onClick={() => void store()}>
            {words.save}
          </PermitButton>
        </>
      }
    >
      {saving.failure !== undefined && !isBelowAField && <FailurePanel failure={saving.failure} />}
      <div className="template-head">
        <Field label={words.from} isRequired error={problem('from')}>
          <DateField isFirst value={from} onChange={setFrom} />
        </Field>
        <Field label={words.versionSource} isRequired error={problem('source')}>
          <TextField value={source} onChange={setSource} maxLength={200} />
        </Field>
        <Field label={words.versionNote} error={problem('note')}>
          <TextField value={note} onChange={setNote} />
        </Field>
      </div>
      <StepTable
        steps={steps}
        editing={{
          fixed,
          onEdit: (step) => setOpenedNo(step.no),
          onMove: (index, by) => setSteps(moved(steps, index, by)),
          onRemove: (index) => setSteps(steps.toSpliced(index, 1)),
          onInsert: insert,
        }}
      />
      {opened !== undefined && (
        <StepTemplateDialog
          key={opened.no}
          step={opened}
          earlier={steps.slice(0, at)}
          stages={shipped.stages}
          hardSource={fixed.has(opened.no) ? shipped.steps.find(({ no }) => no === opened.no)?.source : undefined}
          onApply={(step) => {
            setSteps(steps.with(at, step));
            setOpenedNo(undefined);
          }}
          onClose={() => setOpenedNo(undefined)}
        />
      )}
    </Panel>
  );
}

function moved(steps: readonly StepTemplate[], index: number, by: 1 | -1): readonly StepTemplate[] {
  const one = steps[index];
  const other = steps[index + by];
  return one === undefined || other === undefined ? steps : steps.with(index, other).with(index + by, one);
}

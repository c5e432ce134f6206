import { Button } from 'antd';
import { useState } from 'react';
import type { DevelopmentCaseView, DevelopmentDocument } from '../../contract/development.ts';
import type { DevelopmentReport, StepTemplate } from '../../contract/development-process.ts';
import { useSave } from '../data/use-save.ts';
import { useUnsaved } from '../data/use-unsaved.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { Papers, papersOfStep } from './papers.tsx';

const words = text.development.papers;

/** Papers on their own, whatever became of their step: handed in, accepted, handed back with the reason. */
export function PapersDialog({
  record,
  report,
  stepNo,
  templateOf,
  onClose,
}: {
  record: DevelopmentCaseView;
  report: DevelopmentReport;
  /** The step whose papers are shown first. */
  stepNo: number;
  templateOf(no: number): StepTemplate | undefined;
  onClose(): void;
}) {
  const { asOf } = useWorkspace();
  const [no, setNo] = useState(stepNo);
  const [changed, setChanged] = useState<ReadonlyMap<number, readonly DevelopmentDocument[]>>(new Map());
  const saving = useSave('developmentCase.save');
  useUnsaved(changed.size > 0, words.unsaved(record.name));
  const template = templateOf(no);

  async function store(): Promise<void> {
    const kept = record.documents.filter((each) => !changed.has(each.stepNo));
    const documents = [...kept, ...[...changed.values()].flat().filter((each) => each.state !== 'missing')];
    const draft = { id: record.id, revision: record.revision, documents };
    if (changed.size === 0 || (await saving.save({ draft })) !== undefined) onClose();
  }

  return (
    <Dialog
      title={words.title(record.name)}
      width={780}
      onClose={onClose}
      onSubmit={() => void store()}
      actions={
        <>
          <Button onClick={onClose}>{text.action.cancel}</Button>
          <PermitButton right="enter" type="primary" loading={saving.isSaving} onClick={() => void store()}>
            {words.save}
          </PermitButton>
        </>
      }
    >
      {saving.failure !== undefined && <FailurePanel failure={saving.failure} />}
      <div className="development-form dialog-scroll">
        <Field label={words.step} className="field-wide">
          <SelectField
            value={String(no)}
            options={report.steps.map((step) => ({
              value: String(step.no),
              label: text.development.step.title(step.position, step.name),
            }))}
            onChange={(next) => next !== null && setNo(Number(next))}
          />
        </Field>
        {template !== undefined && (
          <Papers
            key={no}
            papers={changed.get(no) ?? papersOfStep(record, template)}
            template={template}
            person={record.name}
            day={asOf}
            file={record}
            onChange={(papers) => setChanged((last) => new Map(last).set(no, papers))}
          />
        )}
      </div>
    </Dialog>
  );
}

import { useEffect, useState } from 'react';
import { newId } from '../data/new-id.ts';
import { useOperation } from '../data/use-operation.ts';
import { useSave } from '../data/use-save.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { fieldProblem } from '../ui/field-problem.ts';
import { NumberField } from '../ui/number-field.tsx';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = text.development.plan;

/** The plan of the year that the as-of date lies in. */
export function PlanPanel() {
  const { branch, asOf } = useWorkspace();
  const year = Number(asOf.slice(0, 4));
  const plans = useOperation('developmentPlan.list', { branchId: branch.id, year }, { records: ['developmentPlan'] });
  const stored = plans.value?.[0];
  const [quota, setQuota] = useState<number | null>(null);
  const [documentNumber, setDocumentNumber] = useState('');
  const [note, setNote] = useState('');
  const [id] = useState(newId);
  const saving = useSave('developmentPlan.save');
  useEffect(() => {
    setQuota(stored?.quota ?? null);
    setDocumentNumber(stored?.documentNumber ?? '');
    setNote(stored?.note ?? '');
  }, [stored]);

  async function store(): Promise<void> {
    await saving.save({
      draft: {
        id: stored?.id ?? id,
        revision: stored?.revision ?? 0,
        branchId: branch.id,
        year,
        ...(quota === null ? {} : { quota }),
        documentNumber,
        note,
      },
    });
  }

  return (
    <Panel title={`${year} ${text.development.views.plan}`}>
      {saving.failure !== undefined && fieldProblem(saving.failure, 'quota') === undefined && (
        <FailurePanel failure={saving.failure} />
      )}
      <div className="development-form development-plan">
        <Field label={words.quota} isRequired error={fieldProblem(saving.failure, 'quota')}>
          <NumberField value={quota} onChange={setQuota} least={0} most={1000} />
        </Field>
        <Field label={words.documentNumber}>
          <TextField value={documentNumber} onChange={setDocumentNumber} />
        </Field>
        <Field label={words.note} className="field-wide">
          <TextField value={note} onChange={setNote} />
        </Field>
      </div>
      <PermitButton right="enter" type="primary" loading={saving.isSaving} onClick={() => void store()}>
        {words.save}
      </PermitButton>
    </Panel>
  );
}

import { Button } from 'antd';
import { useState } from 'react';
import type { PointsLine } from '../../contract/points-operations.ts';
import { useSave } from '../data/use-save.ts';
import { text } from '../text/zh-CN.ts';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { fieldProblem } from '../ui/field-problem.ts';
import { PermitButton } from '../ui/permit-button.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = text.points.decisions;

export type DecisionStep = 'review' | 'approve' | 'refuse' | 'reopen';

/** On which day and by whom, or why not; what it does is spelled out with how many and whom. */
export function DecisionDialog({
  step,
  lines,
  day,
  onClose,
}: {
  step: DecisionStep;
  lines: readonly PointsLine[];
  day: string;
  onClose(isDone: boolean): void;
}) {
  const isGiven = step === 'review' || step === 'approve';
  const [on, setOn] = useState(day);
  const [by, setBy] = useState<string>(step === 'approve' ? words.membersMeeting : words.committee);
  const [reason, setReason] = useState('');
  const { save, isSaving, failure } = useSave('pointsEntry.decide');
  const problem = (field: string) => fieldProblem(failure, field);
  const isBelowAField = ['on', 'by', 'reason'].some((field) => problem(field) !== undefined);
  const names = [...new Set(lines.map(({ memberName }) => memberName))];

  async function decide(): Promise<void> {
    const ids = lines.map(({ entry }) => entry.id);
    if ((await save({ ids, step, on, by: isGiven ? by : '', reason: reason.trim() })) !== undefined) onClose(true);
  }

  return (
    <Dialog
      title={words.titles[step]}
      onClose={() => onClose(false)}
      actions={
        <>
          <Button onClick={() => onClose(false)}>{text.action.cancel}</Button>
          <PermitButton
            right="decide"
            type="primary"
            loading={isSaving}
            disabled={!isGiven && reason.trim() === ''}
            onClick={() => void decide()}
          >
            {words[step](lines.length)}
          </PermitButton>
        </>
      }
    >
      <div className="points-form">
        {failure !== undefined && !isBelowAField && <FailurePanel failure={failure} />}
        <p className="points-wide">{words.about(lines.length, names.length)}</p>
        <p className="points-wide dialog-names cut">{names.join('、')}</p>
        {step !== 'reopen' && (
          <Field label={words.day} isRequired error={problem('on')}>
            <DateField isFirst value={on} onChange={(next) => setOn(next ?? '')} />
          </Field>
        )}
        {isGiven && (
          <Field label={words.by} isRequired error={problem('by')}>
            <TextField maxLength={100} value={by} onChange={setBy} onEnter={() => void decide()} />
          </Field>
        )}
        {!isGiven && (
          <Field label={words.reason} isRequired error={problem('reason')} className="points-wide">
            <TextField isFirst={step === 'reopen'} maxLength={200} value={reason} onChange={setReason} />
          </Field>
        )}
      </div>
    </Dialog>
  );
}

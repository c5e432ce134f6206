import { Button } from 'antd';
import { useState } from 'react';
import type { ExamRow } from '../../contract/exam.ts';
import { useOperation } from '../data/use-operation.ts';
import { useSave } from '../data/use-save.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { isGiven, noSecond, SecondPersonFields } from '../ui/second-person.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = text.exams.exam;

/** Voids the certificate of one person; the number stays taken. */
export function VoidDialog({ examId, row, onClose }: { examId: string; row: ExamRow; onClose(): void }) {
  const { branch, confirmers } = useWorkspace();
  const [reason, setReason] = useState('');
  const [second, setSecond] = useState(() => noSecond(confirmers));
  const voiding = useSave('examCertificate.void');
  const all = useOperation('examCertificate.list', { branchId: branch.id }, { records: ['examCertificate'] }).value;
  const certificate = all?.find(
    (each) => each.examId === examId && each.memberId === row.memberId && each.voidedOn === null,
  );
  const isReady = reason.trim() !== '' && isGiven(second, confirmers) && certificate !== undefined;

  async function act(): Promise<void> {
    if (!isReady) return;
    const given = confirmers.length === 0 ? {} : { second };
    const { id, revision } = certificate;
    if ((await voiding.save({ id, revision, reason: reason.trim(), ...given })) !== undefined) onClose();
  }

  return (
    <Dialog
      title={words.voidTitle(row.certificate)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.action.cancel}</Button>
          <PermitButton
            right="decide"
            type="primary"
            disabled={!isReady}
            loading={voiding.isSaving}
            onClick={() => void act()}
          >
            {words.voidCertificate}
          </PermitButton>
        </>
      }
    >
      {voiding.failure !== undefined && <FailurePanel failure={voiding.failure} />}
      <p>{words.voidBody(row.name)}</p>
      <Field label={words.why} isRequired>
        <TextField isFirst maxLength={200} value={reason} onChange={setReason} />
      </Field>
      <SecondPersonFields confirmers={confirmers} value={second} onChange={setSecond} onEnter={() => void act()} />
    </Dialog>
  );
}

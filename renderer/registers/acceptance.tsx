import { useState } from 'react';
import { useSave } from '../data/use-save.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DateField } from '../ui/date-field.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import type { Line } from './book.ts';

const words = text.registers;

/** Accepting a transfer: the one step that moves the member, apart from the rest of the form. */
export function Acceptance({ line, onClose }: { line: Line; onClose(): void }) {
  const { asOf } = useWorkspace();
  const [receiptOn, setReceiptOn] = useState<string | null>(asOf);
  const accepting = useSave('transfer.accept');
  if (line.state === 'accepted')
    return (
      <div className="register-wide">
        <SeverityMark severity="met" label={`${words.accepted} ${String(line.receiptOn ?? '')}`} />
      </div>
    );
  if (line.state === 'returned') return null;
  async function accept(): Promise<void> {
    const { id, revision } = line;
    if ((await accepting.save({ id, revision, receiptOn: receiptOn ?? '' })) !== undefined) onClose();
  }
  return (
    <div className="register-wide register-acceptance">
      <Field label={words.acceptDay} hint={words.acceptNote}>
        <DateField value={receiptOn} onChange={setReceiptOn} />
      </Field>
      <PermitButton right="decide" loading={accepting.isSaving} onClick={() => void accept()}>
        {words.accept}
      </PermitButton>
      {accepting.failure !== undefined && <FailurePanel failure={accepting.failure} />}
    </div>
  );
}

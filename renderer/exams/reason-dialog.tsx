import { Button } from 'antd';
import { useState } from 'react';
import { text } from '../text/zh-CN.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = text.exams.exam;

/** Asks why; for time given back, also how much. */
export function ReasonDialog({
  title,
  body,
  action,
  minutes,
  onGiveUp,
  onAct,
}: {
  title: string;
  body?: string;
  action: string;
  /** Asked for where there is a first value. */
  minutes?: number;
  onGiveUp(): void;
  onAct(reason: string, minutes: number): void;
}) {
  const [reason, setReason] = useState('');
  const [given, setGiven] = useState<number | null>(minutes ?? 1);
  const isSound = reason.trim() !== '' && given !== null && Number.isInteger(given) && given >= 1 && given <= 600;
  const act = () => isSound && onAct(reason.trim(), given);
  return (
    <Dialog
      title={title}
      onClose={onGiveUp}
      actions={
        <>
          <Button onClick={onGiveUp}>{text.action.cancel}</Button>
          <Button type="primary" disabled={!isSound} onClick={act}>
            {action}
          </Button>
        </>
      }
    >
      {body !== undefined && <p>{body}</p>}
      {minutes !== undefined && (
        <Field label={words.minutes} isRequired>
          <NumberField isFirst least={1} most={600} value={given} onChange={setGiven} />
        </Field>
      )}
      <Field label={words.why} isRequired>
        <TextField isFirst={minutes === undefined} maxLength={200} value={reason} onChange={setReason} onEnter={act} />
      </Field>
    </Dialog>
  );
}

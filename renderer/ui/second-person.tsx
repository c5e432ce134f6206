import { Button } from 'antd';
import { useState } from 'react';
import type { SecondPerson } from '../../contract/person.ts';
import { text } from '../text/zh-CN.ts';
import { Dialog } from './dialog.tsx';
import { Field } from './field.tsx';
import { SelectField } from './select-field.tsx';
import './second-person.css';
import { TextField } from './text-field.tsx';

const words = text.people.second;

/** Nobody chosen yet, or the only one who can. */
export function noSecond(confirmers: readonly string[]): SecondPerson {
  return { person: confirmers.length === 1 ? (confirmers[0] ?? '') : '', passphrase: '' };
}

/** Whether what was given can be sent: nobody is asked for where nobody else could confirm. */
export function isGiven({ person, passphrase }: SecondPerson, confirmers: readonly string[]): boolean {
  return confirmers.length === 0 || (person !== '' && passphrase !== '');
}

/** The second person and their own passphrase; where nobody else could confirm, that the record will say so. */
export function SecondPersonFields({
  confirmers,
  value,
  onChange,
  onEnter,
}: {
  confirmers: readonly string[];
  value: SecondPerson;
  onChange(value: SecondPerson): void;
  onEnter?: () => void;
}) {
  if (confirmers.length === 0) return <p className="note">{words.alone}</p>;
  return (
    <fieldset className="second-person" aria-label={words.title}>
      <p className="note">{words.note}</p>
      <Field label={words.who}>
        <SelectField
          value={value.person === '' ? null : value.person}
          options={confirmers.map((name) => ({ value: name, label: name }))}
          onChange={(person) => onChange({ ...value, person: person ?? '' })}
        />
      </Field>
      <Field label={words.passphrase}>
        <TextField
          value={value.passphrase}
          isSecret
          maxLength={1000}
          onChange={(passphrase) => onChange({ ...value, passphrase })}
          {...(onEnter === undefined ? {} : { onEnter })}
        />
      </Field>
    </fieldset>
  );
}

/** Asks for the second person after a save was refused for want of one. */
export function SecondPersonDialog({
  confirmers,
  isSaving,
  onConfirm,
  onClose,
}: {
  confirmers: readonly string[];
  isSaving: boolean;
  onConfirm(second: SecondPerson): void;
  onClose(): void;
}) {
  const [second, setSecond] = useState(() => noSecond(confirmers));
  const isReady = isGiven(second, confirmers) && !isSaving;
  const confirm = () => {
    if (isReady) onConfirm(second);
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.action.cancel}</Button>
          <Button type="primary" disabled={!isReady} loading={isSaving} onClick={confirm}>
            {words.confirmAndSave}
          </Button>
        </>
      }
    >
      <SecondPersonFields confirmers={confirmers} value={second} onChange={setSecond} onEnter={confirm} />
    </Dialog>
  );
}

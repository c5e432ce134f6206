import { Button } from 'antd';
import { useState } from 'react';
import { passphraseMinimum } from '../../../contract/archive.ts';
import type { Role } from '../../../contract/permission.ts';
import { roleNames } from '../../../rules/codes/role.ts';
import { useSave } from '../../data/use-save.ts';
import { useWorkspace } from '../../data/workspace.tsx';
import { roleNotes } from '../../text/people.ts';
import { text } from '../../text/zh-CN.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FailurePanel } from '../../ui/failure-panel.tsx';
import { Field } from '../../ui/field.tsx';
import { optionsOf, SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

const words = text.people;

/** Somebody more, with a first passphrase that they then change. */
export function AddPersonDialog({ onClose }: { onClose(): void }) {
  const { person } = useWorkspace();
  const { create } = text.firstRun;
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('organisation-commissioner');
  const [newPassphrase, setNewPassphrase] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const { save, failure, isSaving } = useSave('person.add');
  const isShort = isTooShort(newPassphrase);
  const isReady = name.trim() !== '' && !isShort && passphrase !== '';

  async function add(): Promise<void> {
    if (!isReady || isSaving) return;
    const added = await save({ name: name.trim(), role, newPassphrase, passphrase });
    setPassphrase('');
    if (added !== undefined) onClose();
  }

  return (
    <Dialog
      title={words.add}
      width={520}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.action.cancel}</Button>
          <Button type="primary" disabled={!isReady} loading={isSaving} onClick={() => void add()}>
            {words.add}
          </Button>
        </>
      }
    >
      {failure !== undefined && <FailurePanel failure={failure} />}
      <Field label={words.columns.name}>
        <TextField value={name} onChange={setName} maxLength={60} isFirst />
      </Field>
      <Field label={words.columns.role} hint={roleNotes[role]}>
        <SelectField value={role} options={optionsOf(roleNames)} onChange={(next) => next !== null && setRole(next)} />
      </Field>
      <Field
        label={words.newPassphrase}
        hint={`${create.passphraseHint(passphraseMinimum)}${words.newPassphraseHint}`}
        error={newPassphrase !== '' && isShort ? create.tooShort(passphraseMinimum) : undefined}
      >
        <TextField value={newPassphrase} onChange={setNewPassphrase} isSecret maxLength={1000} />
      </Field>
      <Field label={words.ownPassphrase(person)}>
        <TextField value={passphrase} onChange={setPassphrase} onEnter={() => void add()} isSecret maxLength={1000} />
      </Field>
    </Dialog>
  );
}

/** As the keys judge it. */
export function isTooShort(passphrase: string): boolean {
  return [...passphrase.normalize('NFKC').trim()].length < passphraseMinimum;
}

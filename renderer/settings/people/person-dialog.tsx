import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { passphraseMinimum } from '../../../contract/archive.ts';
import type { KeyChange, Person } from '../../../contract/person.ts';
import { roleNames } from '../../../rules/codes/role.ts';
import { useSave } from '../../data/use-save.ts';
import { useWorkspace } from '../../data/workspace.tsx';
import { roleNotes } from '../../text/people.ts';
import { text } from '../../text/zh-CN.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FailurePanel } from '../../ui/failure-panel.tsx';
import { Field } from '../../ui/field.tsx';
import { HistoryButton } from '../../ui/history-drawer.tsx';
import { optionsOf, SelectField } from '../../ui/select-field.tsx';
import { SeverityMark } from '../../ui/severity-mark.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { isTooShort } from './add-person-dialog.tsx';

const words = text.people;

/** One person: name and role, a new passphrase, and taking them out. */
export function PersonDialog({
  person,
  isSelf,
  onRemoved,
  onClose,
}: {
  person: Person;
  isSelf: boolean;
  /** The person is gone from the list; with the change of keys, unless the key was kept. */
  onRemoved(change: KeyChange | null): void;
  onClose(): void;
}) {
  return (
    <Dialog
      title={person.name}
      width={560}
      onClose={onClose}
      actions={
        <>
          <HistoryButton record="person" id={person.id} title={person.name} />
          <Button onClick={onClose}>{text.action.close}</Button>
        </>
      }
    >
      <div className="person-parts dialog-scroll">
        <NameAndRole person={person} />
        {!isSelf && <ResetPassphrase person={person} />}
        {isSelf ? (
          <p className="note">{words.selfNotRemoved}</p>
        ) : (
          <RemovePerson person={person} onRemoved={onRemoved} />
        )}
      </div>
    </Dialog>
  );
}

function NameAndRole({ person }: { person: Person }) {
  const [name, setName] = useState(person.name);
  const [role, setRole] = useState(person.role);
  const { save, failure, isSaving } = useSave('person.save');
  const isChanged = name.trim() !== person.name || role !== person.role;

  async function change(): Promise<void> {
    if (!isChanged || name.trim() === '' || isSaving) return;
    await save({ draft: { id: person.id, revision: person.revision, name: name.trim(), role } });
  }

  return (
    <>
      {failure !== undefined && <FailurePanel failure={failure} />}
      <Field label={words.columns.name}>
        <TextField value={name} onChange={setName} onEnter={() => void change()} maxLength={60} isFirst />
      </Field>
      <Field label={words.columns.role} hint={roleNotes[role]}>
        <SelectField value={role} options={optionsOf(roleNames)} onChange={(next) => next !== null && setRole(next)} />
      </Field>
      <div>
        <Button type="primary" disabled={!isChanged} loading={isSaving} onClick={() => void change()}>
          {words.edit}
        </Button>
      </div>
    </>
  );
}

function ResetPassphrase({ person }: { person: Person }) {
  const own = useWorkspace().person;
  const { create } = text.firstRun;
  const [newPassphrase, setNewPassphrase] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [isReset, setIsReset] = useState(false);
  const { save, failure, isSaving } = useSave('person.resetPassphrase');
  const isReady = !isTooShort(newPassphrase) && passphrase !== '';

  async function reset(): Promise<void> {
    if (!isReady || isSaving) return;
    setIsReset(false);
    const done = await save({ id: person.id, newPassphrase, passphrase });
    setPassphrase('');
    if (done === undefined) return;
    setNewPassphrase('');
    setIsReset(true);
  }

  return (
    <section className="person-part" aria-label={words.reset}>
      <h3>{words.reset}</h3>
      {failure !== undefined && <FailurePanel failure={failure} />}
      {isReset && <SeverityMark severity="met" label={words.resetDone(person.name)} />}
      <Field
        label={words.newPassphrase}
        hint={`${create.passphraseHint(passphraseMinimum)}${words.newPassphraseHint}`}
        error={newPassphrase !== '' && isTooShort(newPassphrase) ? create.tooShort(passphraseMinimum) : undefined}
      >
        <TextField value={newPassphrase} onChange={setNewPassphrase} isSecret maxLength={1000} />
      </Field>
      <Field label={words.ownPassphrase(own)}>
        <TextField value={passphrase} onChange={setPassphrase} onEnter={() => void reset()} isSecret maxLength={1000} />
      </Field>
      <Button disabled={!isReady} loading={isSaving} onClick={() => void reset()}>
        {words.reset}
      </Button>
    </section>
  );
}

function RemovePerson({ person, onRemoved }: { person: Person; onRemoved(change: KeyChange | null): void }) {
  const own = useWorkspace().person;
  const [reason, setReason] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [newKey, setNewKey] = useState(true);
  const { save, failure, isSaving } = useSave('person.remove');
  const isReady = reason.trim() !== '' && passphrase !== '';

  async function remove(): Promise<void> {
    if (!isReady || isSaving) return;
    const { id, revision } = person;
    const removed = await save({ id, revision, reason: reason.trim(), passphrase, newKey });
    setPassphrase('');
    if (removed !== undefined) onRemoved(removed.keyChange);
  }

  return (
    <section className="person-part" aria-label={words.remove}>
      <h3>{words.remove}</h3>
      {failure !== undefined && <FailurePanel failure={failure} />}
      <Checkbox checked={newKey} onChange={(event) => setNewKey(event.target.checked)}>
        {words.newKey}
      </Checkbox>
      <p className="note">{newKey ? words.newKeyNote : words.keepKeyNote}</p>
      <Field label={words.reason} hint={words.reasonHint}>
        <TextField value={reason} onChange={setReason} maxLength={200} />
      </Field>
      <Field label={words.ownPassphrase(own)}>
        <TextField value={passphrase} onChange={setPassphrase} isSecret maxLength={1000} />
      </Field>
      <Button danger disabled={!isReady} loading={isSaving} onClick={() => void remove()}>
        {words.removeNamed(person.name)}
      </Button>
    </section>
  );
}

import { Button } from 'antd';
import { useState } from 'react';
import { useShell } from '../data/client-context.tsx';
import { useSave } from '../data/use-save.ts';
import { text } from '../text/zh-CN.ts';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { archiveLabel, type ChosenArchive, chooseArchive } from './choose.ts';
import type { Enter, EntranceView } from './entrance.tsx';
import { OpenProblem } from './open-problem.tsx';
import { isUsable, noPassphrase, PassphrasePair } from './passphrase-pair.tsx';
import { Wizard } from './wizard.tsx';

/** The printed code instead of the forgotten passphrase, and a new passphrase in the same step. */
export function Recover({
  archive,
  onBack,
  onGo,
  onEntered,
}: {
  archive: ChosenArchive | null;
  onBack(): void;
  onGo(place: EntranceView): void;
  onEntered: Enter;
}) {
  const shell = useShell();
  const { recover, create } = text.firstRun;
  const [chosen, setChosen] = useState(archive);
  const [code, setCode] = useState('');
  const [person, setPerson] = useState('');
  const [passphrase, setPassphrase] = useState(noPassphrase);
  const [isToldAll, setIsToldAll] = useState(false);
  const { save, failure, isSaving, clearFailure } = useSave('archive.openWithRecoveryCode');

  async function choose(): Promise<void> {
    const next = await chooseArchive(shell);
    if (next === null) return;
    clearFailure();
    setChosen(next);
  }

  async function open(): Promise<void> {
    setIsToldAll(true);
    if (chosen === null || code.trim() === '' || person.trim() === '' || !isUsable(passphrase) || isSaving) return;
    const granted = await shell.grantAgain(chosen.token);
    const status = await save({
      folder: granted?.token ?? chosen.token,
      recoveryCode: code,
      person: person.trim(),
      newPassphrase: passphrase.first,
    });
    if (status === undefined) return;
    await shell.rememberArchive(chosen.token);
    if (status.isRecoveryConfirmed) onEntered(status);
    else onGo({ view: 'prove', status, passphrase: passphrase.first });
  }

  const isOnForm =
    failure === undefined || ['wrong-recovery-code', 'weak-passphrase', 'invalid-input'].includes(failure.code);
  if (!isOnForm && chosen !== null) {
    return (
      <OpenProblem
        failure={failure}
        archive={chosen}
        onBack={clearFailure}
        onChoose={() => void choose()}
        onForget={onBack}
        onCopies={() => onGo({ view: 'copies', archive: chosen })}
      />
    );
  }
  const missing = (value: string) => (isToldAll && value.trim() === '' ? text.field.required : undefined);
  return (
    <Wizard
      title={recover.title}
      introduction={recover.introduction}
      footer={{
        left: <Button onClick={onBack}>{text.firstRun.back}</Button>,
        right: (
          <Button type="primary" loading={isSaving} onClick={() => void open()}>
            {recover.open}
          </Button>
        ),
      }}
    >
      {failure !== undefined && <FailurePanel failure={failure} />}
      <div className="wizard-form">
        <Field
          label={recover.archive}
          error={isToldAll && chosen === null ? text.field.required : undefined}
          className="field-wide"
        >
          <span className="chosen-archive">
            {chosen !== null && <strong>{archiveLabel(chosen.name)}</strong>}
            <Button onClick={() => void choose()}>{chosen === null ? recover.choose : text.firstRun.elsewhere}</Button>
          </span>
        </Field>
        <Field label={recover.code} hint={recover.codeHint} error={missing(code)} className="field-wide">
          <TextField value={code} onChange={setCode} className="recovery-input" maxLength={80} isFirst />
        </Field>
        <Field label={recover.person} hint={create.personHint} error={missing(person)} className="field-wide">
          <TextField value={person} onChange={setPerson} maxLength={60} />
        </Field>
        <PassphrasePair
          label={recover.newPassphrase}
          value={passphrase}
          onChange={setPassphrase}
          isToldAll={isToldAll}
          onEnter={() => void open()}
        />
      </div>
    </Wizard>
  );
}

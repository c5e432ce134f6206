import { Button } from 'antd';
import { useState } from 'react';
import { passphraseMinimum } from '../../contract/archive.ts';
import { useOperation } from '../data/use-operation.ts';
import { useSave } from '../data/use-save.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { TextField } from '../ui/text-field.tsx';
import { RenewRecovery } from './renew-recovery.tsx';
import { VerifyArchive } from './verify-archive.tsx';

const words = text.settings.security;

/** The passphrase, the recovery code, and whether the archive is whole. */
export function SecuritySection() {
  const status = useOperation('archive.status', {});
  return (
    <div className="settings-columns">
      <ChangePassphrase />
      <div className="settings-stack">
        <RecoveryPanel isConfirmed={status.value?.isRecoveryConfirmed} onRenewed={status.refresh} />
        <VerifyArchive />
      </div>
    </div>
  );
}

function ChangePassphrase() {
  const { person } = useWorkspace();
  const { create } = text.firstRun;
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [isChanged, setIsChanged] = useState(false);
  const { save, failure, isSaving } = useSave('archive.changePassphrase');
  const isShort = [...next.normalize('NFKC').trim()].length < passphraseMinimum;

  async function change(): Promise<void> {
    if (current === '' || isShort || next !== again) return;
    setIsChanged(false);
    if ((await save({ passphrase: current, newPassphrase: next })) === undefined) return setCurrent('');
    setCurrent('');
    setNext('');
    setAgain('');
    setIsChanged(true);
  }

  return (
    <Panel title={words.passphraseTitle} note={words.passphraseNote(person)}>
      <div className="settings-stack">
        {failure !== undefined && <FailurePanel failure={failure} />}
        {isChanged && <SeverityMark severity="met" label={words.changed} />}
        <Field label={words.current}>
          <TextField value={current} onChange={setCurrent} isSecret />
        </Field>
        <Field
          label={words.next}
          hint={create.passphraseHint(passphraseMinimum)}
          error={next !== '' && isShort ? create.tooShort(passphraseMinimum) : undefined}
        >
          <TextField value={next} onChange={setNext} isSecret />
        </Field>
        <Field
          label={create.again}
          error={again !== '' && !next.startsWith(again) && next !== again ? create.different : undefined}
        >
          <TextField value={again} onChange={setAgain} onEnter={() => void change()} isSecret />
        </Field>
        <Button loading={isSaving} disabled={current === '' || isShort || next !== again} onClick={() => void change()}>
          {words.change}
        </Button>
      </div>
    </Panel>
  );
}

function RecoveryPanel({ isConfirmed, onRenewed }: { isConfirmed: boolean | undefined; onRenewed(): void }) {
  const [isOpen, setIsOpen] = useState(false);
  const [isRenewed, setIsRenewed] = useState(false);
  return (
    <Panel title={words.recoveryTitle} className="settings-wide">
      <div className="settings-stack">
        {isConfirmed !== undefined && (
          <SeverityMark
            severity={isConfirmed ? 'met' : 'due-soon'}
            label={isConfirmed ? words.confirmed : words.unconfirmed}
          />
        )}
        {isRenewed && <SeverityMark severity="met" label={words.renewed} />}
        <p className="note">{words.recoveryNote}</p>
        <PermitButton right="manage" onClick={() => setIsOpen(true)}>
          {words.renew}
        </PermitButton>
      </div>
      {isOpen && (
        <RenewRecovery
          onClose={() => {
            setIsOpen(false);
            onRenewed();
          }}
          onProved={() => {
            setIsOpen(false);
            setIsRenewed(true);
            onRenewed();
          }}
        />
      )}
    </Panel>
  );
}

import { Button } from 'antd';
import { useState } from 'react';
import type { ArchiveStatus } from '../../contract/archive.ts';
import { useClient, useShell } from '../data/client-context.tsx';
import { newId } from '../data/new-id.ts';
import { useSave } from '../data/use-save.ts';
import { text } from '../text/zh-CN.ts';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { RecoveryProof } from '../ui/recovery-proof.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { Enter } from './entrance.tsx';
import { isUsable, noPassphrase, PassphrasePair } from './passphrase-pair.tsx';
import { Ready } from './ready.tsx';
import { Wizard } from './wizard.tsx';

const { create, recovery } = text.firstRun;

/** The guide for a new archive: names and passphrase, the recovery code on paper, then the first records. */
export function CreateArchive({ onBack, onEntered }: { onBack(): void; onEntered: Enter }) {
  const [made, setMade] = useState<{ status: ArchiveStatus; code: string; branchName: string }>();
  const [isProved, setIsProved] = useState(false);
  const [prove, setProve] = useState<(() => void) | null>(null);

  if (made === undefined) {
    return <Names onBack={onBack} onMade={(status, code, branchName) => setMade({ status, code, branchName })} />;
  }
  if (isProved) {
    return <Ready onGo={(route) => onEntered({ ...made.status, isRecoveryConfirmed: true }, route)} />;
  }
  return (
    <Wizard
      steps={create.steps}
      step={1}
      title={recovery.title}
      introduction={recovery.introduction}
      footer={{
        right: (
          <>
            {prove === null && <span className="note">{recovery.goOn}</span>}
            <Button type="primary" disabled={prove === null} onClick={() => prove?.()}>
              {text.action.next}
            </Button>
          </>
        ),
      }}
    >
      <RecoveryProof
        code={made.code}
        branchName={made.branchName}
        day={made.status.today}
        onProved={() => setIsProved(true)}
        onReady={(next) => setProve(() => next)}
      />
    </Wizard>
  );
}

function Names({
  onBack,
  onMade,
}: {
  onBack(): void;
  onMade(status: ArchiveStatus, code: string, branchName: string): void;
}) {
  const client = useClient();
  const shell = useShell();
  const [fullName, setFullName] = useState('');
  const [name, setName] = useState('');
  const [person, setPerson] = useState('');
  const [passphrase, setPassphrase] = useState(noPassphrase);
  const [isToldAll, setIsToldAll] = useState(false);
  const { save, failure, isSaving } = useSave('archive.create');

  const archiveName = name.trim() === '' ? shortened(fullName) : name.trim();
  const isComplete = fullName.trim() !== '' && archiveName !== '' && person.trim() !== '' && isUsable(passphrase);
  const missing = (value: string) => (isToldAll && value.trim() === '' ? text.field.required : undefined);

  async function make(): Promise<void> {
    setIsToldAll(true);
    if (!isComplete || isSaving) return;
    const place = await shell.choose({ kind: 'new-archive', suggestedName: archiveName });
    if (place === null) return;
    const made = await save({
      folder: place.token,
      name: archiveName,
      person: person.trim(),
      passphrase: passphrase.first,
      branch: { id: newId(), revision: 0, fullName: fullName.trim(), shortName: archiveName },
    });
    if (made === undefined) return;
    await shell.rememberArchive(place.token);
    onMade(await client.call('archive.status', {}), made.recoveryCode, fullName.trim());
  }

  return (
    <Wizard
      steps={create.steps}
      step={0}
      title={create.title}
      introduction={create.introduction}
      footer={{
        left: <Button onClick={onBack}>{text.firstRun.back}</Button>,
        right: (
          <>
            <span className="note">{isSaving ? create.making : create.placeNote}</span>
            <Button type="primary" loading={isSaving} onClick={() => void make()}>
              {create.place}
            </Button>
          </>
        ),
      }}
    >
      {failure !== undefined && <FailurePanel failure={failure} />}
      <div className="wizard-form">
        <Field
          label={create.fullName}
          hint={create.fullNameHint}
          error={missing(fullName)}
          className="field-wide"
          isRequired
        >
          <TextField value={fullName} onChange={setFullName} maxLength={100} isFirst />
        </Field>
        <Field label={create.name} hint={create.nameHint}>
          <TextField value={name} onChange={setName} placeholder={shortened(fullName)} maxLength={60} />
        </Field>
        <Field label={create.person} hint={create.personHint} error={missing(person)} isRequired>
          <TextField value={person} onChange={setPerson} maxLength={60} />
        </Field>
        <PassphrasePair value={passphrase} onChange={setPassphrase} isToldAll={isToldAll} onEnter={() => void make()} />
      </div>
    </Wizard>
  );
}

/** 中共临江社区第二支部委员会 → 临江社区第二党支部: a proposal, in sight and changeable. */
export function shortened(fullName: string): string {
  return fullName
    .trim()
    .replace(/^中国共产党|^中共/, '')
    .replace(/支部委员会$/, '党支部')
    .replaceAll(/[\\/:*?"<>|]/g, '')
    .slice(0, 50);
}

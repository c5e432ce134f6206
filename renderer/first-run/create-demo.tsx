import { Button } from 'antd';
import { useState } from 'react';
import { useClient, useShell } from '../data/client-context.tsx';
import { useSave } from '../data/use-save.ts';
import { text } from '../text/zh-CN.ts';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { codeGroups } from '../ui/recovery-code.ts';
import { TextField } from '../ui/text-field.tsx';
import type { Enter } from './entrance.tsx';
import { Wizard } from './wizard.tsx';

/** A synthetic archive to practise on. */
export function CreateDemo({ onBack, onEntered }: { onBack(): void; onEntered: Enter }) {
  const client = useClient();
  const shell = useShell();
  const { demo, create } = text.firstRun;
  const [person, setPerson] = useState('');
  const [passphrase, setPassphrase] = useState<string>(demo.passphraseStart);
  const [members, setMembers] = useState<number | null>(24);
  const [years, setYears] = useState<number | null>(2);
  const [isToldAll, setIsToldAll] = useState(false);
  const { save, failure, isSaving } = useSave('archive.createDemo');

  async function make(): Promise<void> {
    setIsToldAll(true);
    if (person.trim() === '' || members === null || years === null || isSaving) return;
    const place = await shell.choose({ kind: 'new-archive', suggestedName: demo.name });
    if (place === null) return;
    const made = await save({ folder: place.token, person: person.trim(), passphrase, members, years });
    if (made === undefined) return;
    await shell.rememberArchive(place.token);
    // Nothing real is in it, so nobody has to print a code for it.
    const groups = codeGroups(made.recoveryCode);
    await client.call('archive.confirmRecoveryCode', { groups: groups.slice(0, 2), positions: [0, 1] });
    onEntered(await client.call('archive.status', {}));
  }

  return (
    <Wizard
      title={demo.title}
      introduction={demo.introduction}
      footer={{
        left: <Button onClick={onBack}>{text.firstRun.back}</Button>,
        right: (
          <>
            {isSaving && <span className="note">{demo.making}</span>}
            <Button type="primary" loading={isSaving} onClick={() => void make()}>
              {demo.make}
            </Button>
          </>
        ),
      }}
    >
      {failure !== undefined && <FailurePanel failure={failure} />}
      <div className="wizard-form">
        <Field
          label={create.person}
          hint={create.personHint}
          error={isToldAll && person.trim() === '' ? text.field.required : undefined}
          isRequired
        >
          <TextField value={person} onChange={setPerson} onEnter={() => void make()} maxLength={60} isFirst />
        </Field>
        <Field label={demo.passphrase} hint={demo.passphraseHint}>
          <TextField value={passphrase} onChange={setPassphrase} onEnter={() => void make()} />
        </Field>
        <Field label={demo.members}>
          <NumberField value={members} onChange={setMembers} least={3} most={20_000} />
        </Field>
        <Field label={demo.years}>
          <NumberField value={years} onChange={setYears} least={1} most={10} />
        </Field>
      </div>
    </Wizard>
  );
}

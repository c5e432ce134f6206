import { Button } from 'antd';
import { useState } from 'react';
import { type MemberStatus, type MemberView, StatusKind } from '../../contract/member.ts';
import { statusKindNames } from '../../rules/codes/member.ts';
import { newId } from '../data/new-id.ts';
import { useSave } from '../data/use-save.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { problemsAt } from './problems.ts';
import { Refusal } from './refusal.tsx';
import { inOrder } from './stays.ts';

const words = text.member.statuses;

/** Enters a status, ends it, or mends it. */
export function StatusDialog({
  person,
  initial,
  onClose,
}: {
  person: MemberView;
  initial: MemberStatus | undefined;
  onClose(): void;
}) {
  const { asOf } = useWorkspace();
  const confirm = useConfirm();
  const { save, isSaving, failure } = useSave('member.save');
  const [status, setStatus] = useState<MemberStatus>(
    () =>
      initial ?? {
        id: newId(),
        kind: 'mobile-out',
        from: asOf,
        to: null,
        detail: '',
        reason: '',
        documentNumber: '',
      },
  );
  const change = (part: Partial<MemberStatus>) => setStatus((last) => ({ ...last, ...part }));
  const others = person.statuses.filter(({ id }) => id !== status.id);
  const wanted = inOrder([...others, status]);
  const problems = problemsAt(failure, `statuses.${wanted.indexOf(status)}`);

  async function store(statuses: MemberStatus[]): Promise<void> {
    const { id, revision } = person;
    if ((await save({ draft: { id, revision, statuses }, reason: status.reason })) !== undefined) onClose();
  }
  async function remove(): Promise<void> {
    const question = { title: words.remove, body: words.removeBody, names: [person.name], action: words.remove };
    if (await confirm(question)) await store(others);
  }
  const source = words.sources[status.kind];

  return (
    <Dialog
      title={`${initial === undefined ? words.titleNew : words.titleEdit}：${person.name}`}
      onClose={onClose}
      width={520}
      actions={
        <>
          {initial !== undefined && (
            <PermitButton right="enter" className="dialog-left" onClick={() => void remove()}>
              {words.remove}
            </PermitButton>
          )}
          <Button onClick={onClose}>{text.action.cancel}</Button>
          <PermitButton right="enter" type="primary" loading={isSaving} onClick={() => void store(wanted)}>
            {words.action}
          </PermitButton>
        </>
      }
    >
      <Refusal failure={failure} />
      <Field label={words.kind} isRequired {...(source === '' ? {} : { source })}>
        <SelectField
          value={status.kind}
          options={StatusKind.options.map((value) => ({ value, label: statusKindNames[value] }))}
          onChange={(kind) => change({ kind: kind ?? status.kind })}
        />
      </Field>
      <div className="dialog-pair">
        <Field label={words.from} isRequired error={problems.from}>
          <DateField value={status.from} isPartial onChange={(from) => change({ from: from ?? '' })} />
        </Field>
        <Field label={words.to} error={problems.to} hint={words.toHint}>
          <DateField value={status.to} isPartial onChange={(to) => change({ to })} />
        </Field>
      </div>
      <Field label={words.detail} hint={words.details[status.kind]}>
        <TextField value={status.detail} onChange={(detail) => change({ detail })} maxLength={300} />
      </Field>
      <div className="dialog-pair">
        <Field label={words.reason}>
          <TextField value={status.reason} onChange={(reason) => change({ reason })} maxLength={300} />
        </Field>
        <Field label={words.document}>
          <TextField
            value={status.documentNumber}
            onChange={(documentNumber) => change({ documentNumber })}
            maxLength={100}
          />
        </Field>
      </div>
    </Dialog>
  );
}

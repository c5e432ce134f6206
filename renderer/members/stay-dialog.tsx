import { Button } from 'antd';
import { useState } from 'react';
import { Membership, type MemberView } from '../../contract/member.ts';
import { entryKindNames, leaveKindNames } from '../../rules/codes/member.ts';
import { newId } from '../data/new-id.ts';
import { useOperation } from '../data/use-operation.ts';
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
import { changeGroup, endStay, inOrder, type Stay } from './stays.ts';
import { branchName } from './words.ts';

const words = text.member.stays;

/** Entering the branch, leaving it, another group in it, or mending what was entered wrongly. */
export type StayTask = { kind: 'enter' } | { kind: 'leave' | 'regroup' | 'mend'; stay: Stay };

export function StayDialog({ person, task, onClose }: { person: MemberView; task: StayTask; onClose(): void }) {
  const { branch, branches, asOf } = useWorkspace();
  const confirm = useConfirm();
  const { save, isSaving, failure } = useSave('member.save');
  const [stay, setStay] = useState<Stay>(() => start(task, branch.id, asOf));
  const groups = useOperation('group.list', { branchId: stay.branchId }).value ?? [];
  const change = (part: Partial<Stay>) => setStay((last) => ({ ...last, ...part }));
  const changed = withTask(person.memberships, task, stay);
  const next = changed === null ? null : inOrder(changed);
  const index = next?.findIndex(({ id }) => id === (task.kind === 'enter' ? stay.id : task.stay.id)) ?? -1;
  const problems = problemsAt(failure, `memberships.${index}`);
  const open = branches.filter(({ kind }) => kind !== 'party-committee' && kind !== 'general-branch');

  async function store(memberships: Stay[] | null): Promise<void> {
    if (memberships === null) return onClose();
    const { id, revision } = person;
    if ((await save({ draft: { id, revision, memberships }, reason: stay.reason })) !== undefined) onClose();
  }
  async function remove(): Promise<void> {
    if (task.kind !== 'mend') return;
    const question = { title: words.remove, body: words.removeBody, names: [person.name], action: words.remove };
    if (await confirm(question)) await store(person.memberships.filter(({ id }) => id !== task.stay.id));
  }

  return (
    <Dialog
      title={`${words.titles[task.kind]}：${person.name}`}
      onClose={onClose}
      width={520}
      actions={
        <>
          {task.kind === 'mend' && (
            <PermitButton right="enter" className="dialog-left" onClick={() => void remove()}>
              {words.remove}
            </PermitButton>
          )}
          <Button onClick={onClose}>{text.action.cancel}</Button>
          <PermitButton right="enter" type="primary" loading={isSaving} onClick={() => void store(next)}>
            {words.actions[task.kind]}
          </PermitButton>
        </>
      }
    >
      <Refusal failure={failure} />
      {(task.kind === 'enter' || task.kind === 'mend') && (
        <>
          <Field label={words.branch} isRequired error={problems.branchId}>
            <SelectField
              value={stay.branchId}
              options={open.map(({ id }) => ({ value: id, label: branchName(branches, id) }))}
              onChange={(branchId) => change({ branchId: branchId ?? stay.branchId, groupId: null })}
            />
          </Field>
          <Field label={words.entry} isRequired>
            <SelectField
              value={stay.entryKind}
              options={options(Membership.shape.entryKind.options, entryKindNames)}
              onChange={(entryKind) => change({ entryKind: entryKind ?? stay.entryKind })}
            />
          </Field>
        </>
      )}
      {task.kind !== 'leave' && (
        <>
          <Field label={task.kind === 'regroup' ? words.changedOn : words.from} isRequired error={problems.from}>
            <DateField value={stay.from} isPartial onChange={(from) => change({ from: from ?? '' })} />
          </Field>
          <Field label={words.group} error={problems.groupId}>
            <SelectField
              value={stay.groupId}
              isClearable
              placeholder={text.member.noGroup}
              options={groups.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(groupId) => change({ groupId })}
            />
          </Field>
        </>
      )}
      {(task.kind === 'leave' || (task.kind === 'mend' && task.stay.to !== null)) && (
        <>
          <Field label={words.leaveKind} isRequired error={problems.leaveKind}>
            <SelectField
              value={stay.leaveKind}
              isClearable={task.kind === 'mend'}
              options={options(Membership.shape.leaveKind.unwrap().options, leaveKindNames).filter(
                ({ value }) => task.kind === 'mend' || value !== 'group-change',
              )}
              onChange={(leaveKind) => change(leaveKind === null ? { leaveKind, to: null } : { leaveKind })}
            />
          </Field>
          <Field label={words.leftOn} isRequired error={problems.to} hint={words.leftHint}>
            <DateField value={stay.to} isPartial onChange={(to) => change({ to })} />
          </Field>
        </>
      )}
      <Field label={words.reason}>
        <TextField value={stay.reason} onChange={(reason) => change({ reason })} maxLength={300} />
      </Field>
    </Dialog>
  );
}

function start(task: StayTask, branchId: string, asOf: string): Stay {
  if (task.kind === 'mend') return task.stay;
  if (task.kind === 'leave') return { ...task.stay, to: asOf, leaveKind: 'transferred-out', reason: '' };
  if (task.kind === 'regroup') return { ...task.stay, from: asOf, reason: '' };
  return {
    id: newId(),
    branchId,
    groupId: null,
    from: asOf,
    entryKind: 'transferred-in',
    to: null,
    leaveKind: null,
    reason: '',
  };
}

/** The stays after the task; `null` when nothing changes. */
function withTask(stays: readonly Stay[], task: StayTask, stay: Stay): Stay[] | null {
  if (task.kind === 'enter') return [...stays, stay];
  if (task.kind === 'mend') return stays.map((other) => (other.id === stay.id ? stay : other));
  if (task.kind === 'regroup') return changeGroup(stays, stay);
  const { to, leaveKind, reason } = stay;
  if (to === null || leaveKind === null) return stays.map((other) => (other.id === stay.id ? stay : other));
  return endStay(stays, stay.id, { to, leaveKind, reason });
}

function options<Value extends string>(values: readonly Value[], names: Readonly<Record<Value, string>>) {
  return values.map((value) => ({ value, label: names[value] }));
}

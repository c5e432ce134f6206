import { Button } from 'antd';
import { useState } from 'react';
import type { Failure } from '../../contract/failure.ts';
import type { MemberRow } from '../../contract/member.ts';
import { isDay } from '../../rules/dates.ts';
import { useClient } from '../data/client-context.tsx';
import { failureOf } from '../data/failure-of.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { changeGroup } from './stays.ts';

const words = text.member.regroup;

/** Puts several people into another group from a day on; each keeps the history of the groups before. */
export function RegroupDialog({
  people,
  onClose,
  onDone,
}: {
  people: readonly MemberRow[];
  onClose(): void;
  onDone(): void;
}) {
  const { branch, asOf } = useWorkspace();
  const client = useClient();
  const groups = useOperation('group.list', { branchId: branch.id, asOf });
  const [groupId, setGroupId] = useState<string | null>(null);
  const [from, setFrom] = useState<string | null>(asOf);
  const [reason, setReason] = useState('');
  const [isWorking, setIsWorking] = useState(false);
  const [unchanged, setUnchanged] = useState<readonly string[]>([]);
  const [stopped, setStopped] = useState<{ failure: Failure; left: readonly string[] }>();
  const isReady = groupId !== null && from !== null && isDay(from);

  async function apply(): Promise<void> {
    if (groupId === null || from === null) return;
    setIsWorking(true);
    setStopped(undefined);
    const left: string[] = [];
    for (const [index, { id, name }] of people.entries()) {
      try {
        const { revision, memberships } = await client.call('member.get', { id, asOf: from });
        const next = changeGroup(memberships, { branchId: branch.id, groupId, from, reason });
        if (next === null) left.push(name);
        else await client.call('member.save', { draft: { id, revision, memberships: next }, reason });
      } catch (error) {
        setStopped({ failure: failureOf(error), left: people.slice(index).map(({ name }) => name) });
        setIsWorking(false);
        return;
      }
    }
    setIsWorking(false);
    setUnchanged(left);
    if (left.length === 0) onDone();
  }

  return (
    <Dialog
      title={words.title(people.length)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={unchanged.length > 0 ? onDone : onClose}>
            {unchanged.length > 0 ? text.action.close : text.action.cancel}
          </Button>
          {unchanged.length === 0 && (
            <PermitButton
              right="enter"
              type="primary"
              disabled={!isReady}
              loading={isWorking}
              onClick={() => void apply()}
            >
              {words.action(people.length)}
            </PermitButton>
          )}
        </>
      }
    >
      <p className="dialog-names">{people.map(({ name }) => name).join('、')}</p>
      {stopped !== undefined && (
        <>
          <FailurePanel failure={stopped.failure} />
          <p>{words.left(stopped.left.join('、'))}</p>
        </>
      )}
      {unchanged.length > 0 && <p role="status">{words.same(unchanged.join('、'))}</p>}
      {groups.value?.length === 0 && <p className="note">{words.noGroups}</p>}
      <Field label={words.group} isRequired>
        <SelectField
          value={groupId}
          onChange={setGroupId}
          options={(groups.value ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <Field label={words.from} isRequired hint={words.note}>
        <DateField value={from} onChange={setFrom} />
      </Field>
      <Field label={words.reason}>
        <TextField value={reason} onChange={setReason} maxLength={200} />
      </Field>
    </Dialog>
  );
}

import { Button } from 'antd';
import { useState } from 'react';
import type { PointsScheme } from '../../contract/points.ts';
import type { PointsLine } from '../../contract/points-operations.ts';
import { pointsPerNames } from '../../rules/codes/points.ts';
import { newId } from '../data/new-id.ts';
import { useSave } from '../data/use-save.ts';
import { useUnsaved } from '../data/use-unsaved.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { AttachmentsButton } from '../ui/attachments/attachments-button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { fieldProblem } from '../ui/field-problem.ts';
import { HistoryButton } from '../ui/history-drawer.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { PointsField } from './points-field.tsx';
import { usePeople } from './use-people.ts';

const words = text.points.entry;

interface Draft {
  id: string;
  revision: number;
  memberId: string | null;
  itemId: string | null;
  on: string;
  tenths: number | null;
  evidence: string;
}

/** Points entered by hand, with the evidence; or an entry that is not decided yet. */
export function EntryDialog({
  scheme,
  year,
  memberId,
  line,
  onClose,
}: {
  scheme: PointsScheme;
  year: number;
  memberId: string | undefined;
  line: PointsLine | undefined;
  onClose(): void;
}) {
  const { branch, asOf } = useWorkspace();
  const people = usePeople();
  const stored = line?.entry;
  const [initial] = useState<Draft>(() => ({
    id: stored?.id ?? newId(),
    revision: stored?.revision ?? 0,
    memberId: stored?.memberId ?? memberId ?? null,
    itemId: stored?.itemId ?? null,
    on: stored?.on ?? (asOf.startsWith(`${year}-`) ? asOf : `${year}-12-31`),
    tenths: stored?.tenths ?? null,
    evidence: stored?.evidence ?? '',
  }));
  const [draft, setDraft] = useState(initial);
  const [removeReason, setRemoveReason] = useState<string>();
  const saving = useSave('pointsEntry.save');
  const removing = useSave('pointsEntry.remove');
  useUnsaved(draft !== initial, words.unsaved);
  const change = (part: Partial<Draft>) => setDraft((last) => ({ ...last, ...part }));
  const problem = (field: keyof Draft) => fieldProblem(saving.failure, field);
  const isBelowAField = (Object.keys(draft) as (keyof Draft)[]).some((field) => problem(field) !== undefined);
  const failure = removing.failure ?? (isBelowAField ? undefined : saving.failure);
  const item = scheme.items.find(({ id }) => id === draft.itemId);
  const isFromRecord = stored !== undefined && stored.originRecord !== null;

  async function store(): Promise<void> {
    const about = { branchId: branch.id, schemeId: scheme.id };
    const known = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== null));
    const saved = await saving.save({ draft: { ...about, ...known, id: draft.id, revision: draft.revision } });
    if (saved !== undefined) onClose();
  }

  async function remove(reason: string): Promise<void> {
    const { id, revision } = draft;
    if ((await removing.save({ id, revision, reason })) !== undefined) onClose();
  }

  return (
    <Dialog
      title={line === undefined ? words.newTitle : words.editTitle}
      onClose={onClose}
      width={620}
      actions={
        <>
          {line !== undefined && (
            <PermitButton
              right="decide"
              danger={removeReason !== undefined}
              disabled={removeReason?.trim() === ''}
              onClick={() => (removeReason === undefined ? setRemoveReason('') : void remove(removeReason.trim()))}
            >
              {words.remove}
            </PermitButton>
          )}
          {stored !== undefined && (
            <AttachmentsButton owner={{ record: 'pointsEntry', recordId: stored.id }} name={words.editTitle} />
          )}
          <HistoryButton record="pointsEntry" id={stored?.id} title={words.editTitle} />
          <Button onClick={onClose}>{text.action.cancel}</Button>
          <PermitButton right="enter" type="primary" loading={saving.isSaving} onClick={() => void store()}>
            {words.save}
          </PermitButton>
        </>
      }
    >
      <div className="points-form">
        {failure !== undefined && <FailurePanel failure={failure} />}
        {isFromRecord && stored.originRecord !== null && (
          <p className="points-wide">
            {words.origin(text.points.origins[stored.originRecord], line?.originTitle ?? '')}
          </p>
        )}
        <Field label={words.member} isRequired error={problem('memberId')}>
          <SelectField
            value={draft.memberId}
            options={people}
            isDisabled={isFromRecord}
            onChange={(next) => change({ memberId: next })}
          />
        </Field>
        <Field label={words.on} isRequired error={problem('on')}>
          <DateField value={draft.on} isDisabled={isFromRecord} onChange={(on) => change({ on: on ?? '' })} />
        </Field>
        <Field label={words.item} isRequired error={problem('itemId')} className="points-wide">
          <SelectField
            value={draft.itemId}
            options={scheme.items.map(({ id, category, text: content }) => ({
              value: id,
              label: `${category}：${content}`,
            }))}
            onChange={(itemId) =>
              change({ itemId, tenths: scheme.items.find(({ id }) => id === itemId)?.tenths ?? draft.tenths })
            }
          />
        </Field>
        <Field
          label={words.points}
          isRequired
          error={problem('tenths')}
          hint={
            item === undefined ? undefined : words.perItem(text.points.tenths(item.tenths), pointsPerNames[item.per])
          }
        >
          <PointsField tenths={draft.tenths} onChange={(tenths) => change({ tenths })} />
        </Field>
        <Field
          label={words.evidence}
          hint={item === undefined || item.evidence === '' ? words.evidenceHint : words.needed(item.evidence)}
          error={problem('evidence')}
          className="points-wide"
        >
          <TextField lines={2} value={draft.evidence} onChange={(evidence) => change({ evidence })} />
        </Field>
        {removeReason !== undefined && (
          <Field label={words.removeReason} isRequired className="points-wide">
            <TextField isFirst value={removeReason} onChange={setRemoveReason} />
          </Field>
        )}
      </div>
    </Dialog>
  );
}

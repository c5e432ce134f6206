import { Button } from 'antd';
import { useState } from 'react';
import type { Failure } from '../../contract/failure.ts';
import type { SecondPerson } from '../../contract/person.ts';
import { useOperation } from '../data/use-operation.ts';
import { fieldText } from '../text/history.ts';
import { refusalText } from '../text/meetings.ts';
import { text } from '../text/zh-CN.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { plainValue } from '../ui/history-entry.tsx';
import { SecondPersonDialog } from '../ui/second-person.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { formOf, type MeetingForm } from './form.ts';

const words = text.meetings;

/** Why a save was refused: with its numbers where a result contradicts them, with both versions where it was stale. */
export function SaveFailure({
  failure,
  form,
  onClose,
  onTake,
  onKeep,
  isSaving,
  onConfirmed,
}: {
  failure: Failure;
  form: MeetingForm;
  onClose(): void;
  /** The present record replaces what is entered here. */
  onTake(theirs: MeetingForm): void;
  /** What is entered here is saved over that revision. */
  onKeep(revision: number): void;
  isSaving: boolean;
  /** Saved once more, with the second person whom an exclusion needs. */
  onConfirmed(second: SecondPerson): void;
}) {
  const [isComparing, setIsComparing] = useState(false);
  const [isConfirming, setIsConfirming] = useState(failure.code === 'second-person-needed');
  const wantsSecond = failure.code === 'second-person-needed' || failure.code === 'second-person-refused';
  const refusal = failure.code === 'rule-broken' ? refusalText(failure) : null;
  if (refusal !== null && failure.code === 'rule-broken')
    return (
      <div className="failure-panel" role="alert" data-failure={failure.code}>
        <SeverityMark severity="overdue" isShapeOnly label={text.failure.happened} />
        <div className="failure-sentences">
          <p className="failure-happened">{refusal}</p>
          <p>
            {words.refused.kept}
            {words.refused.remedy}
          </p>
          <p className="note">{text.field.source(failure.source)}</p>
        </div>
        <Button size="small" className="refused-close" onClick={onClose}>
          {text.action.close}
        </Button>
      </div>
    );
  return (
    <>
      <FailurePanel
        failure={failure}
        onClose={onClose}
        actions={
          failure.code === 'stale-record' ? (
            <Button onClick={() => setIsComparing(true)}>{words.stale.look}</Button>
          ) : (
            wantsSecond && <Button onClick={() => setIsConfirming(true)}>{text.people.second.title}</Button>
          )
        }
      />
      {isConfirming && wantsSecond && (
        <SecondPersonDialog
          confirmers={failure.people}
          isSaving={isSaving}
          onClose={() => setIsConfirming(false)}
          onConfirm={(second) => {
            setIsConfirming(false);
            onConfirmed(second);
          }}
        />
      )}
      {isComparing && (
        <CompareDialog
          form={form}
          onClose={() => setIsComparing(false)}
          onTake={(theirs) => {
            onTake(theirs);
            onClose();
          }}
          onKeep={(revision) => {
            onKeep(revision);
            onClose();
          }}
        />
      )}
    </>
  );
}

function CompareDialog({
  form,
  onClose,
  onTake,
  onKeep,
}: {
  form: MeetingForm;
  onClose(): void;
  onTake(theirs: MeetingForm): void;
  onKeep(revision: number): void;
}) {
  const present = useOperation('meeting.get', { id: form.id });
  const theirs = present.value === undefined ? undefined : formOf(present.value);
  const skipped = new Set(['revision', 'isTitleOwn', 'ownResults']);
  const differing = Object.entries(theirs ?? {}).filter(
    ([field, value]) =>
      !skipped.has(field) && JSON.stringify(value) !== JSON.stringify(form[field as keyof MeetingForm]),
  );
  return (
    <Dialog
      title={words.stale.title}
      width={720}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.action.cancel}</Button>
          <Button disabled={theirs === undefined} onClick={() => theirs !== undefined && onTake(theirs)}>
            {words.stale.takeTheirs}
          </Button>
          <Button
            type="primary"
            disabled={theirs === undefined}
            onClick={() => theirs !== undefined && onKeep(theirs.revision)}
          >
            {words.stale.keepMine}
          </Button>
        </>
      }
    >
      {present.failure !== undefined && <FailurePanel failure={present.failure} />}
      {theirs !== undefined && differing.length === 0 && <p>{words.stale.same}</p>}
      {differing.length > 0 && (
        <div className="dialog-scroll">
          <table className="compare">
            <thead>
              <tr>
                <th scope="col">{words.stale.field}</th>
                <th scope="col">{words.stale.mine}</th>
                <th scope="col">{words.stale.theirs}</th>
              </tr>
            </thead>
            <tbody>
              {differing.map(([field, value]) => (
                <tr key={field}>
                  <th scope="row">{fieldText(field)}</th>
                  <td>{shortValue(field, form[field as keyof MeetingForm])}</td>
                  <td>{shortValue(field, value)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Dialog>
  );
}

function shortValue(field: string, value: unknown): string {
  if (Array.isArray(value) && value.some((entry) => typeof entry === 'object'))
    return words.content.items(value.length);
  return plainValue(field, value);
}

import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { Exam } from '../../contract/exam.ts';
import { trainingContentNames, trainingFormNames } from '../../rules/codes/training.ts';
import { newId } from '../data/new-id.ts';
import { useOperation } from '../data/use-operation.ts';
import { useSave } from '../data/use-save.ts';
import { useUnsaved } from '../data/use-unsaved.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { fieldProblem } from '../ui/field-problem.ts';
import { HistoryButton } from '../ui/history-drawer.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { MultiSelectField, optionsOf, SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = text.exams.editor;
const external = 'external';

/** Name, day, paper, pass line, who is excused. */
export function ExamEditor({ stored, onClose }: { stored: Exam | undefined; onClose(saved?: string): void }) {
  const { branch, today } = useWorkspace();
  const [draft, setDraft] = useState<Exam>(() => stored ?? blankExam(branch.id, today));
  const saving = useSave('exam.save');
  const papers = useOperation('examPaper.list', { branchId: branch.id }, { records: ['examPaper'] }).value ?? [];
  const year = Number(draft.heldOn.slice(0, 4)) || Number(today.slice(0, 4));
  const trainings = useOperation('training.list', { branchId: branch.id, year }, { records: ['training'] }).value ?? [];
  const people =
    useOperation('member.list', { asOf: today, branchId: branch.id, limit: 500 }, { records: ['member'] }).value
      ?.rows ?? [];
  const [saved, setSaved] = useState<string>();
  useUnsaved(saved === undefined && draft !== stored && (stored !== undefined || draft.title !== ''), words.newTitle);
  // Once nothing unsaved is held any more.
  useEffect(() => {
    if (saved !== undefined) onClose(saved);
  }, [saved, onClose]);
  const change = (part: Partial<Exam>) => setDraft((last) => ({ ...last, ...part }));
  const issued = papers.filter(({ issuedOn }) => issuedOn !== null);
  const problem = (field: string) => fieldProblem(saving.failure, field);
  const isBelow = ['title', 'heldOn', 'paperId', 'fullMark', 'passMark', 'durationMinutes', 'excused'].some(
    (field) => problem(field) !== undefined,
  );

  function choosePaper(paperId: string | null): void {
    const paper = issued.find(({ id }) => id === paperId);
    if (paper === undefined) {
      change({ paperId: null, mode: 'paper' });
      return;
    }
    const passMark = draft.passMark === 0 || draft.paperId === null ? Math.round(paper.fullMark * 0.6) : draft.passMark;
    change({ paperId: paper.id, fullMark: paper.fullMark, passMark });
  }

  async function store(): Promise<void> {
    const { trainingId: _trainingId, closedOn: _closedOn, ...sent } = draft;
    setSaved((await saving.save({ draft: sent }))?.id);
  }

  return (
    <Dialog
      title={stored === undefined ? words.newTitle : words.title}
      onClose={onClose}
      width={760}
      actions={
        <>
          <HistoryButton record="exam" id={stored?.id} title={words.title} />
          <Button onClick={() => onClose()}>{text.action.cancel}</Button>
          <PermitButton right="enter" type="primary" loading={saving.isSaving} onClick={() => void store()}>
            {words.save}
          </PermitButton>
        </>
      }
    >
      <div className="exams-form dialog-scroll">
        {saving.failure !== undefined && !isBelow && <FailurePanel failure={saving.failure} />}
        <Field label={words.name} isRequired error={problem('title')} className="exams-wide">
          <TextField isFirst maxLength={200} value={draft.title} onChange={(title) => change({ title })} />
        </Field>
        <Field label={words.heldOn} isRequired error={problem('heldOn')}>
          <DateField value={draft.heldOn} onChange={(heldOn) => change({ heldOn: heldOn ?? '' })} />
        </Field>
        <Field label={words.place}>
          <TextField value={draft.place} onChange={(place) => change({ place })} />
        </Field>
        <Field label={words.paper} hint={words.paperHint} error={problem('paperId')}>
          <SelectField
            value={draft.paperId ?? (draft.mode === 'paper' ? external : null)}
            options={[
              ...issued.map(({ id, title }) => ({ value: id, label: title })),
              { value: external, label: words.external },
            ]}
            onChange={choosePaper}
          />
        </Field>
        <Field label={words.mode}>
          <SelectField
            isDisabled={draft.paperId === null}
            value={draft.mode}
            options={optionsOf(words.modes)}
            onChange={(mode) => mode !== null && change({ mode })}
          />
        </Field>
        <Field label={words.fullMark} isRequired error={problem('fullMark')}>
          <NumberField
            isDisabled={draft.paperId !== null}
            isWhole={false}
            least={1}
            most={1000}
            value={draft.fullMark}
            onChange={(fullMark) => change({ fullMark: fullMark ?? Number.NaN })}
          />
        </Field>
        <Field label={words.passMark} isRequired error={problem('passMark')}>
          <NumberField
            isWhole={false}
            least={0}
            most={1000}
            value={draft.passMark}
            onChange={(passMark) => change({ passMark: passMark ?? Number.NaN })}
          />
        </Field>
        <Field label={words.duration} isRequired error={problem('durationMinutes')}>
          <NumberField
            least={1}
            most={600}
            value={draft.durationMinutes}
            onChange={(minutes) => change({ durationMinutes: minutes ?? Number.NaN })}
          />
        </Field>
        <Field label={words.form}>
          <SelectField
            value={draft.form}
            options={optionsOf(trainingFormNames)}
            onChange={(form) => form !== null && change({ form })}
          />
        </Field>
        <Field label={words.contents} hint={words.contentsHint} className="exams-wide">
          <MultiSelectField
            values={draft.contents}
            options={optionsOf(trainingContentNames)}
            onChange={(contents) => change({ contents })}
          />
        </Field>
        <Field label={words.training} hint={words.trainingHint}>
          <SelectField
            isClearable
            placeholder={words.noTraining}
            value={draft.linkedTrainingId}
            options={trainings
              .filter(({ id }) => id !== draft.trainingId)
              .map(({ id, title }) => ({ value: id, label: title }))}
            onChange={(linkedTrainingId) => change({ linkedTrainingId })}
          />
        </Field>
        <Field label={words.excused} hint={words.excuseHint} error={problem('excused')}>
          <MultiSelectField
            values={draft.excused.map(({ memberId }) => memberId)}
            options={people.map(({ id, name, initials }) => ({ value: id, label: name, initials }))}
            onChange={(ids) =>
              change({
                excused: ids.map(
                  (memberId) =>
                    draft.excused.find((each) => each.memberId === memberId) ?? {
                      memberId,
                      reason: words.excuseDefault,
                    },
                ),
              })
            }
          />
        </Field>
        {draft.excused.map(({ memberId, reason }) => (
          <Field key={memberId} label={words.excuse(people.find(({ id }) => id === memberId)?.name ?? '')} isRequired>
            <TextField
              value={reason}
              onChange={(next) =>
                change({
                  excused: draft.excused.map((each) =>
                    each.memberId === memberId ? { memberId, reason: next } : each,
                  ),
                })
              }
            />
          </Field>
        ))}
        <Field label={words.note} className="exams-wide">
          <TextField value={draft.note} onChange={(note) => change({ note })} />
        </Field>
      </div>
    </Dialog>
  );
}

function blankExam(branchId: string, today: string): Exam {
  return {
    id: newId(),
    revision: 0,
    branchId,
    title: '',
    heldOn: today,
    place: '',
    contents: ['party-rules'],
    mode: 'screen',
    paperId: null,
    fullMark: 100,
    passMark: 60,
    durationMinutes: 60,
    form: 'self-study',
    linkedTrainingId: null,
    excused: [],
    note: '',
    trainingId: null,
    closedOn: null,
  };
}

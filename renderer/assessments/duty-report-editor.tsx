import { Checkbox } from 'antd';
import { useState } from 'react';
import type { DutyReport, DutyReportGrade } from '../../contract/assessment.ts';
import { newId } from '../data/new-id.ts';
import { useSave } from '../data/use-save.ts';
import { useUnsaved } from '../data/use-unsaved.ts';
import { text } from '../text/zh-CN.ts';
import { AttachmentsButton } from '../ui/attachments/attachments-button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { HistoryButton } from '../ui/history-drawer.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { TextField } from '../ui/text-field.tsx';
import { RowsEditor } from './rows-editor.tsx';

const words = text.assessment.dutyReport;
const gradeOptions = (Object.entries(words.grades) as [DutyReportGrade, string][]).map(([value, label]) => ({
  value,
  label,
}));

const pollFields = ['pollGood', 'pollFairlyGood', 'pollAverage', 'pollPoor'] as const;

/** 述前、述中、述后 of one report, last year's problems among them. */
export function DutyReportEditor({ initial }: { initial: DutyReport }) {
  const [draft, setDraft] = useState(initial);
  const [stored, setStored] = useState(initial);
  const { save, isSaving, failure } = useSave('dutyReport.save');
  const isChanged = draft !== stored;
  useUnsaved(isChanged, text.assessment.unsaved(text.assessment.views['duty-report'], draft.year));
  const change = (part: Partial<DutyReport>) => setDraft((last) => ({ ...last, ...part }));

  async function store(): Promise<void> {
    const saved = await save({ draft });
    if (saved === undefined) return;
    setDraft(saved);
    setStored(saved);
  }

  return (
    <div className="assessment-body">
      <div className="assessment-main">
        <Panel>
          <div className="assessment-form">
            <Field label={`${words.before}：${words.preparation}`}>
              <TextField lines={2} value={draft.preparation} onChange={(preparation) => change({ preparation })} />
            </Field>
            <Field label={`${words.during}：${words.report}`}>
              <TextField lines={4} value={draft.report} onChange={(report) => change({ report })} />
            </Field>
            <Field label={words.lastYear} source={words.lastYearSource}>
              <RowsEditor
                rows={draft.lastYearProblems}
                shape="with-two"
                blank={() => ({ id: newId(), problem: '', measure: '', isDone: false })}
                onChange={(lastYearProblems) => change({ lastYearProblems })}
                render={(row, set) => (
                  <>
                    <TextField
                      label={words.problem}
                      placeholder={words.problem}
                      value={row.problem}
                      onChange={(problem) => set({ problem })}
                    />
                    <TextField
                      label={words.measure}
                      placeholder={words.measure}
                      value={row.measure}
                      onChange={(measure) => set({ measure })}
                    />
                    <Checkbox checked={row.isDone} onChange={(event) => set({ isDone: event.target.checked })}>
                      {words.isDone}
                    </Checkbox>
                  </>
                )}
              />
            </Field>
            <Field label={words.comments}>
              <RowsEditor
                rows={draft.comments}
                shape="with-comment"
                blank={() => ({ id: newId(), speaker: '', text: '' })}
                onChange={(comments) => change({ comments })}
                render={(row, set) => (
                  <>
                    <TextField
                      label={words.speaker}
                      placeholder={words.speaker}
                      value={row.speaker}
                      onChange={(speaker) => set({ speaker })}
                    />
                    <TextField
                      label={words.comment}
                      placeholder={words.comment}
                      value={row.text}
                      onChange={(next) => set({ text: next })}
                    />
                  </>
                )}
              />
            </Field>
            <Field label={`${words.after}：${words.problems}`}>
              <RowsEditor
                rows={draft.problems}
                shape="with-problem"
                blank={() => ({ id: newId(), problem: '', measure: '', responsible: '', dueOn: null, doneOn: null })}
                onChange={(problems) => change({ problems })}
                render={(row, set) => (
                  <>
                    <TextField
                      label={words.problem}
                      placeholder={words.problem}
                      value={row.problem}
                      onChange={(problem) => set({ problem })}
                    />
                    <TextField
                      label={words.measure}
                      placeholder={words.measure}
                      value={row.measure}
                      onChange={(measure) => set({ measure })}
                    />
                    <TextField
                      label={words.responsible}
                      placeholder={words.responsible}
                      value={row.responsible}
                      onChange={(responsible) => set({ responsible })}
                    />
                    <DateField label={words.dueOn} value={row.dueOn} onChange={(dueOn) => set({ dueOn })} />
                    <DateField label={words.doneOn} value={row.doneOn} onChange={(doneOn) => set({ doneOn })} />
                  </>
                )}
              />
            </Field>
          </div>
        </Panel>
      </div>
      <div className="assessment-side">
        <Panel>
          <Field label={words.reporter} isRequired>
            <TextField
              value={draft.reporterName}
              onChange={(reporterName) => change({ reporterName, reporterId: null })}
            />
          </Field>
          <Field label={words.reportedOn}>
            <DateField value={draft.reportedOn} onChange={(reportedOn) => change({ reportedOn })} />
          </Field>
          <Field label={words.place}>
            <TextField value={draft.place} onChange={(place) => change({ place })} />
          </Field>
          {draft.lastYearProblems.length === 0 && <SeverityMark severity="incomplete" label={words.lastYearMissing} />}
          {failure !== undefined && <FailurePanel failure={failure} />}
          {stored.revision > 0 && (
            <>
              <HistoryButton record="dutyReport" id={stored.id} title={text.assessment.year(stored.year)} />
              <AttachmentsButton
                owner={{ record: 'dutyReport', recordId: stored.id }}
                name={text.assessment.year(stored.year)}
              />
            </>
          )}
          <PermitButton
            right="enter"
            type="primary"
            loading={isSaving}
            disabled={!isChanged && stored.revision > 0}
            onClick={() => void store()}
          >
            {isChanged || stored.revision === 0 ? words.save : text.assessment.saved}
          </PermitButton>
        </Panel>
        <Panel>
          <div className="assessment-pair">
            {pollFields.map((field, index) => (
              <Field key={field} label={gradeOptions[index]?.label ?? ''}>
                <NumberField least={0} value={draft[field]} onChange={(votes) => change({ [field]: votes })} />
              </Field>
            ))}
            <Field label={words.issued}>
              <NumberField
                least={0}
                value={draft.ballotsIssued}
                onChange={(ballotsIssued) => change({ ballotsIssued })}
              />
            </Field>
            <Field label={words.returned}>
              <NumberField
                least={0}
                value={draft.ballotsReturned}
                onChange={(ballotsReturned) => change({ ballotsReturned })}
              />
            </Field>
          </div>
          <Field label={words.grade}>
            <SelectField
              isClearable
              value={draft.grade}
              options={gradeOptions}
              onChange={(grade) => change({ grade })}
            />
          </Field>
          <Field label={words.decidedBy}>
            <TextField value={draft.decidedBy} onChange={(decidedBy) => change({ decidedBy })} />
          </Field>
          <Field label={words.note}>
            <TextField lines={2} value={draft.note} onChange={(note) => change({ note })} />
          </Field>
        </Panel>
      </div>
    </div>
  );
}

import { Button } from 'antd';
import { useState } from 'react';
import type { Appraisal, AppraisalEntry, AppraisalView } from '../../contract/assessment.ts';
import { useOperation } from '../data/use-operation.ts';
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
import { AppraisalRow } from './appraisal-row.tsx';
import { useQuiet } from './use-quiet.ts';

export type AppraisalDraft = Appraisal;

const words = text.assessment.appraisal;

/** Everybody of the day in one table; the quota and what is missing stay in sight on the right. */
export function AppraisalEditor({ initial }: { initial: AppraisalDraft }) {
  const [draft, setDraft] = useState(initial);
  const [stored, setStored] = useState(initial);
  const { save, isSaving, failure } = useSave('appraisal.save');
  const check = useOperation('appraisal.check', { draft: useQuiet(draft) }, { records: ['member'] });
  const isChanged = draft !== stored;
  useUnsaved(isChanged, text.assessment.unsaved(text.assessment.views.appraisal, draft.year));

  const change = (part: Partial<AppraisalDraft>) => setDraft((last) => ({ ...last, ...part }));
  const people = check.value?.people ?? [];
  const entryOf = (memberId: string) => draft.entries.find((entry) => entry.memberId === memberId) ?? blank(memberId);
  const changeEntry = (entry: AppraisalEntry) =>
    change({ entries: [...draft.entries.filter((other) => other.memberId !== entry.memberId), entry] });

  function restQualified(): void {
    const graded = people
      .filter((person) => person.isGraded)
      .map((person) => {
        const entry = entryOf(person.memberId);
        const needsGrade = entry.decidedGrade === null && entry.notTakenPartReason === '';
        return needsGrade ? { ...entry, decidedGrade: 'qualified' as const } : entry;
      });
    const others = draft.entries.filter((entry) => !graded.some(({ memberId }) => memberId === entry.memberId));
    change({ entries: [...graded, ...others] });
  }

  async function store(): Promise<void> {
    const saved = await save({ draft });
    if (saved === undefined) return;
    setDraft(saved.appraisal);
    setStored(saved.appraisal);
  }

  return (
    <div className="assessment-body">
      <div className="assessment-main panel panel-flush">
        <table className="assessment-table">
          <thead>
            <tr>
              <th>{words.name}</th>
              <th>{words.category}</th>
              <th>{words.self}</th>
              <th>{words.mutual}</th>
              {Object.values(words.grades).map((grade) => (
                <th key={grade} title={words.poll}>
                  {grade}
                </th>
              ))}
              <th>{words.decided}</th>
              <th>{words.remark}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <AppraisalRow
                key={person.memberId}
                person={person}
                entry={entryOf(person.memberId)}
                onChange={changeEntry}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className="assessment-side">
        <Panel>
          {check.value !== undefined && <Summary view={check.value} />}
          {stored.revision > 0 && (
            <>
              <HistoryButton record="appraisal" id={stored.id} title={text.assessment.year(stored.year)} />
              <AttachmentsButton
                owner={{ record: 'appraisal', recordId: stored.id }}
                name={text.assessment.year(stored.year)}
              />
            </>
          )}
          <Button onClick={restQualified}>{words.restQualified}</Button>
          {failure !== undefined && <FailurePanel failure={failure} />}
          <PermitButton
            right="enter"
            type="primary"
            loading={isSaving}
            disabled={!isChanged}
            onClick={() => void store()}
          >
            {isChanged || stored.revision === 0 ? words.save : text.assessment.saved}
          </PermitButton>
        </Panel>
        <Panel>
          <Field label={words.heldOn} isRequired>
            <DateField value={draft.heldOn} onChange={(heldOn) => change({ heldOn: heldOn ?? '' })} />
          </Field>
          <div className="assessment-pair">
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
            <Field label={words.valid}>
              <NumberField least={0} value={draft.ballotsValid} onChange={(ballotsValid) => change({ ballotsValid })} />
            </Field>
          </div>
          <Field label={words.decidedBy}>
            <SelectField
              value={draft.decidedBy}
              options={(['committee-meeting', 'members-meeting'] as const).map((value) => ({
                value,
                label: words.decidedByNames[value],
              }))}
              onChange={(decidedBy) => decidedBy !== null && change({ decidedBy })}
            />
          </Field>
          <Field label={words.decidedOn}>
            <DateField value={draft.decidedOn} onChange={(decidedOn) => change({ decidedOn })} />
          </Field>
          <Field label={words.note}>
            <TextField lines={2} value={draft.note} onChange={(note) => change({ note })} />
          </Field>
        </Panel>
      </div>
    </div>
  );
}

function blank(memberId: string): AppraisalEntry {
  return {
    memberId,
    selfGrade: null,
    mutualGrade: null,
    pollExcellent: null,
    pollQualified: null,
    pollBasicallyQualified: null,
    pollUnqualified: null,
    decidedGrade: null,
    notTakenPartReason: '',
    note: '',
  };
}

/** Quota with its arithmetic, what is left, and what does not fit, by name. */
function Summary({ view }: { view: AppraisalView }) {
  const names = new Map(view.people.map((person) => [person.memberId, person.name]));
  const probationary = view.people.length - view.quota.full;
  const isOver = view.quota.given > view.quota.allowed;
  const nameList = (ids: string) =>
    ids
      .split(' ')
      .map((id) => names.get(id) ?? id)
      .join('、');
  return (
    <>
      <p className="assessment-big">{words.quota(view.quota.given, view.quota.allowed)}</p>
      <SeverityMark severity={isOver ? 'overdue' : 'met'} label={view.quota.arithmetic} />
      <p className="note">{view.quota.source}</p>
      <p>{words.people(view.quota.full, probationary)}</p>
      <ul className="assessment-list">
        {view.findings.map((finding) => {
          const sentence = words.findings[finding.field as keyof typeof words.findings];
          const actual = finding.field.includes('exceed') && !finding.field.startsWith('poll');
          return (
            <li key={finding.field}>
              <SeverityMark
                severity={finding.field === 'quota-exceeded' ? 'overdue' : 'incomplete'}
                label={sentence(actual ? finding.expected : nameList(finding.actual), finding.actual)}
              />
            </li>
          );
        })}
      </ul>
    </>
  );
}

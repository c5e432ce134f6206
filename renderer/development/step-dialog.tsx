import { Button } from 'antd';
import { useState } from 'react';
import type { DevelopmentCaseView, DevelopmentStep, StepResult } from '../../contract/development.ts';
import type { StepState, StepTemplate } from '../../contract/development-process.ts';
import { stepResultNames } from '../../rules/codes/development.ts';
import { newId } from '../data/new-id.ts';
import type { Route } from '../data/route.ts';
import { type HeldMeeting, meetingRouteOf } from '../data/step-vote.ts';
import { useSave } from '../data/use-save.ts';
import { useUnsaved } from '../data/use-unsaved.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { fieldProblem } from '../ui/field-problem.ts';
import { NumberField } from '../ui/number-field.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { MultiSelectField, SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { blankStep } from './blank-step.ts';
import { type HeldStep, holdStep } from './held-step.ts';
import { Papers, papersOfStep } from './papers.tsx';
import { sponsorsNow, withSponsors } from './sponsors.ts';
import { usePeople } from './use-people.ts';
import { VoteFields } from './vote-fields.tsx';

const words = text.development.step;

/** One step of a person: when it may and should be, what came of it, and its papers. */
export function StepDialog({
  record,
  template,
  state,
  placeOf,
  existing,
  held,
  meeting,
  onAgain,
  onMeeting,
  onClose,
}: {
  record: DevelopmentCaseView;
  template: StepTemplate;
  state: StepState;
  /** The number shown of a step. */
  placeOf(no: number): number;
  /** The entry to be changed; left out for a new attempt. */
  existing: DevelopmentStep | undefined;
  /** What stood in the form before she went to the meeting. */
  held: HeldStep | undefined;
  /** The meeting that she comes back from. */
  meeting: HeldMeeting | undefined;
  /** To the entry of a further attempt. */
  onAgain(): void;
  /** Goes on to the members' meeting; what stands in the form is held until she comes back. */
  onMeeting(meeting: Route): void;
  onClose(): void;
}) {
  const { asOf, person } = useWorkspace();
  const [step, setStep] = useState<DevelopmentStep>(() => {
    const last = record.steps.filter((each) => each.no === template.no).map((each) => each.attempt);
    const handler = record.steps.findLast((each) => each.handlerName !== '')?.handlerName ?? person;
    const fresh = { ...blankStep(template.no, asOf, Math.max(0, ...last) + 1), handlerName: handler };
    const begun = held?.step ?? existing ?? { ...fresh, id: newId() };
    return meeting === undefined ? begun : { ...begun, on: meeting.heldOn, meetingId: meeting.meetingId, voteId: null };
  });
  const people = usePeople(step.on);
  const [papers, setPapers] = useState(() => held?.papers ?? papersOfStep(record, template));
  const [sponsors, setSponsors] = useState<string[]>(() => held?.sponsors ?? sponsorsNow(record, template.no));
  const [training, setTraining] = useState(
    () =>
      held?.training ??
      record.trainings.find((each) => each.kind === 'candidate') ?? {
        id: newId(),
        kind: 'candidate' as const,
        from: asOf,
        to: asOf,
        days: null as number | null,
        hours: null as number | null,
        organiser: '',
        certificate: '',
      },
  );
  const [isTouched, setIsTouched] = useState(held !== undefined || meeting !== undefined);
  const saving = useSave('developmentCase.save');
  useUnsaved(isTouched, words.unsaved);
  const put = (part: Partial<DevelopmentStep>) => {
    setIsTouched(true);
    setStep((last) => ({ ...last, ...part }));
  };
  const others = record.steps.filter((each) => each.id !== step.id);
  const at = existing === undefined ? others.length : record.steps.findIndex((each) => each.id === step.id);
  const problem = (field: string) => fieldProblem(saving.failure, `steps.${at}.${field}`);
  const shownBelow = ['on', 'result', 'months', 'reason', 'meetingId', 'voteId'].some((field) => problem(field));

  async function store(steps: DevelopmentStep[]): Promise<void> {
    const { no } = template;
    const kept = record.documents.filter((each) => each.stepNo !== no);
    const saved = await saving.save({
      draft: {
        id: record.id,
        revision: record.revision,
        steps,
        documents: [...kept, ...papers.filter((each) => each.state !== 'missing')],
        ...withSponsors(record, no, sponsors, step.on),
        ...(no === 11 && step.result === 'passed'
          ? { trainings: [...record.trainings.filter((each) => each.id !== training.id), training] }
          : {}),
      },
    });
    if (saved !== undefined) onClose();
  }

  function inPlace(): DevelopmentStep[] {
    return existing === undefined
      ? [...record.steps, step]
      : record.steps.map((each) => (each.id === step.id ? step : each));
  }

  return (
    <Dialog
      title={words.title(state.position, template.name)}
      width={780}
      onClose={onClose}
      onSubmit={() => void store(inPlace())}
      actions={
        <>
          {existing !== undefined && (
            <span className="development-remove development-paper-all">
              <PermitButton right="enter" onClick={() => void store(others)}>
                {words.remove}
              </PermitButton>
              <Button onClick={onAgain}>{words.again}</Button>
            </span>
          )}
          <Button onClick={onClose}>{text.action.cancel}</Button>
          <PermitButton right="enter" type="primary" loading={saving.isSaving} onClick={() => void store(inPlace())}>
            {words.save}
          </PermitButton>
        </>
      }
    >
      {saving.failure !== undefined && !shownBelow && <FailurePanel failure={saving.failure} />}
      <ul className="development-checks note">
        {template.checks.map((check) => (
          <li key={check}>{check}</li>
        ))}
      </ul>
      <div className="development-form dialog-scroll">
        <Field
          label={words.on}
          isRequired
          hint={limitsOf(state, placeOf)}
          source={template.source}
          error={problem('on')}
        >
          <DateField isFirst value={step.on} onChange={(on) => put({ on: on ?? '' })} />
        </Field>
        <Field label={words.result} error={problem('result')}>
          <SelectField
            value={step.result}
            options={resultsOf(template.no).map((value) => ({ value, label: stepResultNames[value] }))}
            onChange={(result) =>
              put({ result: result ?? 'passed', ...(result === 'extended' ? {} : { months: null }) })
            }
          />
        </Field>
        {step.result === 'extended' && (
          <Field label={words.months} isRequired error={problem('months')}>
            <NumberField value={step.months} onChange={(months) => put({ months })} least={6} most={12} />
          </Field>
        )}
        {template.vote !== null && (
          <VoteFields
            record={record}
            step={step}
            onChange={put}
            onMeeting={(vote, meetingId) => {
              holdStep(record.id, { no: template.no, existing, step, papers, sponsors, training });
              onMeeting(meetingRouteOf(vote, meetingId));
            }}
            problem={problem}
          />
        )}
        {(template.no === 5 || template.no === 9) && (
          <Field
            label={template.no === 5 ? words.contacts : words.introducers}
            isRequired
            className="field-wide"
            error={fieldProblem(saving.failure, template.no === 5 ? 'contacts' : 'introducers')}
          >
            <MultiSelectField
              values={sponsors}
              options={people.options}
              most={2}
              onChange={(next) => {
                setIsTouched(true);
                setSponsors(next);
              }}
            />
          </Field>
        )}
        {template.no === 11 && step.result === 'passed' && (
          <>
            <Field label={words.trainedFrom} isRequired>
              <DateField value={training.from} onChange={(from) => setTraining({ ...training, from: from ?? '' })} />
            </Field>
            <Field label={words.trainedTo} isRequired>
              <DateField value={training.to} onChange={(to) => setTraining({ ...training, to: to ?? '' })} />
            </Field>
            <Field label={words.days}>
              <NumberField
                isWhole={false}
                value={training.days}
                onChange={(days) => setTraining({ ...training, days })}
              />
            </Field>
            <Field label={words.hours}>
              <NumberField
                isWhole={false}
                value={training.hours}
                onChange={(hours) => setTraining({ ...training, hours })}
              />
            </Field>
          </>
        )}
        <Field label={words.actor}>
          <TextField value={step.actorName} onChange={(actorName) => put({ actorName })} placeholder={template.actor} />
        </Field>
        <Field label={words.handler}>
          <TextField value={step.handlerName} onChange={(handlerName) => put({ handlerName })} />
        </Field>
        <Field label={words.conclusion} className="field-wide">
          <TextField lines={2} value={step.conclusion} onChange={(conclusion) => put({ conclusion })} />
        </Field>
        <Field label={words.documentNumber}>
          <TextField value={step.documentNumber} onChange={(documentNumber) => put({ documentNumber })} />
        </Field>
        <Field label={words.reason} hint={words.reasonHint} error={problem('reason')}>
          <TextField value={step.reason} onChange={(reason) => put({ reason })} />
        </Field>
        <Papers
          papers={papers}
          template={template}
          person={record.name}
          day={step.on}
          file={record}
          onChange={(next) => {
            setIsTouched(true);
            setPapers(next);
          }}
        />
      </div>
    </Dialog>
  );
}

/** What may be and should be, in a sentence. */
function limitsOf(state: StepState, placeOf: (no: number) => number): string {
  const parts = [
    state.awaits.length > 0 ? words.awaits(state.awaits.map(placeOf).join('、')) : '',
    state.earliest === null ? '' : words.earliest(state.earliest, state.isEarliestHard),
    state.latest === null ? '' : words.latest(state.latest),
  ].filter(Boolean);
  return parts.length === 0 ? words.anyDay : parts.join('；');
}

function resultsOf(no: number): StepResult[] {
  if (no === 23) return ['passed', 'extended', 'cancelled', 'rejected'];
  return no === 11 ? ['passed', 'waived', 'rejected'] : ['passed', 'rejected'];
}

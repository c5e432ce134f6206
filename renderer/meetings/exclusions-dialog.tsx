import { Button } from 'antd';
import { type Exclusion, Exclusion as ExclusionSchema, type Expected } from '../../contract/meeting.ts';
import { isExclusionValid } from '../../rules/attendance.ts';
import { exclusionReasonNames } from '../../rules/codes/meeting.ts';
import { text } from '../text/zh-CN.ts';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { TextField } from '../ui/text-field.tsx';
import { type ChangeForm, changedAt, type MeetingForm, withState } from './form.ts';

const words = text.meetings.exclusions;
const reasons = ExclusionSchema.shape.reason.options.map((value) => ({ value, label: exclusionReasonNames[value] }));

/** Who is left out of 应到会, with both approvals; until both are there the person stays in the base. */
export function ExclusionsDialog({
  form,
  change,
  people,
  onClose,
}: {
  form: MeetingForm;
  change: ChangeForm;
  people: readonly Expected[];
  onClose(): void;
}) {
  const listed = new Set(form.exclusions.map((exclusion) => exclusion.memberId));
  const names = new Map(people.map((person) => [person.memberId, person.name]));
  const patch = (index: number, fields: Partial<Exclusion>) =>
    change((last) => ({ exclusions: changedAt(last.exclusions, index, fields) }));
  return (
    <Dialog
      title={words.title}
      width={820}
      onClose={onClose}
      actions={
        <Button type="primary" onClick={onClose}>
          {text.meetings.content.done}
        </Button>
      }
    >
      <p className="note">{words.note}</p>
      <div className="dialog-scroll">
        {form.exclusions.length === 0 && <p>{words.empty}</p>}
        {form.exclusions.map((exclusion, index) => {
          const name = names.get(exclusion.memberId) ?? exclusion.memberId;
          const isValid = isExclusionValid(exclusion, form.heldOn);
          return (
            <section key={exclusion.memberId} className="exclusion" aria-label={name}>
              <div className="exclusion-head">
                <strong>{name}</strong>
                <SeverityMark
                  severity={isValid ? 'met' : 'incomplete'}
                  label={isValid ? words.complete : words.incomplete}
                />
                {exclusion.confirmedBy !== null && (
                  <span className="note">{text.people.confirmedBy(exclusion.confirmedBy)}</span>
                )}
                <Button
                  size="small"
                  className="small-button"
                  aria-label={words.remove(name)}
                  onClick={() =>
                    change((last) => ({
                      exclusions: last.exclusions.filter((each) => each.memberId !== exclusion.memberId),
                      attendance: last.attendance.filter(
                        (entry) => entry.memberId !== exclusion.memberId || entry.state !== 'excluded',
                      ),
                    }))
                  }
                >
                  ×
                </Button>
              </div>
              <div className="exclusion-fields">
                <Field label={words.reason} className="exclusion-reason">
                  <SelectField
                    value={exclusion.reason}
                    options={reasons}
                    onChange={(reason) => reason !== null && patch(index, { reason })}
                  />
                </Field>
                <Field label={words.superiorApprovedOn}>
                  <DateField
                    value={exclusion.superiorApprovedOn}
                    onChange={(superiorApprovedOn) => patch(index, { superiorApprovedOn })}
                  />
                </Field>
                <Field label={words.superiorApprovalNumber}>
                  <TextField
                    value={exclusion.superiorApprovalNumber}
                    maxLength={500}
                    onChange={(superiorApprovalNumber) => patch(index, { superiorApprovalNumber })}
                  />
                </Field>
                <Field label={words.adoptedByMeetingOn}>
                  <DateField
                    value={exclusion.adoptedByMeetingOn}
                    onChange={(adoptedByMeetingOn) => patch(index, { adoptedByMeetingOn })}
                  />
                </Field>
              </div>
            </section>
          );
        })}
      </div>
      <Field label={words.add}>
        <SelectField
          key={form.exclusions.length}
          value={null}
          options={people
            .filter((person) => !listed.has(person.memberId))
            .map((person) => ({ value: person.memberId, label: person.name }))}
          onChange={(memberId) => memberId !== null && change((last) => withExclusion(last, memberId))}
        />
      </Field>
    </Dialog>
  );
}

/** Lists somebody as excluded, without any approval yet. */
export function withExclusion(form: MeetingForm, memberId: string): Partial<MeetingForm> {
  const isListed = form.exclusions.some((exclusion) => exclusion.memberId === memberId);
  return {
    attendance: withState(form.attendance, memberId, 'excluded'),
    exclusions: isListed
      ? form.exclusions
      : [
          ...form.exclusions,
          {
            memberId,
            reason: 'bedridden',
            superiorApprovedOn: null,
            superiorApprovalNumber: '',
            adoptedByMeetingOn: null,
            confirmedBy: null,
          },
        ],
  };
}

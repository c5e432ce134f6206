import { Button } from 'antd';
import type { Election, ElectionView } from '../../contract/election.ts';
import { exclusionReasonNames } from '../../rules/codes/meeting.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { Field } from '../ui/field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Panel } from '../ui/panel.tsx';
import { MultiSelectField } from '../ui/select-field.tsx';

const words = text.elections;

/** The meetings with the ballots, what they come to, who is not counted in 应到会, and what is still missing. */
export function ResultPanel({
  draft,
  view,
  change,
}: {
  draft: Election;
  view: ElectionView;
  change(part: Partial<Election>): void;
}) {
  const { branch, go } = useWorkspace();
  const meetings = useOperation('meeting.list', { branchId: branch.id, limit: 500 }, { records: ['meeting'] });
  const rows = (meetings.value?.rows ?? []).filter(({ types }) =>
    types.some((type) => type === 'members-meeting' || type === 'committee-meeting'),
  );
  const { reduction } = draft;
  return (
    <Panel
      title={words.meetings}
      extra={
        <Button
          size="small"
          onClick={() =>
            go({
              screen: 'meetings',
              view: 'new',
              params: { type: 'members-meeting', ...(draft.heldOn === null ? {} : { heldOn: draft.heldOn }) },
            })
          }
        >
          {words.newMeeting}
        </Button>
      }
    >
      <Field label={words.meetingField} hint={words.meetingHint}>
        <MultiSelectField
          values={draft.meetingIds}
          most={10}
          options={rows.map(({ id, heldOn, title }) => ({ value: id, label: `${heldOn} ${title}` }))}
          onChange={(meetingIds) => change({ meetingIds })}
        />
      </Field>
      <ul className="election-lines">
        {view.outcomes.length === 0 && <li className="note">{words.noBallots}</li>}
        {view.outcomes.map(({ office, seats, elected, state }) => (
          <li key={office}>
            {words.outcome(words.offices[office], seats, elected.map(({ name }) => name).join('、'))}
            <span className="note"> {words.states[state]}</span>
          </li>
        ))}
      </ul>
      <div className="election-fields">
        <Field label={words.reductionSeats} hint={words.reductionHint}>
          <NumberField
            value={reduction?.seats ?? null}
            least={1}
            most={20}
            onChange={(seats) =>
              change({ reduction: seats === null ? null : { seats, inFavour: reduction?.inFavour ?? 0 } })
            }
          />
        </Field>
        {reduction !== null && (
          <Field label={words.reductionInFavour}>
            <NumberField
              value={reduction.inFavour}
              least={0}
              most={2000}
              onChange={(inFavour) => change({ reduction: { ...reduction, inFavour: inFavour ?? 0 } })}
            />
          </Field>
        )}
      </div>
      <h3>{words.exclusions}</h3>
      <ul className="election-lines">
        {view.exclusions.length === 0 && <li className="note">{words.noExclusions}</li>}
        {view.exclusions.map((each) => (
          <li key={each.memberId}>
            {words.exclusion(each.name, exclusionReasonNames[each.reason])}
            <span className="note">
              {' '}
              {each.isValid
                ? words.exclusionApproved(
                    each.superiorApprovalNumber,
                    each.superiorApprovedOn ?? '',
                    each.adoptedByMeetingOn ?? '',
                  )
                : words.exclusionMissing}
            </span>
          </li>
        ))}
      </ul>
      {view.findings.length > 0 && (
        <>
          <h3>{words.findings}</h3>
          <ul className="election-lines">
            {view.findings.map((found) => (
              <li key={`${found.code} ${JSON.stringify(found.params)}`} title={found.source}>
                {words.finding[found.code]?.(found.params) ?? found.code}
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

import { Button } from 'antd';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { MeetingView } from '../../contract/meeting.ts';
import type { SecondPerson } from '../../contract/person.ts';
import { isDay } from '../../rules/dates.ts';
import { useClient } from '../data/client-context.tsx';
import type { StepVote } from '../data/step-vote.ts';
import { useOperation } from '../data/use-operation.ts';
import { useSave } from '../data/use-save.ts';
import { useUnsaved } from '../data/use-unsaved.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { HistoryButton } from '../ui/history-drawer.tsx';
import { shortLocalTime } from '../ui/local-time.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { useShortcut } from '../ui/use-shortcut.ts';
import { AgendaPanel } from './agenda-panel.tsx';
import { linesOf } from './attendance-lines.ts';
import { AttendancePanel } from './attendance-panel.tsx';
import { BasicsPanel } from './basics-panel.tsx';
import { ContentPanel } from './content-panel.tsx';
import { ExclusionsDialog, withExclusion } from './exclusions-dialog.tsx';
import { followingResults, withFollowedResults, withoutFollowed } from './followed-results.ts';
import { canBeChecked, draftOf, formOf, type MeetingForm } from './form.ts';
import { MeetingAttachments } from './meeting-attachments.tsx';
import { MissingList } from './missing-list.tsx';
import { ResultBar } from './result-bar.tsx';
import { SaveFailure } from './save-failure.tsx';
import { stepVoteIn } from './step-vote-form.ts';
import { useMeetingCheck } from './use-meeting-check.ts';
import { useMeetingForm } from './use-meeting-form.ts';
import { useNames } from './use-names.ts';
import { VotePanel } from './vote-panel.tsx';

const words = text.meetings.entry;
const noFields: Readonly<Record<string, string[]>> = {};
const timeOf = (at: number) => shortLocalTime(new Date(at)).slice(6);

/** Entry of one meeting: what on the left, who came in the middle, the vote on the right, the result bar above. */
export function MeetingEntry({
  draftKey,
  initial,
  stored,
  wanted,
  actions,
  onSaved,
}: {
  draftKey: string;
  initial(): MeetingForm;
  /** The record that is changed; `undefined` for a new one. */
  stored: MeetingView | undefined;
  /** The vote of a step that the entry was opened for; the way leads back to it. */
  wanted?: StepVote | undefined;
  /** Further buttons of a stored record that has no unsaved change. */
  actions?: ReactNode;
  onSaved(view: MeetingView): void;
}) {
  const { today, back } = useWorkspace();
  const client = useClient();
  const edited = useMeetingForm(draftKey, initial);
  const { form, change } = edited;
  const [voteId, setVoteId] = useState<string | null>(() => stepVoteIn(form, wanted)?.id ?? null);
  const [agendaId, setAgendaId] = useState<string | null>(
    () => (stepVoteIn(form, wanted) ?? form.votes[0])?.agendaId ?? form.agenda[0]?.id ?? null,
  );
  const [isExcluding, setIsExcluding] = useState(false);
  const [saved, setSaved] = useState<{ view: MeetingView; at: number }>();
  const saving = useSave('meeting.save');
  const told = useRef(onSaved);
  told.current = onSaved;

  const day = isDay(form.heldOn) ? form.heldOn : null;
  const expectedInput =
    day === null || form.types.length === 0
      ? null
      : { branchId: form.branchId, groupId: form.groupId, heldOn: day, types: form.types };
  const people = { records: ['member', 'post', 'group'] };
  const expectedReading = useOperation('meeting.expected', expectedInput, people);
  const expected = expectedInput === null ? undefined : expectedReading.value;
  const roster = useOperation(
    'meeting.expected',
    day === null ? null : { branchId: form.branchId, heldOn: day, types: ['members-meeting'] },
    people,
  );
  const applicants = useOperation(
    'member.list',
    day === null || form.votes.every((vote) => vote.rule !== 'V1')
      ? null
      : { asOf: day, branchId: form.branchId, category: 'applicant', limit: 500 },
    { records: ['member'] },
  );
  const names = useNames(stored?.meeting, roster.value);
  const lines = useMemo(() => linesOf(expected ?? [], form, names), [expected, form, names]);
  const shown = useMemo(() => lines.map((line) => line.memberId), [lines]);
  const draft = useMemo(() => draftOf(form, shown), [form, shown]);
  const isReady = canBeChecked(form) && expected !== undefined;
  const check = useMeetingCheck(isReady ? draft : null, stored);
  const view = canBeChecked(form) ? withoutFollowed(check.view, form) : undefined;

  // What the record says follows the count until she says otherwise.
  const counted = check.view?.tallies;
  useEffect(() => {
    if (counted === undefined) return;
    const votes = followingResults(form.votes, counted, form.ownResults);
    if (votes.some((vote, index) => vote !== form.votes[index])) change({ votes });
  }, [counted, form.votes, form.ownResults, change]);

  useUnsaved(edited.isChanged, words.what(form.title));
  const save = async (second?: SecondPerson) => {
    if (!isReady) return;
    const followed = await withFollowedResults(client, draft, form.ownResults);
    const answer = await saving.save({ draft: followed, ...(second === undefined ? {} : { second }) });
    if (answer === undefined) return;
    setSaved({ view: answer, at: Date.now() });
    edited.start(formOf(answer));
  };
  // Told after the form counts as unchanged, so that going on to the record asks nothing.
  useEffect(() => {
    if (saved !== undefined && !edited.isChanged) told.current(saved.view);
  }, [saved, edited.isChanged]);
  useShortcut({ key: 's', isWithControl: true, onPress: () => void save() });

  const tallies = view?.tallies ?? [];
  const voteAtHand =
    form.votes.find((vote) => vote.id === voteId) ?? form.votes.find((vote) => vote.agendaId === agendaId);
  const tally = tallies.find((candidate) => candidate.voteId === voteAtHand?.id) ?? tallies[0];
  const options = (roster.value ?? []).map((person) => ({ value: person.memberId, label: person.name }));
  const votables = [
    ...(applicants.value?.rows ?? []).map((row) => ({
      ...{ value: row.id, label: row.name, initials: row.initials, category: row.category },
    })),
    ...(roster.value ?? []).map((person) => ({
      value: person.memberId,
      label: person.name,
      category: person.category,
    })),
  ];
  const late = view?.findings.find((finding) => finding.rule === 'late-entry');
  const lateDays = view?.meeting.isLateEntry === true || form.lateReason !== '' ? lateness(view) : null;
  const fields = saving.failure?.code === 'invalid-input' ? saving.failure.fields : noFields;

  const state = check.isAway ? (
    words.engineAway
  ) : edited.isChanged ? (
    edited.heldAt === undefined ? (
      words.unsaved
    ) : edited.resumedFrom === edited.heldAt ? (
      <>
        {words.draftOf(timeOf(edited.heldAt))}{' '}
        <button type="button" className="link-button" onClick={() => edited.start(initial())}>
          {words.dropDraft}
        </button>
      </>
    ) : (
      words.draftSaved(timeOf(edited.heldAt))
    )
  ) : saved !== undefined ? (
    words.saved(timeOf(saved.at))
  ) : (
    stored !== undefined && words.registered(stored.meeting.enteredOn)
  );

  return (
    <>
      <PageHeader
        title={form.revision === 0 ? words.newTitle : words.editTitle}
        summary={state}
        actions={
          <>
            {form.revision > 0 && <HistoryButton record="meeting" id={form.id} title={form.title} />}
            {stored !== undefined && <MeetingAttachments meeting={stored.meeting} />}
            {wanted === undefined ? (
              !edited.isChanged && actions
            ) : (
              <Button onClick={back}>{words.backToFile(wanted.person)}</Button>
            )}
            <PermitButton
              right="enter"
              type="primary"
              disabled={!isReady}
              loading={saving.isSaving}
              onClick={() => void save()}
            >
              {wanted === undefined ? words.save : words.saveAndBack}
            </PermitButton>
          </>
        }
      />
      {saving.failure !== undefined && (
        <SaveFailure
          failure={saving.failure}
          form={form}
          onClose={saving.clearFailure}
          onTake={(theirs) => edited.start(theirs)}
          onKeep={(revision) => change({ revision })}
          isSaving={saving.isSaving}
          onConfirmed={(second) => void save(second)}
        />
      )}
      <ResultBar view={view} tally={tally} />
      <div className="meeting-entry">
        <Panel title={text.meetings.basics.title} className="entry-left">
          <div className="entry-scroll">
            <BasicsPanel
              form={form}
              change={change}
              roster={roster.value ?? []}
              fields={fields}
              late={late === undefined ? lateDays : { days: Number(late.actual), allowed: Number(late.expected) }}
            />
            {day !== null && day > today && <p className="note">{text.meetings.basics.planned}</p>}
            <AgendaPanel
              form={form}
              change={change}
              selectedId={agendaId}
              onSelect={(id) => {
                setAgendaId(id);
                setVoteId(null);
              }}
              tallies={tallies}
            />
            <ContentPanel form={form} change={change} people={options} />
          </div>
          {view !== undefined && <MissingList findings={view.findings} names={names} />}
        </Panel>
        <AttendancePanel
          form={form}
          change={change}
          lines={lines}
          view={view}
          onExclude={(memberId) => {
            change((last) => withExclusion(last, memberId));
            setIsExcluding(true);
          }}
          onShowExclusions={() => setIsExcluding(true)}
        />
        <VotePanel
          form={form}
          change={change}
          agendaId={agendaId}
          voteId={voteId}
          onVote={(vote) => {
            setAgendaId(vote.agendaId);
            setVoteId(vote.id);
          }}
          view={view}
          roster={roster.value ?? []}
          votables={votables}
        />
      </div>
      {isExcluding && (
        <ExclusionsDialog form={form} change={change} people={expected ?? []} onClose={() => setIsExcluding(false)} />
      )}
    </>
  );
}

/** Days between the meeting and its entry, for the reason of a late entry that is given already. */
function lateness(view: MeetingView | undefined): { days: number; allowed: number } | null {
  if (view?.meeting.isLateEntry !== true) return null;
  const milliseconds = Date.parse(view.meeting.enteredOn) - Date.parse(view.meeting.heldOn);
  return { days: Math.round(milliseconds / 86_400_000), allowed: 0 };
}

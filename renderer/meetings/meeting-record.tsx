import { type ReactNode, useState } from 'react';
import type { Meeting, MeetingView, Tally } from '../../contract/meeting.ts';
import { attendanceStateNames, meetingTypeNames } from '../../rules/codes/meeting.ts';
import { quorumText, quorumWord } from '../text/meetings.ts';
import { text } from '../text/zh-CN.ts';
import { HistoryButton } from '../ui/history-drawer.tsx';
import { localTime } from '../ui/local-time.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { AmendDialog } from './amend-dialogs.tsx';
import { MeetingAttachments } from './meeting-attachments.tsx';
import { MissingList } from './missing-list.tsx';
import { ResultBar } from './result-bar.tsx';
import { electedText } from './vote-words.ts';

const words = text.meetings;

/** A signed or voided record: read, amended, printed; never overwritten. */
export function MeetingRecord({
  view,
  names,
  actions,
}: {
  view: MeetingView;
  names: ReadonlyMap<string, string>;
  /** Printing and voiding, given by the page. */
  actions: ReactNode;
}) {
  const { meeting, tallies, findings } = view;
  const [isAmending, setIsAmending] = useState(false);
  const isVoided = meeting.voidedOn !== null;
  return (
    <>
      <PageHeader
        title={meeting.title}
        summary={
          isVoided
            ? [
                words.record.voided(meeting.voidedOn ?? '', meeting.voidReason),
                text.people.confirmedBy(meeting.voidConfirmedBy),
              ]
                .filter((part) => part !== '')
                .join('；')
            : words.record.signedBy(meeting.signedOn ?? '', meeting.chairSignature, meeting.recorderSignature)
        }
        actions={
          <>
            <HistoryButton record="meeting" id={meeting.id} title={meeting.title} />
            <MeetingAttachments meeting={meeting} />
            {actions}
            {!isVoided && (
              <PermitButton right="decide" type="primary" onClick={() => setIsAmending(true)}>
                {words.amend.button}
              </PermitButton>
            )}
          </>
        }
      />
      <ResultBar view={view} tally={tallies[0]} />
      <div className="meeting-record">
        <Panel title={words.basics.title}>
          <dl className="record-facts">
            {factsOf(meeting).map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value === '' ? words.record.notRegistered : value}</dd>
              </div>
            ))}
          </dl>
          <Attendance meeting={meeting} names={names} />
        </Panel>
        <Panel title={words.content.title}>
          <div className="entry-scroll">
            <Written title={words.agenda.title(meeting.agenda.length)}>
              {meeting.agenda.map((item, index) => `${index + 1}. ${item.title}${item.content && `：${item.content}`}`)}
            </Written>
            <Written title={words.content.studyContent}>{[meeting.studyContent]}</Written>
            <Written title={words.content.discussion}>{[meeting.discussion]}</Written>
            <Written title={words.content.speeches}>
              {meeting.speeches.map((speech) => `${speech.name}：${speech.text}`)}
            </Written>
            <Written title={words.content.dissent}>{[meeting.dissent]}</Written>
            <Written title={words.record.votes}>
              {meeting.votes.map((vote, index) => voteText(vote.subject, tallies[index]))}
            </Written>
            <Written title={words.content.resolutions}>
              {meeting.resolutions.map((resolution) =>
                [
                  resolution.text,
                  resolution.responsibleName && `${words.content.responsible} ${resolution.responsibleName}`,
                  resolution.dueOn !== null && `${words.content.dueOn} ${resolution.dueOn}`,
                ]
                  .filter((part) => part)
                  .join('　'),
              )}
            </Written>
          </div>
        </Panel>
        <Panel title={words.record.amendments}>
          <div className="entry-scroll">
            {meeting.amendments.length === 0 && <p className="note">{words.record.none}</p>}
            {meeting.amendments.map((amendment) => (
              <article key={amendment.id} className="amendment">
                <p>{words.record.amendmentText(amendment.field, amendment.text)}</p>
                <p className="note">{amendment.reason}</p>
                <p className="note">{words.record.amended(localTime(amendment.madeAt), amendment.actor)}</p>
              </article>
            ))}
          </div>
          <MissingList findings={findings} names={names} />
        </Panel>
      </div>
      {isAmending && <AmendDialog meeting={meeting} onClose={() => setIsAmending(false)} />}
    </>
  );
}

function factsOf(meeting: Meeting): [string, string][] {
  const { basics } = words;
  const time = meeting.startsAt === null ? '' : ` ${meeting.startsAt}${meeting.endsAt ? `—${meeting.endsAt}` : ''}`;
  const facts: [string, string][] = [
    [basics.types.replace(/（.*/, ''), meeting.types.map((type) => meetingTypeNames[type]).join('、')],
    [basics.heldOn, `${meeting.heldOn}${time}`],
    [basics.place, meeting.place],
    [basics.chair, meeting.chairName],
    [basics.recorder, meeting.recorderName],
  ];
  if (meeting.types.includes('party-lesson'))
    facts.push([basics.lessonTopic, meeting.lessonTopic], [basics.lecturer, meeting.lecturer]);
  if (meeting.types.includes('theme-day')) facts.push([basics.theme, meeting.theme]);
  if (meeting.isLateEntry) facts.push([words.list.late, meeting.lateReason]);
  if (meeting.observers.length > 0)
    facts.push([
      words.content.observers,
      meeting.observers.map(({ name, identity }) => (identity === '' ? name : `${name}（${identity}）`)).join('、'),
    ]);
  return facts;
}

function Attendance({ meeting, names }: { meeting: Meeting; names: ReadonlyMap<string, string> }) {
  const states = [...new Set(meeting.attendance.map((entry) => entry.state))];
  return (
    <dl className="record-facts record-attendance">
      {states.map((state) => {
        const people = meeting.attendance.filter((entry) => entry.state === state);
        return (
          <div key={state}>
            <dt>{words.attendance.part(attendanceStateNames[state], people.length)}</dt>
            <dd>
              {people
                .map(({ memberId, reason }) => `${names.get(memberId) ?? memberId}${reason && `（${reason}）`}`)
                .join('、')}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Written({ title, children }: { title: string; children: readonly string[] }) {
  const paragraphs = children.filter((paragraph) => paragraph.trim() !== '');
  return (
    <section className="record-part">
      <h3>{title}</h3>
      {paragraphs.length === 0 && <p className="note">{words.record.notRegistered}</p>}
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </section>
  );
}

function voteText(subject: string, tally: Tally | undefined): string {
  if (tally === undefined) return subject;
  const counted = tally.rule === 'V3' ? electedText(tally) : tally.arithmetic;
  return [subject, `${quorumWord(tally)} ${quorumText(tally)}`, counted, words.vote.result[tally.result]]
    .filter((part) => part !== '')
    .join('　');
}

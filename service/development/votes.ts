import type { DevelopmentCase, DevelopmentStep } from '../../contract/development.ts';
import { AppError } from '../../contract/failure.ts';
import { listDevelopmentCases } from '../../db/queries/development.ts';
import { getMeeting } from '../../db/queries/meetings.ts';
import { listSettings } from '../../db/queries/settings.ts';
import { wasElsewhere } from '../../rules/development.ts';
import type { ArchiveContext } from '../context.ts';
import { peopleOfBranch } from '../meetings/people.ts';
import { viewMeeting } from '../meetings/view.ts';

const source = '发展细则第21、22、33条：支部大会讨论并表决，赞成人数超过应到会有表决权正式党员的半数为通过';

/**
 * Holds the outcome of steps 15 and 23 against the vote of the actual members' meeting (V1). Without a meeting the
 * entry must say why it is not in the archive.
 *
 * @throws AppError `rule-broken` V1, `no-such-record`
 */
export function demandVotes(context: ArchiveContext, record: DevelopmentCase): void {
  const votes = record.steps.map((step, index) => ({ step, index })).filter(({ step }) => isVote(step));
  if (votes.length === 0) return;
  const { db } = context.archive;
  const others = listDevelopmentCases(db, {}).filter((each) => each.id !== record.id);
  const taken = new Set(others.flatMap((each) => each.steps.filter(isVote).map(keyOf)));
  for (const { step, index } of votes) {
    if (step.meetingId === null || step.voteId === null) {
      if (step.reason === '' && !wasElsewhere(record, step.on))
        throw broken(index, 'meetingId', "members' meeting or reason", '');
      continue;
    }
    demandVote(context, record, step, index);
    if (taken.has(keyOf(step))) throw broken(index, 'voteId', 'one vote for each person', step.voteId);
  }
}

function isVote(step: DevelopmentStep): boolean {
  return step.no === 15 || step.no === 23;
}

function keyOf(step: DevelopmentStep): string {
  return `${step.meetingId} ${step.voteId}`;
}

function demandVote({ archive }: ArchiveContext, record: DevelopmentCase, step: DevelopmentStep, index: number): void {
  const meeting = getMeeting(archive.db, step.meetingId ?? '');
  if (meeting.voidedOn !== null) throw new AppError({ code: 'record-voided', record: 'meeting', id: meeting.id });
  if (!meeting.types.includes('members-meeting') || meeting.branchId !== record.branchId)
    throw broken(index, 'meetingId', 'members-meeting', meeting.types.join(' '));
  if (meeting.heldOn !== step.on) throw broken(index, 'on', meeting.heldOn, step.on);
  const vote = meeting.votes.find((each) => each.id === step.voteId);
  if (vote === undefined || vote.rule !== 'V1') throw broken(index, 'voteId', 'V1', vote?.rule ?? '');
  const isAboutPerson =
    vote.subjectMemberId === null ? vote.subject.includes(record.name) : vote.subjectMemberId === record.memberId;
  // The vote may name the member record that this very admission makes.
  if (!isAboutPerson && !vote.subject.includes(record.name)) throw broken(index, 'voteId', record.name, vote.subject);
  const view = viewMeeting(meeting, {
    people: peopleOfBranch(archive.db, meeting.branchId),
    settings: listSettings(archive.db),
  });
  const tally = view.tallies.find((each) => each.voteId === vote.id);
  const wasAdopted = tally?.result === 'passed';
  const claimsAdopted = step.result !== 'rejected';
  if (wasAdopted !== claimsAdopted || tally?.result === 'not-voted')
    throw broken(
      index,
      'result',
      `${tally?.result ?? 'not-voted'} ${tally?.arithmetic ?? ''} ${tally?.quorum.arithmetic ?? ''}`.trim(),
      step.result,
    );
}

function broken(index: number, field: string, expected: string, actual: string): AppError {
  return new AppError({ code: 'rule-broken', rule: 'V1', field: `steps.${index}.${field}`, expected, actual, source });
}

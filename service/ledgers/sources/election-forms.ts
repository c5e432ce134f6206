import type { Election, ElectionView } from '../../../contract/election.ts';
import type { Column, FormBlock, FormField, FormPage } from '../../../contract/ledger.ts';
import { listPosts } from '../../../db/queries/branches.ts';
import { listElections } from '../../../db/queries/elections.ts';
import { findMeeting } from '../../../db/queries/meetings.ts';
import { exclusionReasonNames } from '../../../rules/codes/meeting.ts';
import { postTitleNames } from '../../../rules/codes/organisation.ts';
import { electionPlan } from '../../../templates/ledgers/60-election-plan.ts';
import { electionResult } from '../../../templates/ledgers/61-election-result.ts';
import { electionWords, electionFormWords as words } from '../../../templates/ledgers/register-words.ts';
import { writtenDay } from '../../../templates/ledgers/words.ts';
import { viewElection } from '../../elections/view.ts';
import { viewMeeting } from '../../meetings/view.ts';
import type { FormSource, SourceContext } from '../source.ts';
import { postWord, registered } from '../words.ts';

const column = (key: string, title: string, width: number, format: Column['format'] = 'text'): Column => ({
  ...{ key, title, width, format },
});
const count = (key: string, title: string) => column(key, title, 7, 'integer');

const stepColumns: readonly Column[] = [
  column('step', words.step, 26, 'long-text'),
  column('plannedOn', words.plannedOn, 11, 'date'),
  column('doneOn', words.doneOn, 11, 'date'),
  column('documentNumber', words.documentNumber, 18),
  column('note', words.note, 22, 'long-text'),
];
const candidateColumns: readonly Column[] = [
  column('name', words.candidate, 10),
  column('office', words.office, 12),
  count('inFavour', words.inFavour),
  count('against', words.against),
  count('abstain', words.abstain),
  count('others', words.others),
  column('elected', words.elected, 8),
];
const exclusionColumns: readonly Column[] = [
  column('name', words.name, 10),
  column('reason', words.reason, 26, 'long-text'),
  column('superior', words.superior, 22, 'long-text'),
  column('adopted', words.adopted, 12, 'date'),
];
const postColumns: readonly Column[] = [
  column('name', words.name, 10),
  column('post', words.post, 12),
  column('duties', words.duties, 30, 'long-text'),
];

/** 换届选举工作安排表: each file with its steps, planned and done. */
export const electionPlanSource: FormSource = (context) => ({
  pages: () =>
    listElections(context.db, { branchId: context.branch.id })
      .toReversed()
      .map((election) => planPage(viewElection(context.db, election), context)),
});

/** 选举结果报告单: each election that had ballots by the day. */
export const electionResultSource: FormSource = (context) => ({
  pages: () =>
    listElections(context.db, { branchId: context.branch.id })
      .toReversed()
      .map((election) => viewElection(context.db, election))
      .filter(({ rounds }) => rounds.some(({ heldOn }) => heldOn <= context.options.asOf))
      .map((view) => resultPage(view, context)),
});

function field(label: string, value: string | null, required = false): FormField {
  return { label, value, format: 'text', required };
}

function dayField(label: string, day: string | null, required = false): FormField {
  return field(label, day === null ? null : writtenDay(day), required);
}

function numberAndDay(number: string, day: string | null): string | null {
  return registered([number, day === null ? '' : writtenDay(day)].join(' '));
}

function headFields({ election, expiresOn }: ElectionView): FormField[] {
  const { kind, termNumber, seats, timing, timingNumber, timingApprovedOn, vacancies } = election;
  const common = [
    field(words.kind, words.kinds[kind]),
    field(words.term, termNumber === null ? null : electionWords.term(termNumber)),
    field(words.seats, seats === null ? null : words.people(seats)),
  ];
  if (kind === 'by-election')
    return [...common, field(words.vacancies, vacancies.map(({ title }) => postTitleNames[title]).join('、'))];
  return [
    ...common,
    dayField(words.expiresOn, expiresOn),
    field(words.timing, words.timings[timing]),
    ...(timing === 'on-time' ? [] : [field(words.timingApproval, numberAndDay(timingNumber, timingApprovedOn), true)]),
  ];
}

function planPage(view: ElectionView, { branch }: SourceContext): FormPage {
  const { election } = view;
  const rows = election.steps.map(({ name, plannedOn, doneOn, documentNumber, note }) => ({
    cells: { step: name, plannedOn, doneOn, documentNumber: registered(documentNumber), note: registered(note) },
  }));
  return {
    recordId: election.id,
    name: election.title.slice(0, 20),
    title: `${branch.fullName}${electionPlan.title}`,
    heading: [],
    blocks: [
      { type: 'fields', columns: 2, fields: [...headFields(view), dayField(words.heldOn, election.heldOn)] },
      { type: 'table', title: words.steps, columns: stepColumns, numbered: true, rows, emptyText: words.none },
    ],
    signatures: words.planSignatures,
  };
}

function resultPage(view: ElectionView, context: SourceContext): FormPage {
  const { election } = view;
  return {
    recordId: election.id,
    name: election.title.slice(0, 20),
    title: `${context.branch.fullName}${electionResult.title}`,
    heading: [],
    blocks: [
      {
        type: 'fields',
        columns: 2,
        fields: [...headFields(view), field(words.method, registered(election.methodAdopted))],
      },
      ...ballotBlocks(view, context),
      ...outcomeBlocks(view),
      exclusionBlock(view),
      postBlock(election, context),
      {
        type: 'fields',
        columns: 1,
        fields: [
          field(words.request, numberAndDay(election.requestNumber, election.requestedOn)),
          field(words.approval, numberAndDay(election.approvalNumber, election.approvedOn)),
          field(words.filing, numberAndDay(election.filingNumber, election.filedOn)),
        ],
      },
    ],
    signatures: words.resultSignatures,
  };
}

/** One block of figures and one table of candidates for each ballot, in the order they were held. */
function ballotBlocks({ rounds }: ElectionView, { db, people, settings }: SourceContext): FormBlock[] {
  return rounds.flatMap((round, index): FormBlock[] => {
    const meeting = findMeeting(db, round.meetingId);
    if (meeting === undefined) return [];
    const { counted, tallies } = viewMeeting(meeting, { people, settings });
    const at = meeting.votes.findIndex(({ id }) => id === round.voteId);
    const [vote, tally] = [meeting.votes[at], tallies[at]];
    if (vote === undefined || tally === undefined) return [];
    const { ballotsIssued, ballotsReturned, ballotsInvalid } = vote;
    const { met, arithmetic, expected, present } = tally.quorum;
    const validBallots = ballotsReturned === null ? null : ballotsReturned - (ballotsInvalid ?? 0);
    return [
      {
        type: 'fields',
        columns: 2,
        fields: [
          dayField(words.heldOn, meeting.heldOn),
          field(words.place, registered(meeting.place)),
          field(words.chair, registered(meeting.chairName)),
          field(words.excluded, words.people(counted.excluded)),
          field(words.expected, words.people(expected)),
          field(words.present, words.people(present)),
          field(words.valid, met ? words.isValid(arithmetic) : words.isInvalid(arithmetic)),
          field(words.scrutineers, registered(vote.scrutineers)),
          field(words.tellers, registered(vote.tellers)),
          field(words.issued, words.ballots(ballotsIssued)),
          field(words.returned, words.ballots(ballotsReturned)),
          field(words.validBallots, words.ballots(validBallots)),
          field(words.invalidBallots, words.ballots(ballotsInvalid)),
        ],
      },
      {
        type: 'table',
        title: words.ballotTitle(index + 1, words.offices[round.office], round.seats),
        columns: candidateColumns,
        numbered: true,
        rows: vote.candidates.map(({ name, inFavour, against, abstain, others }) => ({
          cells: {
            ...{ name, office: words.offices[round.office], inFavour, against, abstain, others },
            elected: tally.elected.some((each) => each.elected && each.name === name && each.inFavour === inFavour)
              ? words.yes
              : words.no,
          },
        })),
        emptyText: words.none,
      },
    ];
  });
}

function outcomeBlocks({ outcomes }: ElectionView): FormBlock[] {
  const lines = outcomes.map(({ office, elected, state }) =>
    words.outcomeLine(words.offices[office], elected.map(({ name }) => name).join('、'), words.states[state]),
  );
  return [{ type: 'prose', title: words.outcome, text: lines.join('\n') || words.none }];
}

function exclusionBlock({ exclusions }: ElectionView): FormBlock {
  const rows = exclusions.map((each) => ({
    cells: {
      name: each.name,
      reason: exclusionReasonNames[each.reason],
      superior: numberAndDay(each.superiorApprovalNumber, each.superiorApprovedOn),
      adopted: each.adoptedByMeetingOn,
    },
  }));
  return {
    ...{ type: 'table', title: words.exclusions, columns: exclusionColumns, numbered: true, rows },
    emptyText: words.none,
  };
}

/** Posts made of the result; of an election whose posts were entered by hand, those that began with it. */
function postBlock(election: Election, { db, branch }: SourceContext): FormBlock {
  const rows = listPosts(db, { branchId: branch.id })
    .filter(({ id, from }) => (election.postIds.length > 0 ? election.postIds.includes(id) : from === election.heldOn))
    .map(({ memberName, title, duties }) => ({
      cells: { name: memberName, post: postWord(title), duties: registered(duties) },
    }));
  return { type: 'table', title: words.posts, columns: postColumns, numbered: true, rows, emptyText: words.none };
}

import type { PostTitle } from '../../contract/branch.ts';
import type { OperationName, Output, Wire } from '../../contract/operations.ts';
import { addDays } from '../../rules/dates.ts';
import type { ArchiveContext } from '../context.ts';
import { appraisalDraft, dutyReportDraft } from './assessments.ts';
import { fillAttachments } from './attachments.ts';
import { fillCourses } from './courses.ts';
import { developmentOfMember, developmentPeople } from './development.ts';
import { fillDues } from './dues.ts';
import { fillEducation } from './education.ts';
import { electionDraft } from './election.ts';
import { heldElection, nextElection, stepsDone } from './election-file.ts';
import { fillExams } from './exams.ts';
import { meetingDraft, plannedMeetings } from './meetings.ts';
import { demoMembers } from './people.ts';
import { fillPoints } from './points.ts';
import { seededRandom } from './random.ts';
import { registerSaves, standingSaves } from './registers.ts';
import { fillSurveys } from './surveys.ts';
import { words } from './words.ts';

type CallRecord = <Name extends OperationName>(context: ArchiveContext, name: Name, input: Wire<Name>) => Output<Name>;

/** Beyond what one record of attendance holds, only the committee meets: such an archive is for measuring. */
const largeBranch = 600;

/**
 * Fills an empty archive with invented records through the same operations a clerk uses, in one transaction.
 * Deterministic: equal sizes, seed and day give equal records.
 *
 * @param call runs a record operation on a context (`service/handlers.ts`)
 */
export function fillDemo(
  context: ArchiveContext,
  call: CallRecord,
  size: { members: number; years: number; seed: number },
  today: string,
): { members: number; meetings: number } {
  const random = seededRandom(size.seed);
  const thisYear = Number(today.slice(0, 4));
  const firstYear = thisYear - size.years + 1;
  const from = `${firstYear}-01-01`;
  return context.write(() => {
    const branchId = 'branch-1';
    const groupIds = size.members < 12 ? [] : groupIdsFor(size.members);
    call(context, 'branch.save', { draft: branchDraft(branchId, size.members) });
    groupIds.forEach((id, index) => {
      const draft = { id, revision: 0, branchId, name: words.groupNames[index] ?? id, from, displayOrder: index + 1 };
      call(context, 'group.save', { draft });
    });
    const members = demoMembers(random, size.members, { branchId, groupIds, from, today });
    for (const draft of members) call(context, 'member.save', { draft });
    let meetings = 0;
    const admissionVotes = new Set<string>();
    const officers = electCommittee(branchId, members, firstYear, today);
    groupIds.forEach((id, index) => {
      const leader = members[(index + 7) % members.length];
      if (leader) call(context, 'group.save', { draft: { id, revision: 1, leaderId: leader.id } });
    });

    const votes = members.flatMap((member) => [
      ...(member.joinedOn
        ? [{ memberId: member.id, name: member.name, kind: 'admission', on: member.joinedOn } as const]
        : []),
      ...(member.confirmedOn
        ? [{ memberId: member.id, name: member.name, kind: 'confirmation', on: member.confirmedOn } as const]
        : []),
    ]);
    for (let year = firstYear; year <= thisYear; year++) {
      for (const planned of plannedMeetings(year, today, groupIds, votes, size.members > largeBranch)) {
        const asked = { branchId, groupId: planned.groupId, heldOn: planned.heldOn, types: planned.types };
        const expected = call(context, 'meeting.expected', asked);
        if (expected.length === 0) continue;
        const present = officersAmong(expected, officers);
        const draft = meetingDraft(random, planned, branchId, expected, present, today);
        const nextDay = addDays(planned.heldOn, 1);
        const entered = at(context, nextDay > today ? today : nextDay);
        call(entered, 'meeting.save', { draft });
        // The last month's minutes still wait for their signatures.
        if (planned.heldOn < addDays(today, -31))
          call(entered, 'meeting.sign', {
            id: planned.id,
            revision: 1,
            signedOn: nextDay,
            chairSignature: present.chair.name,
            recorderSignature: present.recorder.name,
          });
        meetings++;
        if (planned.vote) admissionVotes.add(planned.id);
        if (planned.types.includes('democratic-appraisal'))
          call(entered, 'appraisal.save', {
            draft: appraisalDraft(random, year, branchId, expected, planned.id),
          });
      }
      assessYear(year);
      for (const save of registerSaves(year, today, branchId, members.slice(0, 24)))
        call(context, save.name, save.input);
    }
    fillDues(context, call, random, { branchId, members, firstYear, today });
    fillEducation(context, call, random, { branchId, members, firstYear, today });
    fillExams(context, call, random, { branchId, today });
    for (const save of standingSaves(from, today, branchId, members)) call(context, save.name, save.input);
    fillCourses(context, call, { branchId, members, firstYear, today });
    fillPoints(context, call, { branchId, members, firstYear, today });
    fillSurveys(context, call, { branchId, firstYear, today });
    developPeople();
    fillAttachments(context, branchId, today);
    return { members: members.length, meetings };

    function developPeople(): void {
      const sponsors = members.slice(0, 2);
      const probationary = members.filter((member) => member.joinedOn && !member.confirmedOn).slice(0, 5);
      const files = [
        ...developmentPeople(today, branchId, sponsors),
        ...probationary.map((person) =>
          developmentOfMember(person, today, branchId, { sponsors, votes: admissionVotes }),
        ),
      ];
      for (const { day, draft } of files.flat()) call(at(context, day), 'developmentCase.save', { draft });
      for (let year = firstYear; year <= thisYear; year++)
        call(context, 'developmentPlan.save', {
          draft: { id: `plan-${year}`, revision: 0, branchId, year, quota: 2, documentNumber: `临街委〔${year}〕6号` },
        });
    }

    function electCommittee(branch: string, people: typeof members, since: number, until: string) {
      const titles: PostTitle[] =
        people.length >= 8 ? ['secretary', 'organisation', 'publicity', 'discipline'] : ['secretary'];
      for (let year = since, number = 1; year <= thisYear; year += 3, number++) {
        const electedOn = `${year}-01-03`;
        if (electedOn > until) break;
        const termId = `term-${number}`;
        const approval = { approvedOn: addDays(electedOn, 7), approvalNumber: `临街委〔${year}〕${number + 3}号` };
        call(context, 'committeeTerm.save', {
          draft: { id: termId, revision: 0, branchId: branch, number, electedOn, years: 3, ...approval },
        });
        titles.forEach((title, index) => {
          const holder = people[index];
          if (!holder) return;
          call(context, 'post.save', {
            draft: {
              id: `post-${number}-${title}`,
              revision: 0,
              branchId: branch,
              termId,
              memberId: holder.id,
              title,
              duties: title === 'secretary' ? '主持支部全面工作' : '',
              from: electedOn,
              to: year + 3 <= thisYear ? `${year + 3}-01-02` : null,
              ...approval,
            },
          });
        });
        if (titles.length === 1) continue;
        holdElection(electedOn, people.slice(0, titles.length), number);
        if (year + 3 > thisYear) {
          const next = nextElection(branch, { id: termId, number, electedOn });
          call(context, 'election.save', { draft: next });
        }
      }
      return people.slice(0, 2).map((person) => person.id);
    }

    /** The members' meeting that elects: 差额 of one fifth, everybody able to come is there. */
    function holdElection(heldOn: string, holders: typeof members, number: number): void {
      const asked = { branchId, groupId: null, heldOn, types: ['members-meeting' as const] };
      const expected = call(context, 'meeting.expected', asked);
      if (expected.length === 0 || expected.length > largeBranch) return;
      const isHolder = (id: string) => holders.some((holder) => holder.id === id);
      const other = expected.find((person) => person.hasVotingRights && !isHolder(person.memberId));
      if (other === undefined) return;
      const candidates = [...holders, { id: other.memberId, name: other.name }];
      const entered = at(context, addDays(heldOn, 1));
      const draft = electionDraft(heldOn, branchId, expected, candidates, holders.length);
      call(entered, 'meeting.save', { draft });
      meetings++;
      const file = heldElection(draft.id, heldOn, { branchId, number, seats: holders.length });
      const { election } = call(context, 'election.save', { draft: file });
      call(context, 'election.save', {
        draft: { id: election.id, revision: election.revision, steps: stepsDone(election.steps, today) },
      });
    }

    function assessYear(year: number): void {
      const secretary = members[0];
      if (secretary && `${year}-11-05` <= today)
        call(at(context, `${year}-11-06`), 'dutyReport.save', {
          draft: dutyReportDraft(year, branchId, { memberId: secretary.id, name: secretary.name }),
        });
      const { source, indicators } = call(context, 'standardization.template', { branchId, year });
      call(context, 'standardization.save', {
        draft: {
          id: `standardization-${year}`,
          revision: 0,
          branchId,
          year,
          assessedOn: `${year}-11-15` <= today ? `${year}-11-15` : null,
          source,
          indicators: indicators.map((indicator) => ({
            ...indicator,
            score: indicator.kind === 'scored' ? Math.max(0, indicator.weight - random.int(0, 1)) : null,
            evidence: indicator.kind === 'scored' ? words.madeUp : '',
          })),
          selfRating: '先进',
        },
      });
      call(context, 'workLogEntry.save', {
        draft: {
          id: `log-${year}-1`,
          revision: 0,
          branchId,
          happenedOn: `${year}-03-18` <= today ? `${year}-03-18` : today,
          title: '街道党工委来支部检查台账',
          content: words.madeUp,
          handler: secretary?.name ?? '',
        },
      });
    }
  });
}

/** The same context on another day: what is entered then is dated then. */
function at(context: ArchiveContext, day: string): ArchiveContext {
  return Object.create(context, { today: { value: () => day } }) as ArchiveContext;
}

function groupIdsFor(members: number): string[] {
  return Array.from({ length: Math.min(6, Math.ceil(members / 12)) }, (_, index) => `group-${index + 1}`);
}

function officersAmong<Person extends { memberId: string }>(expected: readonly Person[], officers: readonly string[]) {
  const [first] = expected;
  if (first === undefined) throw new Error('a meeting of nobody');
  const chair = expected.find((person) => person.memberId === officers[0]) ?? first;
  const others = expected.filter((person) => person !== chair);
  const recorder = others.find((person) => person.memberId === officers[1]) ?? others[0] ?? chair;
  return { chair, recorder };
}

function branchDraft(id: string, members: number): Wire<'branch.save'>['draft'] {
  return {
    id,
    revision: 0,
    kind: 'branch',
    code: '999901020002',
    fullName: words.branchFull,
    shortName: words.branchShort,
    superiorName: words.superior,
    establishedOn: '2009-06',
    approvalNumber: '临街委〔2009〕12号',
    unitName: words.unit,
    unitKind: 'community',
    regionCode: '999901',
    contactName: '组织委员',
    contactPhone: '0251-8000000',
    address: '临江路2号',
    venue: words.venue,
    venueSquareMetres: 86,
    hasCommittee: members >= 8,
  };
}

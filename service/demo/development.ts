import type { DevelopmentDocument, DevelopmentStep, Review } from '../../contract/development.ts';
import type { Wire } from '../../contract/operations.ts';
import { addDays, addMonths } from '../../rules/dates.ts';
import { developmentTemplate } from '../../templates/development.ts';
import { words } from './words.ts';

type Draft = Wire<'developmentCase.save'>['draft'];
interface Person {
  id: string;
  name: string;
}
type Joined = Pick<
  Wire<'member.save'>['draft'],
  | 'id'
  | 'name'
  | 'sex'
  | 'idNumber'
  | 'bornOn'
  | 'ethnicity'
  | 'education'
  | 'employer'
  | 'mobilePhone'
  | 'appliedOn'
  | 'activistOn'
  | 'candidateOn'
  | 'joinedOn'
  | 'joinApprovedOn'
  | 'memberships'
>;

/** One save of a file on the day it was made. */
export interface DevelopmentSave {
  day: string;
  draft: Draft;
}

/** Who is on the way: two applicants, two activists, a candidate. Days back from today, so that each is at its stage. */
export function developmentPeople(today: string, branchId: string, sponsors: readonly Person[]): DevelopmentSave[][] {
  const [first, second] = sponsors;
  if (!first || !second) return [];
  const people = [
    { id: 'applicant-1', name: '沈知秋', sex: '2', bornOn: '2001-05-17', appliedOn: addDays(today, -20), steps: 1 },
    { id: 'applicant-2', name: '陶景行', sex: '1', bornOn: '1999-11-02', appliedOn: addDays(today, -80), steps: 2 },
    { id: 'activist-1', name: '方若彤', sex: '2', bornOn: '1997-08-23', appliedOn: addMonths(today, -13), steps: 6 },
    { id: 'activist-2', name: '江牧野', sex: '1', bornOn: '1995-03-09', appliedOn: addMonths(today, -20), steps: 6 },
    { id: 'candidate-1', name: '白若溪', sex: '2', bornOn: '1994-12-30', appliedOn: addMonths(today, -24), steps: 11 },
  ] as const;
  return people.map(({ appliedOn, steps, ...person }, index) => {
    const activistOn = addMonths(appliedOn, 2);
    const days = daysOf({ appliedOn, activistOn, candidateOn: addMonths(activistOn, 13), joinedOn: null });
    return savesOf(
      {
        ...person,
        revision: 0,
        branchId,
        ethnicity: '01',
        education: index % 2 === 0 ? '21' : '31',
        employer: words.employers[index],
        isFrontLine: index === 3,
      },
      days.slice(0, steps),
      { sponsors: [first, second], handler: second.name, meetingId: null },
      today,
    );
  });
}

/** The file of somebody who is a probationary member already, by the dates of the member record. */
export function developmentOfMember(
  person: Joined,
  today: string,
  branchId: string,
  from: { sponsors: readonly Person[]; votes: ReadonlySet<string> },
): DevelopmentSave[] {
  const [first, second] = from.sponsors;
  const { appliedOn, activistOn, candidateOn, joinedOn, joinApprovedOn } = person;
  if (!first || !second || !appliedOn || !activistOn || !candidateOn || !joinedOn || !joinApprovedOn) return [];
  const meetingId = `meeting-${joinedOn}-members-${person.id}`;
  const { name, sex, bornOn, ethnicity, education, employer, mobilePhone } = person;
  return savesOf(
    {
      ...{ name, sex, bornOn, ethnicity, education, employer, mobilePhone },
      id: `case-${person.id}`,
      revision: 0,
      branchId,
      memberId: person.id,
      groupId: person.memberships?.[0]?.groupId ?? null,
    },
    daysOf({ appliedOn, activistOn, candidateOn, joinedOn, joinApprovedOn }),
    {
      sponsors: [first, second],
      handler: second.name,
      meetingId: from.votes.has(meetingId) ? meetingId : null,
    },
    today,
  );
}

interface Dates {
  appliedOn: string;
  activistOn: string;
  candidateOn: string;
  joinedOn: string | null;
  joinApprovedOn?: string;
}

/** Days of steps 1 to 20 in order; up to 11 without an admission. */
function daysOf({ appliedOn, activistOn, candidateOn, joinedOn, joinApprovedOn }: Dates): string[] {
  const prepared = [
    ...[appliedOn, addDays(appliedOn, 15), activistOn, addDays(activistOn, 12), addDays(activistOn, 5)],
    ...[addDays(activistOn, 150), addDays(candidateOn, -10), candidateOn, addDays(candidateOn, 4)],
    ...[addDays(candidateOn, 30), addDays(candidateOn, 45)],
  ];
  if (joinedOn === null || joinApprovedOn === undefined) return prepared;
  return [
    ...prepared,
    ...[addDays(joinedOn, -40), addDays(joinedOn, -25), addDays(joinedOn, -18), joinedOn, addDays(joinedOn, 14)],
    ...[joinApprovedOn, addDays(joinApprovedOn, 7), addDays(joinApprovedOn, 10), addDays(joinApprovedOn, 20)],
  ];
}

interface Around {
  sponsors: [Person, Person];
  handler: string;
  meetingId: string | null;
}

/** One save for each step on its own day, as a clerk keeps the file; in the order of the days. */
function savesOf(
  person: Omit<Draft, 'revision'> & { revision: number },
  days: readonly string[],
  around: Around,
  today: string,
): DevelopmentSave[] {
  const steps = days
    .map((on, index) => stepOf(index + 1, on, around))
    .filter((step) => step.on <= today)
    .toSorted((left, right) => left.on.localeCompare(right.on) || left.no - right.no);
  return steps.map((step, index) => {
    const made = steps.slice(0, index + 1);
    const draft = { id: person.id, revision: index, steps: made, ...growing(person.name ?? '', made, around, today) };
    return { day: step.on, draft: index === 0 ? { ...person, ...draft } : draft };
  });
}

function stepOf(no: number, on: string, { handler, sponsors, meetingId }: Around): DevelopmentStep {
  const isVote = no === 15;
  return {
    id: `step-${no}-1`,
    no,
    attempt: 1,
    on,
    result: 'passed',
    actorName: no === 2 ? sponsors[0].name : '',
    handlerName: handler,
    conclusion: `同意。${words.madeUp}`,
    documentNumber: no === 14 ? 'NO.0000000' : '',
    meetingId: isVote ? meetingId : null,
    voteId: isVote && meetingId !== null ? 'vote-1' : null,
    months: null,
    reason: isVote && meetingId === null ? '支部大会记录在建立本档案以前' : '',
    enteredOn: null,
  };
}

/** What is in the file once these steps are made: papers (the latest step's still to come), sponsors, reviews. */
function growing(name: string, made: readonly DevelopmentStep[], around: Around, today: string): Partial<Draft> {
  const on = (no: number) => made.find((step) => step.no === no)?.on;
  const latest = made.at(-1)?.no;
  const papers = made.filter((step) => step.no !== latest).flatMap((step) => papersOf(name, step, around));
  const [first, second] = around.sponsors;
  const activistOn = on(3);
  const appointedOn = on(9);
  const trainedOn = on(11);
  return {
    documents: papers,
    contacts: activistOn ? [{ id: 'contact-1', memberId: first.id, from: addDays(activistOn, 5), to: null }] : [],
    introducers: appointedOn
      ? [first, second].map(({ id }, index) => ({
          id: `introducer-${index + 1}`,
          memberId: id,
          from: appointedOn,
          to: null,
        }))
      : [],
    trainings: trainedOn
      ? [
          {
            id: 'training-1',
            kind: 'candidate',
            from: addDays(trainedOn, -2),
            to: trainedOn,
            days: 3,
            hours: 24,
            organiser: words.superior,
            certificate: '结业证明',
          },
        ]
      : [],
    reviews: activistOn ? reviewsOf(activistOn, on(7) ?? today, on(15), today, around) : [],
    activities: activistOn
      ? [
          {
            id: 'activity-1',
            kind: 'party-lesson',
            on: addDays(activistOn, 30),
            content: '听党课：学习党章',
            hours: 2,
            evidence: '签到表',
          },
        ]
      : [],
  };
}

function papersOf(name: string, step: DevelopmentStep, { handler }: Around): DevelopmentDocument[] {
  const papers = developmentTemplate.steps.find((each) => each.no === step.no)?.documents ?? [];
  return papers
    .filter((paper) => !paper.isOptional)
    .map(({ title }, index) => ({
      id: `paper-${step.no}-${index + 1}`,
      stepNo: step.no,
      title,
      state: 'accepted',
      returnReason: '',
      hasBeenSeen: true,
      pages: index + 1,
      location: '支部档案柜',
      submittedBy: name,
      submittedOn: step.on,
      reviewer: handler,
      submissionEnteredBy: null,
      reviewedOn: step.on,
    }));
}

/** Half-yearly reviews, quarterly thought reports and talks of the activist, quarterly reviews on probation. */
function reviewsOf(
  activistOn: string,
  until: string,
  joinedOn: string | undefined,
  today: string,
  { sponsors }: Around,
): Review[] {
  const content = `表现良好。${words.madeUp}`;
  const [{ name: by }] = sponsors;
  const reviews: Review[] = [];
  for (let month = 5; addMonths(activistOn, month) < until; month += 5)
    reviews.push({ id: `review-${month}`, kind: 'branch-review', on: addMonths(activistOn, month), by, content });
  for (let month = 3; addMonths(activistOn, month) < until; month += 3) {
    const on = addMonths(activistOn, month);
    reviews.push({ id: `thoughts-${month}`, kind: 'thought-report', on, by: '', content: words.madeUp });
    reviews.push({ id: `talk-${month}`, kind: 'contact-talk', on, by, content: words.madeUp });
  }
  for (let month = 3; joinedOn !== undefined && month <= 12 && addMonths(joinedOn, month) <= today; month += 3)
    reviews.push({ id: `probation-${month}`, kind: 'probation-review', on: addMonths(joinedOn, month), by, content });
  return reviews;
}

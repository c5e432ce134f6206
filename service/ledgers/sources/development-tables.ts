import type { DevelopmentCase, Review, Sponsor } from '../../../contract/development.ts';
import type { CellValue, TableData } from '../../../contract/ledger.ts';
import { listDevelopmentCases, listDevelopmentPlans } from '../../../db/queries/development.ts';
import { memberNames } from '../../../db/queries/meeting-people.ts';
import { developmentStageNames } from '../../../rules/codes/development.ts';
import { addMonths, isWithin, latestDay } from '../../../rules/dates.ts';
import { type Achieved, achievedBy, admittedOn, probationEnd, stageOf } from '../../../rules/development.ts';
import { ageOn } from '../../../rules/member.ts';
import { developmentWords as words } from '../../../templates/ledgers/development-words.ts';
import { shareOf } from '../../../templates/ledgers/words.ts';
import type { SourceContext, TableSource } from '../source.ts';
import { educationWord, ethnicityWord, registered, sexWord } from '../words.ts';
import { groupNamesOf, type ProbationResult, probationaryWithoutFile, resultWord } from './probation-roster.ts';
import { line } from './registers.ts';

/** A person's file and what it had come to by the day of the ledger. */
export interface Followed {
  record: DevelopmentCase;
  achieved: Achieved;
}

/** Everybody whose file had begun by the day and was not closed before the year. */
export function followedIn({ db, branch, from, options }: SourceContext): Followed[] {
  return listDevelopmentCases(db, { branchId: branch.id })
    .filter((record) => record.closedOn === null || record.closedOn >= from)
    .map((record) => ({ record, achieved: achievedBy(record.steps, options.asOf) }))
    .filter(({ achieved }) => achieved.done.size > 0);
}

function on({ achieved }: Followed, no: number): string | null {
  return achieved.done.get(no)?.on ?? null;
}

function byDay(list: Followed[], no: number): Followed[] {
  return list.toSorted((left, right) => (on(left, no) ?? '9999').localeCompare(on(right, no) ?? '9999'));
}

/** Admitted before the year: in the book of probationary members, and in none before it. */
function wasAdmittedBefore({ achieved }: Followed, from: string): boolean {
  const admitted = admittedOn(achieved);
  return admitted !== null && admitted < from;
}

function personCells({ record }: Followed, asOf: string): Record<string, CellValue> {
  return {
    name: record.name,
    sex: sexWord(record.sex),
    ethnicity: ethnicityWord(record.ethnicity),
    bornOn: record.bornOn,
    education: educationWord(record.education),
    employer: registered(record.employer),
    note: registered(
      [isClosed(record, asOf) ? words.closed(record.closedReason) : '', record.note].filter(Boolean).join('；'),
    ),
  };
}

function applicationCells(followed: Followed, asOf: string): Record<string, CellValue> {
  const talk = followed.achieved.done.get(2);
  return {
    ...personCells(followed, asOf),
    appliedOn: on(followed, 1),
    talkedOn: talk?.on ?? null,
    talker: registered(talk?.actorName ?? ''),
    // The reason stands among the notes: a state is one word.
    state: isClosed(followed.record, asOf) ? words.closedState : developmentStageNames[stageOf(followed.achieved)],
  };
}

/** 入党积极分子, or how the matter had ended by the day. */
export function stateOf({ record, achieved }: Followed, asOf: string): string {
  return isClosed(record, asOf) ? words.closed(record.closedReason) : developmentStageNames[stageOf(achieved)];
}

function isClosed({ closedOn }: DevelopmentCase, asOf: string): boolean {
  return closedOn !== null && closedOn <= asOf;
}

function tableOf(list: Followed[], row: (followed: Followed) => ReturnType<typeof line>): TableData {
  return { rows: () => list.map(row), totals: { people: list.length } };
}

/** 入党申请人名册: who had applied and was not admitted before the year. */
export const applicantsSource: TableSource = (context) =>
  tableOf(
    byDay(
      followedIn(context).filter((each) => on(each, 1) !== null && !wasAdmittedBefore(each, context.from)),
      1,
    ),
    (followed) => {
      const isTalkDue = (on(followed, 1) ?? '') !== '' && context.options.asOf > addMonths(on(followed, 1) ?? '', 1);
      const notDue = isTalkDue ? [] : ['talkedOn', 'talker'];
      return { ...line(followed.record.id, applicationCells(followed, context.options.asOf)), notDue };
    },
  );

/** 入党积极分子名册: who had become one and was not admitted before the year. */
export const activistsSource: TableSource = (context) => {
  const list = byDay(
    followedIn(context).filter((each) => on(each, 3) !== null && !wasAdmittedBefore(each, context.from)),
    3,
  );
  const names = namesOf(context, list);
  return tableOf(list, (followed) => {
    const reviews = reviewsOf(followed, 'branch-review', context.options.asOf);
    return line(followed.record.id, {
      ...applicationCells(followed, context.options.asOf),
      activistOn: on(followed, 3),
      filedOn: on(followed, 4),
      contacts: sponsorsOn(followed.record.contacts, context.options.asOf, names),
      reviewedOn: reviews.at(-1) ?? null,
      reviews: reviews.length,
    });
  });
};

/** 发展对象名册: who had been determined and was not admitted before the year. */
export const candidatesSource: TableSource = (context) => {
  const list = byDay(
    followedIn(context).filter((each) => on(each, 7) !== null && !wasAdmittedBefore(each, context.from)),
    7,
  );
  const names = namesOf(context, list);
  return tableOf(list, (followed) => {
    const training = followed.record.trainings
      .filter((each) => each.kind === 'candidate' && each.to <= context.options.asOf)
      .map((each) => words.trained(each.from, each.to, each.days, each.hours));
    return line(followed.record.id, {
      ...personCells(followed, context.options.asOf),
      appliedOn: on(followed, 1),
      activistOn: on(followed, 3),
      candidateOn: on(followed, 7),
      filedOn: on(followed, 8),
      introducers: sponsorsOn(followed.record.introducers, on(followed, 15) ?? context.options.asOf, names),
      politicalReviewOn: on(followed, 10),
      training: registered(training.join('；')),
      preliminaryOn: on(followed, 13),
    });
  });
};

/** 预备党员名册: who was on probation on some day of the year. */
export const probationaryMembersSource: TableSource = (context) => {
  const list = byDay(
    followedIn(context).filter(
      (each) => admittedOn(each.achieved) !== null && (on(each, 24) === null || (on(each, 24) ?? '') >= context.from),
    ),
    15,
  );
  const groups = groupNamesOf(context);
  const without = probationaryWithoutFile(context, new Set(list.flatMap(({ record }) => record.memberId ?? [])));
  const filed = list.map((followed) => {
    const { record, achieved } = followed;
    const votedOn = lastDayOf(record, 23, context.options.asOf);
    const approvedOn = lastDayOf(record, 24, context.options.asOf);
    const joined = on(followed, 15) ?? '';
    const grouped = groups.get(record.groupId ?? '') ?? null;
    const row = line(record.id, {
      ...personCells(followed, context.options.asOf),
      joinedOn: joined,
      approvedOn: on(followed, 17),
      group: on(followed, 19) === null ? null : (grouped ?? registered(achieved.done.get(19)?.conclusion ?? '')),
      oathOn: on(followed, 20),
      probationEndsOn: probationEnd(achieved),
      reviews: reviewsOf(followed, 'probation-review', context.options.asOf).length,
      confirmationAppliedOn: on(followed, 22),
      confirmationVotedOn: votedOn,
      // The approval of the vote that is shown: of an extension too, after which step 24 is to be done again.
      confirmationApprovedOn: votedOn !== null && approvedOn !== null && approvedOn >= votedOn ? approvedOn : null,
      result: resultWord(resultOf(achieved)),
    });
    const isNew = context.options.asOf < addMonths(on(followed, 17) ?? joined, 1);
    return { ...row, notDue: isNew ? ['group', 'oathOn'] : [] };
  });
  const rows = [...filed, ...without.map(({ row }) => row)].toSorted((one, other) =>
    String(one.cells.joinedOn).localeCompare(String(other.cells.joinedOn)),
  );
  const results = [
    ...list.map(({ achieved }) => ({ ends: probationEnd(achieved), ...resultOf(achieved) })),
    ...without.map(({ ends, result }) => ({ ends, ...result })),
  ];
  const count = (isOne: (result: ProbationResult) => boolean) => results.filter(isOne).length;
  // 转正率: confirmed when probation was over, of those whose probation ended in the year (domain.md §10.4).
  const due = results.filter(({ ends }) => ends !== null && isWithin(latestDay(ends), context));
  const onTime = due.filter(({ outcome, months }) => outcome === 'confirmed' && months === 0).length;
  return {
    rows: () => rows,
    totals: {
      people: rows.length,
      confirmed: count(({ outcome, months }) => outcome === 'confirmed' && months === 0),
      extended: count(({ months }) => months > 0),
      cancelled: count(({ outcome }) => outcome === 'cancelled'),
      due: due.length,
      onTime,
      rate: shareOf(onTime, due.length),
    },
  };
};

/** The last day of a step by the day, whatever came of it; an approval that was refused is none. */
function lastDayOf({ steps }: DevelopmentCase, no: number, asOf: string): string | null {
  const days = steps
    .filter((step) => step.no === no && step.on <= asOf && (no !== 24 || step.result !== 'rejected'))
    .map((step) => step.on);
  return days.toSorted().at(-1) ?? null;
}

function resultOf(achieved: Achieved): ProbationResult {
  const stage = stageOf(achieved);
  const outcome = stage === 'cancelled' ? 'cancelled' : stage === 'full' ? 'confirmed' : 'open';
  return { outcome, months: achieved.extensionMonths };
}

/** 年度计划及完成情况: one row, of the year up to the day. */
export const developmentPlanSource: TableSource = (context) => {
  const { asOf, year } = context.options;
  const plan = listDevelopmentPlans(context.db, { branchId: context.branch.id, year })[0];
  const followed = followedIn(context);
  const count = (stage: string) =>
    followed.filter(({ record, achieved }) => !isClosed(record, asOf) && stageOf(achieved) === stage).length;
  const admitted = followed.filter(({ achieved }) => (admittedOn(achieved) ?? '').startsWith(`${year}-`));
  const ofAdmitted = (isOne: (record: DevelopmentCase) => boolean) =>
    admitted.filter(({ record }) => isOne(record)).length;
  const quota = plan?.quota ?? null;
  const isEmpty = plan === undefined && followed.length === 0;
  const row = line(plan?.id ?? `plan-${year}`, {
    quota,
    activists: count('activist'),
    candidates: count('candidate'),
    admitted: admitted.length,
    rate: quota === null || quota === 0 ? null : admitted.length / quota,
    frontLine: ofAdmitted((record) => record.isFrontLine),
    young: ofAdmitted((record) => (ageOn(record.bornOn, asOf) ?? 99) <= 35),
    women: ofAdmitted((record) => record.sex === '2'),
    college: ofAdmitted((record) => /^[123]/.test(record.education ?? '')),
    note: registered([plan?.documentNumber, plan?.note].filter(Boolean).join('；')),
  });
  return {
    rows: () => (isEmpty ? [] : [row]),
    totals: { quota: quota === null ? words.unlimited : `${quota} 人`, admitted: admitted.length },
  };
};

function reviewsOf({ record }: Followed, kind: Review['kind'], asOf: string): string[] {
  return record.reviews
    .filter((review) => review.kind === kind && review.on <= asOf)
    .map((review) => review.on)
    .toSorted();
}

/** Names of the sponsors of everybody in the list. */
export function namesOf({ db }: SourceContext, list: readonly Followed[]): Map<string, string> {
  const sponsors = list.flatMap(({ record }) => [...record.contacts, ...record.introducers]);
  return memberNames(
    db,
    sponsors.map((each) => each.memberId),
  );
}

/** Who held the task on a day: 张三、李四. */
export function sponsorsOn(list: readonly Sponsor[], day: string, names: Map<string, string>): string | null {
  const held = list.filter((each) => each.from <= day && (each.to === null || each.to > day));
  return registered(held.map((each) => names.get(each.memberId) ?? '').join('、'));
}

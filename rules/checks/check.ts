import type { Appraisal } from '../../contract/assessment.ts';
import type { Branch, CommitteeTerm, Group, Post } from '../../contract/branch.ts';
import type { Honour, MobileMember, Service } from '../../contract/care.ts';
import type { Course, CourseProgress } from '../../contract/course.ts';
import type { DevelopmentCase, DevelopmentPlan } from '../../contract/development.ts';
import type { DueItem, DueSeverity } from '../../contract/due.ts';
import type { DuesFixing, DuesPublication, DuesReduction } from '../../contract/dues.ts';
import type { Training } from '../../contract/education.ts';
import type { Election } from '../../contract/election.ts';
import type { Exam } from '../../contract/exam.ts';
import type { Meeting } from '../../contract/meeting.ts';
import type { Member } from '../../contract/member.ts';
import type { PointsEntry, PointsScheme } from '../../contract/points.ts';
import type {
  Discipline,
  LostContact,
  OrganizationalMeasure,
  Rectification,
  Talk,
} from '../../contract/supervision.ts';
import type { Survey } from '../../contract/survey.ts';
import type { Transfer } from '../../contract/transfer.ts';
import type { IsoDate } from '../../contract/values.ts';
import type { FinishedCourse } from '../courses.ts';
import type { Templates } from '../development-template.ts';
import type { DuesAccount } from '../dues-account.ts';
import type { RegisteredPayment } from '../dues-months.ts';
import type { SettingEntry } from '../settings.ts';

/** Everything of one branch that the checks read, and the day on which it is looked at. */
export interface CheckFacts {
  readonly asOf: IsoDate;
  readonly settings: readonly SettingEntry[];
  readonly branch: Pick<
    Branch,
    | 'id'
    | 'kind'
    | 'establishedOn'
    | 'closedOn'
    | 'hasCommittee'
    | 'committeeSince'
    | 'committeeUntil'
    | 'formerCommittees'
    | 'unitKind'
  >;
  readonly groups: readonly Pick<Group, 'id' | 'name' | 'from' | 'to'>[];
  readonly terms: readonly Pick<CommitteeTerm, 'id' | 'electedOn' | 'years' | 'extendedTo' | 'extensionNumber'>[];
  readonly posts: readonly Pick<Post, 'id' | 'memberId' | 'branchId' | 'title' | 'from' | 'to'>[];
  readonly members: readonly CheckedMember[];
  readonly meetings: readonly CheckedMeeting[];
  /** Meetings to which a 签到表 is attached. */
  readonly signInSheets: readonly string[];
  readonly appraisals: readonly Appraisal[];
  readonly dues: CheckedDues;
  readonly development: CheckedDevelopment;
  readonly registers: CheckedRegisters;
  readonly trainings: readonly Training[];
  readonly elections: readonly Pick<Election, 'id' | 'title' | 'steps' | 'appointedOn'>[];
  readonly exams: readonly CheckedExam[];
  readonly points: CheckedPoints;
  readonly courses: CheckedCourses;
  readonly surveys: readonly Pick<Survey, 'id' | 'title' | 'to' | 'openedOn' | 'closedOn'>[];
}

/** Schemes and entries of points, and the records besides meetings and trainings that they come from. */
export interface CheckedPoints {
  readonly schemes: readonly PointsScheme[];
  readonly entries: readonly PointsEntry[];
  readonly services: readonly Service[];
  readonly honours: readonly Honour[];
}

/** Courses with the progress in them, and who finished one. */
export interface CheckedCourses {
  readonly courses: readonly Course[];
  readonly progress: readonly CourseProgress[];
  readonly finished: readonly FinishedCourse[];
}

/** An exam held by the day: how many took it, how many papers wait for marks. */
export interface CheckedExam extends Pick<Exam, 'id' | 'title' | 'heldOn' | 'contents'> {
  readonly taken: number;
  readonly waiting: number;
}

/** Lines of the registers of supervision and care. */
export interface CheckedRegisters {
  readonly talks: readonly Pick<Talk, 'id' | 'kind' | 'heldOn' | 'talkerIds' | 'subjectId'>[];
  readonly transfers: readonly Pick<Transfer, 'id' | 'memberId' | 'direction' | 'state' | 'validUntil'>[];
  readonly mobiles: readonly Pick<
    MobileMember,
    'id' | 'direction' | 'memberId' | 'name' | 'leftOn' | 'isAbroad' | 'contacts' | 'returnedOn'
  >[];
  readonly lost: readonly Pick<
    LostContact,
    | 'id'
    | 'memberId'
    | 'lostOn'
    | 'foundOn'
    | 'membershipStoppedOn'
    | 'struckOffOn'
    | 'restoredOn'
    | 'restorationNumber'
  >[];
  readonly disciplines: readonly Pick<
    Discipline,
    'id' | 'memberId' | 'kind' | 'decidedOn' | 'effectiveOn' | 'months' | 'rightsRestoredOn'
  >[];
  readonly measures: readonly Pick<
    OrganizationalMeasure,
    'id' | 'memberId' | 'kind' | 'decidedOn' | 'deadline' | 'reviewedOn'
  >[];
  readonly rectifications: readonly Pick<Rectification, 'id' | 'problem' | 'responsibleName' | 'dueOn' | 'doneOn'>[];
}

/** Files of the people on the way to membership, and the yearly plans. */
export interface CheckedDevelopment {
  readonly templates: Templates;
  readonly cases: readonly DevelopmentCase[];
  readonly plans: readonly DevelopmentPlan[];
}

/** The dues of the branch: the account, and what it comes from. */
export interface CheckedDues extends DuesAccount {
  readonly fixings: readonly DuesFixing[];
  readonly reductions: readonly DuesReduction[];
  readonly payments: readonly (DuesAccount['payments'][number] & RegisteredPayment)[];
  readonly publications: readonly DuesPublication[];
}

export type CheckedMember = Pick<
  Member,
  | 'id'
  | 'name'
  | 'sex'
  | 'idNumber'
  | 'bornOn'
  | 'bornOnReason'
  | 'ethnicity'
  | 'education'
  | 'mobilePhone'
  | 'jobCode'
  | 'joinedOn'
  | 'confirmedOn'
  | 'confirmApprovedOn'
  | 'probationExtendedMonths'
  | 'partyYearsCorrection'
  | 'memberships'
  | 'statuses'
>;

export type CheckedMeeting = Pick<
  Meeting,
  | 'id'
  | 'types'
  | 'title'
  | 'heldOn'
  | 'groupId'
  | 'assessmentYear'
  | 'chairName'
  | 'chairId'
  | 'recorderName'
  | 'recorderId'
  | 'agenda'
  | 'lessonTopic'
  | 'theme'
  | 'attendance'
  | 'exclusions'
  | 'votes'
  | 'resolutions'
  | 'studyHours'
  | 'signedOn'
  | 'voidedOn'
>;

/** What a check found: whom or what it is about, by when, what is expected and what is there. */
export interface Finding {
  /** Distinguishes the findings of one check; stable from day to day while the matter is the same. */
  readonly key: string;
  readonly severity: DueSeverity;
  readonly dueOn: IsoDate | null;
  /** Record type and record where it is mended. */
  readonly record: string;
  readonly recordId: string | null;
  /** Values for the sentence of the rule; `code` picks the sentence where a rule has several. */
  readonly params: Readonly<Record<string, string | number>>;
  readonly expected: string;
  readonly actual: string;
}

/** One rule as a value. `evaluate` is pure: the day is in the facts. */
export interface Check {
  /** Id of domain.md §11. */
  readonly id: string;
  readonly subject: DueItem['subject'];
  /** Regulation and article. */
  readonly source: string;
  /** Every sentence the rule can need: values of `params.code`. */
  readonly codes: readonly string[];
  evaluate(facts: CheckFacts): Finding[];
}

/** Meetings that took place by the day and were not voided. */
export function heldMeetings(facts: CheckFacts): CheckedMeeting[] {
  return facts.meetings.filter((meeting) => meeting.voidedOn === null && meeting.heldOn <= facts.asOf);
}

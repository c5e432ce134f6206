import { appraisalGradeNames, dutyReportGradeNames } from '../../rules/codes/assessment.ts';
import { type CodeTable, nameOf } from '../../rules/codes/code-table.ts';
import { degrees } from '../../rules/codes/degree.ts';
import {
  activityKindNames,
  documentStateNames,
  publicityKindNames,
  reviewKindNames,
  stepResultNames,
  trainingKindNames,
} from '../../rules/codes/development.ts';
import { duesCategoryNames, duesMethodNames, duesPurposeNames, excludedKindNames } from '../../rules/codes/dues.ts';
import { educations } from '../../rules/codes/education.ts';
import { ethnicities } from '../../rules/codes/ethnicity.ts';
import { questionKindNames } from '../../rules/codes/exam.ts';
import { jobs } from '../../rules/codes/job.ts';
import {
  attendanceStateNames,
  exclusionReasonNames,
  meetingTypeNames,
  voteRuleNames,
} from '../../rules/codes/meeting.ts';
import { entryKindNames, leaveKindNames, statusKindNames, technicalTitleNames } from '../../rules/codes/member.ts';
import { organisationKindNames, postTitleNames, unitKindNames } from '../../rules/codes/organisation.ts';
import {
  pointsApprovalNames,
  pointsCycleNames,
  pointsJoinerNames,
  pointsKindNames,
  pointsPeriodNames,
  pointsPerNames,
  pointsSourceNames,
  pointsVetoNames,
} from '../../rules/codes/points.ts';
import { sexes } from '../../rules/codes/sex.ts';
import {
  disciplineKindNames,
  hardshipCategoryNames,
  honourLevelNames,
  lostCircumstanceNames,
  organizationalMeasureKindNames,
  serviceKindNames,
  talkKindNames,
  transferDirectionNames,
  transferStateNames,
  warningEducationKindNames,
} from '../../rules/codes/supervision.ts';
import { trainingContentNames, trainingFormNames, trainingLevelNames } from '../../rules/codes/training.ts';

type Words = Readonly<Record<string, string>>;

const duesKinds: Words = {
  monthly: '按月党费',
  voluntary: '自愿多交',
  superior: '上缴上级',
  special: '特殊党费',
  reduced: '少交',
  exempt: '免交',
  centre: '上缴中央',
  opening: '期初结余',
  'other-income': '其他收入',
  counted: '盘点',
};

const examModes: Words = { screen: '上机', paper: '纸笔' };

const attachmentSlots: Words = {
  'sign-in': '签到表',
  photo: '照片',
  notice: '通知',
  courseware: '课件',
  scan: '扫描件',
  other: '其他',
};

const electionKinds: Words = { 're-election': '换届选举', 'by-election': '补选' };
const electionAnchors: Words = { expiry: '届满日', election: '选举日' };
const electionTimings: Words = { 'on-time': '按期', extended: '延期', early: '提前' };

/** Words of codes by the table and field that hold them; inside a list, by the list's name. */
const byPlace: Readonly<Record<string, Words>> = {
  'election.kind': electionKinds,
  'election.timing': electionTimings,
  'vacancies.title': postTitleNames,
  'steps.kinds': electionKinds,
  'steps.anchor': electionAnchors,
  'member_status.kind': statusKindNames,
  // Of a state that came from a register.
  'member_status.detail': { ...lostCircumstanceNames, ...hardshipCategoryNames },
  'branch.kind': organisationKindNames,
  'post.title': postTitleNames,
  'attendance.state': attendanceStateNames,
  'exclusions.reason': exclusionReasonNames,
  'votes.rule': voteRuleNames,
  'votes.office': { committee: '支部委员', secretary: '书记、副书记', delegate: '党代表' },
  'votes.method': { 'show-of-hands': '举手表决', 'secret-ballot': '无记名投票' },
  'votes.recordedResult': { passed: '通过', rejected: '未通过', 'not-voted': '未表决' },
  'talk.kind': talkKindNames,
  'warning_education.kind': warningEducationKindNames,
  'discipline.kind': disciplineKindNames,
  'organizational_measure.kind': organizationalMeasureKindNames,
  'service.kind': serviceKindNames,
  'hardship.category': hardshipCategoryNames,
  'honour.level': honourLevelNames,
  'training.level': trainingLevelNames,
  'training.form': trainingFormNames,
  'transfer.direction': transferDirectionNames,
  'transfer.state': transferStateNames,
  'mobile_member.direction': { in: '流入', out: '流出' },
  'steps.result': stepResultNames,
  'documents.state': documentStateNames,
  'reviews.kind': reviewKindNames,
  'publicities.kind': publicityKindNames,
  'activities.kind': activityKindNames,
  'trainings.kind': trainingKindNames,
  'dues_fixing.category': duesCategoryNames,
  'excludedItems.kind': excludedKindNames,
  'dues_spending.purpose': duesPurposeNames,
  'dues_payment.kind': duesKinds,
  'dues_remittance.kind': duesKinds,
  'dues_reduction.kind': duesKinds,
  'dues_account_entry.kind': duesKinds,
  'duty_report.grade': dutyReportGradeNames,
  'appraisal.decidedBy': meetingTypeNames,
  'indicators.kind': { scored: '计分', bonus: '加分', veto: '一票否决' },
  'resource.kind': { file: '文件', link: '链接', text: '文字' },
  'course.form': trainingFormNames,
  'exam.form': trainingFormNames,
  'exam.mode': examModes,
  'exam_sitting.mode': examModes,
  'question.kind': questionKindNames,
  'parts.kind': questionKindNames,
  'questions.kind': { ...questionKindNames, single: '单选', multiple: '多选', score: '打分', text: '文字' },
  'parts.content': trainingContentNames,
  'points_scheme.cycle': pointsCycleNames,
  'points_scheme.veto': pointsVetoNames,
  'points_scheme.approval': pointsApprovalNames,
  'points_scheme.joiners': pointsJoinerNames,
  'items.kind': pointsKindNames,
  'items.per': pointsPerNames,
  'items.capPeriod': pointsPeriodNames,
  'items.sources': pointsSourceNames,
  'moves.kind': { in: '转入本单位', out: '离开本单位' },
  'periods.kind': reviewKindNames,
  'steps.vote': voteRuleNames,
  'attachment.slot': attachmentSlots,
};

const byField: Readonly<Record<string, Words>> = {
  types: meetingTypeNames,
  entryKind: entryKindNames,
  leaveKind: leaveKindNames,
  technicalTitle: technicalTitleNames,
  unitKind: unitKindNames,
  contents: trainingContentNames,
  circumstance: lostCircumstanceNames,
  method: duesMethodNames,
  selfGrade: appraisalGradeNames,
  mutualGrade: appraisalGradeNames,
  decidedGrade: appraisalGradeNames,
  grade: appraisalGradeNames,
  role: {
    secretary: '书记',
    'organisation-commissioner': '组织委员',
    'discipline-commissioner': '纪检委员',
    'data-entry': '录入员',
    inspector: '检查员',
  },
};

const standards: Readonly<Record<string, CodeTable>> = {
  sex: sexes,
  ethnicity: ethnicities,
  education: educations,
  degree: degrees,
  jobCode: jobs,
};

/** The word for a coded value, or `undefined` where the field holds no code. `place` is a table or a list. */
export function wordOfCode(place: string, field: string, code: string): string | undefined {
  const standard = standards[field];
  if (standard !== undefined) return nameOf(standard, code) ?? undefined;
  return byPlace[`${place}.${field}`]?.[code] ?? byField[field]?.[code];
}

/** Fields that hold yes or no, stored as 1 and 0. */
export function isFlag(field: string): boolean {
  return /^(is|has|may|exempts)[A-Z]/.test(field);
}

const money = /^(dues_|lines|payItems|excludedItems)/;
const moneyFields: ReadonlySet<string> = new Set([
  'amount',
  'base',
  'monthlyAmount',
  'collected',
  'remitted',
  'spent',
  'balance',
]);

/** Fields that hold money, in fen. */
export function isMoney(place: string, field: string): boolean {
  return (place === 'meeting' && field === 'cost') || (money.test(place) && moneyFields.has(field));
}

/** Fields that hold points, in tenths. */
export function isTenths(place: string, field: string): boolean {
  const fields = ['tenths', 'base', 'floor', 'cap'];
  return (
    /^(points_|items|categoryCaps|bands)/.test(place) &&
    (fields.includes(field) || (place === 'bands' && field === 'from'))
  );
}

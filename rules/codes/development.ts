import type {
  Activity,
  DocumentState,
  Publicity,
  ReviewKind,
  StepResult,
  Training,
} from '../../contract/development.ts';
import type { DevelopmentStage } from '../../contract/development-process.ts';

/** Words of the closed lists of the development of members (domain.md §3). */
export const developmentStageNames: Readonly<Record<DevelopmentStage, string>> = {
  applicant: '入党申请人',
  activist: '入党积极分子',
  candidate: '发展对象',
  probationary: '预备党员',
  full: '已转正',
  cancelled: '已取消资格',
};

export const stepResultNames: Readonly<Record<StepResult, string>> = {
  passed: '完成',
  rejected: '未通过',
  extended: '延长预备期',
  cancelled: '取消预备党员资格',
  waived: '经批准未参加培训',
};

export const documentStateNames: Readonly<Record<DocumentState, string>> = {
  missing: '未提交',
  submitted: '已提交',
  accepted: '已核对',
  returned: '退回',
};

export const reviewKindNames: Readonly<Record<ReviewKind, string>> = {
  'branch-review': '党支部考察',
  'thought-report': '思想汇报',
  'contact-talk': '培养联系人谈话',
  'probation-review': '预备党员考察',
};

export const trainingKindNames: Readonly<Record<Training['kind'], string>> = {
  activist: '积极分子培训',
  candidate: '发展对象培训',
  probationary: '预备党员培训',
};

export const publicityKindNames: Readonly<Record<Publicity['kind'], string>> = {
  candidate: '确定发展对象前公示',
  admission: '接收前公示',
  confirmation: '转正前公示',
};

export const activityKindNames: Readonly<Record<Activity['kind'], string>> = {
  'party-lesson': '党课',
  award: '表彰奖励',
  'community-service': '社区服务',
  other: '其他',
};

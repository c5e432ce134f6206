import type { MemberCategory, Membership, StatusKind } from '../../contract/member.ts';
import { foldText } from './code-table.ts';

/** 人员类别 as printed. */
export const memberCategoryNames: Readonly<Record<MemberCategory, string>> = {
  full: '正式党员',
  probationary: '预备党员',
  applicant: '入党申请人',
  former: '已离开',
};

/** 状态, domain.md §2.3 and §8. */
export const statusKindNames: Readonly<Record<StatusKind, string>> = {
  'membership-stopped': '停止党籍',
  'out-of-contact': '失联',
  'mobile-out': '流动（流出）',
  'rights-suspended': '权利中止',
  'attendance-exempt': '免予要求参加组织生活',
  hardship: '困难党员',
};

/** 进入支部方式 */
export const entryKindNames: Readonly<Record<Membership['entryKind'], string>> = {
  admitted: '新发展',
  readmitted: '重新入党',
  restored: '恢复党籍',
  'transferred-in': '转入',
  'unit-transferred-in': '整建制转入',
  registered: '建档时在册',
  'group-change': '调整党小组',
};

/** 离开支部方式 */
export const leaveKindNames: Readonly<Record<NonNullable<Membership['leaveKind']>, string>> = {
  'transferred-out': '转出',
  'unit-transferred-out': '整建制转出',
  died: '去世',
  expelled: '开除党籍',
  'struck-off': '除名',
  resigned: '退党',
  'admission-cancelled': '取消预备党员资格',
  'membership-stopped': '停止党籍',
  'group-change': '调整党小组',
};

/** 专业技术职务级别 */
export const technicalTitleNames = { senior: '高级', middle: '中级', junior: '初级' } as const;

const categoryWords: Readonly<Record<string, 'full' | 'probationary' | 'applicant'>> = {
  正式党员: 'full',
  正式: 'full',
  中共正式党员: 'full',
  预备党员: 'probationary',
  预备: 'probationary',
  中共预备党员: 'probationary',
  入党申请人: 'applicant',
  申请人: 'applicant',
  入党积极分子: 'applicant',
  积极分子: 'applicant',
  发展对象: 'applicant',
};

/**
 * 人员类别 of a roster cell, `null` when not understood. 中共党员 and 党员 say nothing about probation and are not
 * read as 正式党员.
 */
export function readCategory(text: string): 'full' | 'probationary' | 'applicant' | null {
  const word = foldText(text);
  return Object.hasOwn(categoryWords, word) ? (categoryWords[word] ?? null) : null;
}

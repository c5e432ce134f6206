import type { Hardship, Honour, Service } from '../../contract/care.ts';
import type { MemberStatus } from '../../contract/member.ts';
import type {
  Discipline,
  LostContact,
  OrganizationalMeasure,
  Talk,
  WarningEducation,
} from '../../contract/supervision.ts';
import type { Transfer } from '../../contract/transfer.ts';

/** Words of the closed lists of supervision, care and transfers (domain.md §8). */
export const talkKindNames: Readonly<Record<Talk['kind'], string>> = {
  'heart-to-heart': '谈心谈话',
  reminder: '提醒谈话',
  criticism: '批评教育',
  admonition: '诫勉谈话',
  other: '其他谈话',
};

export const warningEducationKindNames: Readonly<Record<WarningEducation['kind'], string>> = {
  integrity: '廉政教育',
  warning: '警示教育',
};

/** 党章 Art 41 */
export const disciplineKindNames: Readonly<Record<Discipline['kind'], string>> = {
  warning: '警告',
  'serious-warning': '严重警告',
  'removal-from-party-posts': '撤销党内职务',
  'probation-within-party': '留党察看',
  expulsion: '开除党籍',
};

/** 处置办法; 教管条例 Arts 30–31 */
export const organizationalMeasureKindNames: Readonly<Record<OrganizationalMeasure['kind'], string>> = {
  'correction-within-time': '限期改正',
  'persuaded-to-resign': '劝其退党',
  'struck-off-after-refusal': '劝而不退除名',
  'struck-off-self-left': '自行脱党除名',
  'struck-off-resigned': '退党除名',
};

/** 失联情形 */
export const lostCircumstanceNames: Readonly<Record<LostContact['circumstance'], string>> = {
  '1': '外出务工经商',
  '2': '单位改制或破产',
  '3': '毕业后去向不明',
  '4': '工作单位改变',
  '5': '出国（境）',
  '6': '居住地改变',
  '7': '其他',
};

export const hardshipCategoryNames: Readonly<Record<Hardship['category'], string>> = {
  illness: '因病',
  disaster: '因灾',
  disability: '因残',
  'no-income': '无收入',
  'lost-only-child': '失独',
  veteran: '老党员',
  other: '其他',
};

/**
 * What a state of a member says besides its kind, in words. A state that came from a register holds the code of the
 * register there (失联情形, 困难类别); what was typed stands as it is.
 */
export function statusDetailText({ kind, detail }: Pick<MemberStatus, 'kind' | 'detail'>): string {
  const words: Readonly<Record<string, string>> =
    kind === 'out-of-contact' ? lostCircumstanceNames : kind === 'hardship' ? hardshipCategoryNames : {};
  return words[detail] ?? detail;
}

/** From the highest down. */
export const honourLevelNames: Readonly<Record<Honour['level'], string>> = {
  national: '国家级',
  provincial: '省级',
  municipal: '市级',
  county: '县级',
  township: '乡镇（街道）级',
  unit: '本单位',
};

export const serviceKindNames: Readonly<Record<Service['kind'], string>> = {
  pledge: '承诺践诺',
  volunteer: '志愿服务',
  'post-of-duty': '设岗定责',
};

export const transferDirectionNames: Readonly<Record<Transfer['direction'], string>> = { in: '转入', out: '转出' };

export const transferStateNames: Readonly<Record<Transfer['state'], string>> = {
  started: '已发起',
  issued: '已开具介绍信',
  accepted: '已接收',
  returned: '已退回',
};

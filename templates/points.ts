import type { PointsItem } from '../contract/points.ts';
import type { PointsTemplate } from '../contract/points-operations.ts';

/**
 * Sample schemes of 党员积分制 (domain.md §7.4). LOCAL throughout: there is no central rule, a branch takes one, changes
 * it to its own document, and chooses the year it begins. None is in force before.
 */

type ItemStart = Pick<PointsItem, 'category' | 'text' | 'tenths'> & Partial<PointsItem>;

function numbered(items: readonly ItemStart[]): PointsItem[] {
  return items.map((item, index) => ({
    id: `item-${index + 1}`,
    kind: 'plus',
    per: 'time',
    cap: null,
    capPeriod: 'year',
    evidence: '',
    sources: [],
    leastDays: null,
    mostDays: null,
    ...item,
  }));
}

const shared = {
  exemptsRetired: true,
  exemptsMobileMonths: 6,
  exemptions: [] as PointsTemplate['exemptions'],
  approval: 'members-meeting' as const,
  joiners: 'branch-average' as const,
  isRanked: false,
};

const bands = [
  { name: '优秀', from: 900 },
  { name: '良好', from: 800 },
  { name: '合格', from: 600 },
];

/** A: base 60, no upper limit, not below 0, begins anew each year. */
const yearlyBase: PointsTemplate = {
  ...shared,
  name: '年度积分（基础60分，上不封顶）',
  source:
    '地方样例，非中央规定：基础分60，加分不封顶，最低0分，每年重新计算；三会一课、组织生活每次加1分；上级培训加1分，1周至1个月加2分，2个月以上加3分；文章、心得加3分，市级以上表彰加3分；微党课加3分；外出授课加5分；另设减分项（网上公开的党员积分细则，样例未写明减分项）。等次界限也是地方做法。',
  cycle: 'year',
  base: 600,
  floor: 0,
  cap: null,
  carryPercent: 0,
  veto: 'none',
  categoryCaps: [],
  bands,
  items: numbered([
    {
      category: '组织生活',
      text: '参加三会一课、组织生活',
      tenths: 10,
      evidence: '签到表',
      sources: [
        'members-meeting',
        'committee-meeting',
        'group-meeting',
        'party-lesson',
        'theme-day',
        'organizational-life',
        'democratic-appraisal',
      ],
    },
    {
      category: '学习教育',
      text: '参加上级培训，不满1周',
      tenths: 10,
      evidence: '培训通知、结业证书',
      sources: ['superior-training'],
      mostDays: 6,
    },
    {
      category: '学习教育',
      text: '参加上级培训，1周至1个月',
      tenths: 20,
      evidence: '培训通知、结业证书',
      sources: ['superior-training'],
      leastDays: 7,
      mostDays: 31,
    },
    {
      category: '学习教育',
      text: '参加上级培训，2个月以上',
      tenths: 30,
      evidence: '培训通知、结业证书',
      sources: ['superior-training'],
      leastDays: 60,
    },
    { category: '学习教育', text: '撰写文章、心得', tenths: 30, evidence: '文章或心得原件' },
    { category: '学习教育', text: '文章、心得受市级以上表彰', tenths: 30, evidence: '表彰文件' },
    { category: '作用发挥', text: '讲微党课', tenths: 30, evidence: '讲稿' },
    { category: '作用发挥', text: '外出授课', tenths: 50, evidence: '邀请函、讲稿' },
  ]),
  note: '',
};

/** B: a hundred points, earned item by item up to the limit of each. */
const hundred: PointsTemplate = {
  ...shared,
  name: '百分制（按项得分，设上限）',
  source:
    '地方样例，非中央规定：百分制，基础60分由各项得分组成，其中学习20分（每次集中学习2分，最多12分；笔记每季1分；心得每季1分），组织生活20分（三会一课每次3分，最多12分；主题党日每次2分，最多8分），其余基础项和加分由支部补充（网上公开的党员积分细则）。等次界限也是地方做法。',
  cycle: 'year',
  base: 0,
  floor: 0,
  cap: 1000,
  carryPercent: 0,
  veto: 'none',
  categoryCaps: [
    { category: '学习', tenths: 200 },
    { category: '组织生活', tenths: 200 },
  ],
  bands,
  items: numbered([
    {
      category: '学习',
      text: '参加集中学习',
      tenths: 20,
      cap: 120,
      evidence: '签到表',
      sources: ['branch-training', 'superior-training'],
    },
    { category: '学习', text: '学习笔记', tenths: 10, per: 'quarter', evidence: '笔记' },
    { category: '学习', text: '学习心得', tenths: 10, per: 'quarter', evidence: '心得', sources: ['self-study'] },
    {
      category: '组织生活',
      text: '参加三会一课',
      tenths: 30,
      cap: 120,
      evidence: '签到表',
      sources: ['members-meeting', 'committee-meeting', 'group-meeting', 'party-lesson'],
    },
    { category: '组织生活', text: '参加主题党日', tenths: 20, cap: 80, evidence: '签到表', sources: ['theme-day'] },
  ]),
  note: '',
};

export const pointsTemplates: readonly PointsTemplate[] = [yearlyBase, hundred];

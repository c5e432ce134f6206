/**
 * The shipped sheet of 党支部标准化规范化考核. No central norm exists: dimensions and weights are an illustration
 * (domain.md §7.2, LOCAL) to be replaced by the superior's own table.
 */
export const standardizationSource = '示例表（无全国统一标准，请按上级考核表修改）';

export interface IndicatorTemplate {
  dimension: string;
  text: string;
  weight: number;
  kind: 'scored' | 'bonus' | 'veto';
}

export const standardizationTemplate: readonly IndicatorTemplate[] = [
  { dimension: '政治功能', text: '年度学习计划', weight: 5, kind: 'scored' },
  { dimension: '政治功能', text: '第一议题学习', weight: 5, kind: 'scored' },
  { dimension: '政治功能', text: '意识形态工作', weight: 5, kind: 'scored' },
  { dimension: '组织设置与班子', text: '支部设置符合规定', weight: 4, kind: 'scored' },
  { dimension: '组织设置与班子', text: '按期换届', weight: 4, kind: 'scored' },
  { dimension: '组织设置与班子', text: '委员配备齐全', weight: 4, kind: 'scored' },
  { dimension: '组织设置与班子', text: '委员分工明确', weight: 3, kind: 'scored' },
  { dimension: '组织生活', text: '三会一课频次', weight: 6, kind: 'scored' },
  { dimension: '组织生活', text: '主题党日', weight: 4, kind: 'scored' },
  { dimension: '组织生活', text: '组织生活会', weight: 4, kind: 'scored' },
  { dimension: '组织生活', text: '民主评议党员', weight: 4, kind: 'scored' },
  { dimension: '组织生活', text: '谈心谈话', weight: 3, kind: 'scored' },
  { dimension: '组织生活', text: '会议记录质量', weight: 4, kind: 'scored' },
  { dimension: '党员教育管理', text: '党员学时达标', weight: 4, kind: 'scored' },
  { dimension: '党员教育管理', text: '党员花名册准确', weight: 3, kind: 'scored' },
  { dimension: '党员教育管理', text: '党费收缴', weight: 3, kind: 'scored' },
  { dimension: '党员教育管理', text: '组织关系转接', weight: 3, kind: 'scored' },
  { dimension: '党员教育管理', text: '流动、失联党员管理', weight: 2, kind: 'scored' },
  { dimension: '发展党员', text: '发展程序规范', weight: 5, kind: 'scored' },
  { dimension: '发展党员', text: '发展材料完整', weight: 5, kind: 'scored' },
  { dimension: '阵地与台账', text: '活动场所', weight: 3, kind: 'scored' },
  { dimension: '阵地与台账', text: '台账齐全', weight: 4, kind: 'scored' },
  { dimension: '阵地与台账', text: '档案规范', weight: 3, kind: 'scored' },
  { dimension: '作用发挥与群众满意', text: '志愿服务', weight: 4, kind: 'scored' },
  { dimension: '作用发挥与群众满意', text: '党员示范岗、责任区', weight: 3, kind: 'scored' },
  { dimension: '作用发挥与群众满意', text: '群众满意度', weight: 3, kind: 'scored' },
  { dimension: '加分与一票否决', text: '受到上级表彰（加分）', weight: 5, kind: 'bonus' },
  { dimension: '加分与一票否决', text: '党员受处分（减分）', weight: -5, kind: 'bonus' },
  { dimension: '加分与一票否决', text: '发生重大事故（一票否决）', weight: 0, kind: 'veto' },
];

import type { TrainingContent, TrainingForm, TrainingLevel } from '../../contract/education.ts';

/** 教育培训的形式, domain.md §6. */
export const trainingFormNames: Readonly<Record<TrainingForm, string>> = {
  intensive: '集中培训',
  'party-lesson': '党课',
  'theme-day': '主题党日',
  online: '网络学习',
  'self-study': '自学',
  practice: '实践',
};

/** 内容类别, 教管条例 Ch. 3. */
export const trainingContentNames: Readonly<Record<TrainingContent, string>> = {
  'political-theory': '政治理论教育',
  'political-training': '政治教育和政治训练',
  'party-rules': '党章党规党纪教育',
  purpose: '党的宗旨教育',
  tradition: '革命传统教育',
  'current-affairs': '形势政策教育',
  skills: '知识技能教育',
};

export const trainingLevelNames: Readonly<Record<TrainingLevel, string>> = {
  central: '中央',
  provincial: '省级',
  municipal: '市级',
  county: '县级',
  township: '乡镇街道',
  unit: '本单位',
  branch: '本支部',
};

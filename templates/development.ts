import type { DevelopmentTemplate } from '../contract/development-process.ts';
import { admissionSteps } from './development-admission.ts';
import { preparationSteps } from './development-preparation.ts';

/**
 * The 25 steps of the development of members: 发展细则 2014, 党章 and the flow chart of the 中组部 (domain.md §3.1).
 * The number of sub-steps and the papers marked optional differ by province.
 */
export const developmentTemplate: DevelopmentTemplate = {
  id: 'shipped',
  version: 0,
  from: '1921-07-01',
  note: '',
  source: '中国共产党发展党员工作细则（2014）、党章第一章、中国共产党发展党员工作流程图',
  stages: [
    '申请入党',
    '入党积极分子的确定和培养教育',
    '发展对象的确定和考察',
    '预备党员的接收',
    '预备党员的教育考察和转正',
  ],
  coreDocuments: [
    { name: '入党志愿书', titles: ['中国共产党入党志愿书', '入党志愿书'] },
    { name: '入党申请书', titles: ['入党申请书'] },
    { name: '政治审查材料', titles: ['政治审查结论性材料', '政治审查材料'] },
    { name: '转正申请书', titles: ['转正申请书'] },
    { name: '培养教育考察材料', titles: ['入党积极分子培养教育考察登记表', '培养教育考察材料'] },
  ],
  steps: [...preparationSteps, ...admissionSteps],
};

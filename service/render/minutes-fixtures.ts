import type { Column, FormLedger, FormPage, LedgerDocument } from '../../contract/ledger.ts';
import { frame } from './fixtures.ts';

/** Minutes for the renderers' own tests; everything in them is invented. */

const minutes: FormLedger = {
  kind: 'form',
  id: '20-meeting-minutes',
  number: 20,
  title: '会议记录',
  subject: 'meetings',
  period: 'year',
  per: 'meeting',
  orientation: 'portrait',
  source: 'meeting-minutes',
};

const text = (key: string, title: string, format: Column['format'] = 'integer'): Column => ({
  key,
  title,
  format,
  width: 6,
});

const voteColumns: readonly Column[] = [
  text('subject', '事项', 'long-text'),
  text('rightsExpected', '应到有表决权'),
  text('rightsPresent', '实到有表决权'),
  text('inFavour', '赞成'),
  text('against', '反对'),
  text('abstain', '弃权'),
  text('written', '书面赞成'),
  text('result', '结果', 'text'),
];

/** Minutes of a members' meeting whose discussion has so many paragraphs. */
export function minutesPage(paragraphs: number): FormPage {
  const speech =
    '王秀英：李喆同志自确定为发展对象以来，能够认真学习“党的基本知识”，积极参加支部组织的各项活动，在2026年6月12日前完成了全部培训（不少于24学时），成绩合格；群众反映良好，同意接收为预备党员。';
  const fields = [
    ['会议类型', '支部党员大会、党课'],
    ['届次', '2026 年第 2 次'],
    ['时间', '2026年6月12日 15:00—16:40'],
    ['地点', '行政楼三楼会议室'],
    ['主持人', '王秀英（支部书记）'],
    ['记录人', '欧阳静（组织委员）'],
    ['应到', '16 人（有表决权 14 人）'],
    ['实到', '13 人（有表决权 12 人）'],
  ].map(([label, value]) => ({ label: label ?? '', value: value ?? '', format: 'long-text' as const }));
  const wide = [
    ['请假', '张建国（因病）、陈芳（外出学习）'],
    ['缺席', '马超（未说明原因）'],
    ['列席', '李敏（入党积极分子）、周强（入党积极分子）'],
  ].map(([label, value]) => ({ label: label ?? '', value: value ?? '', format: 'long-text' as const, span: 2 }));
  const vote = {
    subject: '接收李喆同志为预备党员',
    rightsExpected: 14,
    rightsPresent: 12,
    inFavour: 11,
    against: 0,
    abstain: 1,
    written: 1,
    result: '通过',
  };
  return {
    name: '06-12 党员大会',
    title: '支部党员大会会议记录',
    heading: [],
    blocks: [
      { type: 'fields', columns: 2, fields: [...fields, ...wide] },
      {
        type: 'prose',
        title: '一、议题',
        text: '1. 学习《中国共产党支部工作条例（试行）》第三章；2. 讨论接收李喆同志为中共预备党员。',
      },
      { type: 'prose', title: '二、讨论和发言', text: Array(paragraphs).fill(speech).join('\n') },
      {
        type: 'table',
        title: '三、表决',
        columns: voteColumns,
        numbered: false,
        rows: [{ cells: vote }],
        emptyText: '无',
      },
      {
        type: 'note',
        text: '会议有效：实到 12 人，超过应到 14 人的半数。通过：赞成 12 票（含会前书面意见 1 票），超过应到有表决权正式党员的半数。依据：《中国共产党发展党员工作细则》。',
      },
      {
        type: 'prose',
        title: '四、决议',
        text: '同意接收李喆同志为中共预备党员，预备期一年，自2026年6月12日至2027年6月12日，报上级党委审批。',
      },
    ],
    signatures: ['主持人（签字）', '记录人（签字）'],
  };
}

export function minutesDocument(...paragraphs: readonly number[]): Extract<LedgerDocument, { kind: 'form' }> {
  return {
    kind: 'form',
    spec: minutes,
    frame: { ...frame, title: '2026年度会议记录', heading: [] },
    data: { pages: () => paragraphs.map(minutesPage) },
  };
}

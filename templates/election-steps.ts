import type { ElectionStepTemplate } from '../contract/election.ts';

const practice = '换届选举常见做法，时间由上级规定（本地）';

function step(
  id: string,
  name: string,
  [months, days]: readonly [number, number],
  source: string = practice,
  kinds: ElectionStepTemplate['kinds'] = ['re-election', 'by-election'],
  anchor: ElectionStepTemplate['anchor'] = 'election',
): ElectionStepTemplate {
  return { id, name, kinds, anchor, months, days, source };
}

/** The checklist of domain.md §1.4, planned back from the end of the term or the day of the election. LOCAL: editable. */
export const electionSteps: {
  readonly from: string;
  readonly source: string;
  readonly steps: ElectionStepTemplate[];
} = {
  from: '2018-10-28',
  source: '支部工作条例、基层组织选举工作条例（2020）；各步时间为常见做法，由上级规定',
  steps: [
    step('reminder', '上级党组织提醒按期换届', [-6, 0], '支部工作条例：任期届满6个月前提醒', ['re-election'], 'expiry'),
    step('study', '支委会研究换届（补选）工作', [-1, 0], '常见做法：届满1个月前研究（本地）'),
    step('request', '向上级请示', [0, -25]),
    step('reply', '上级批复同意', [0, -20]),
    step('nomination', '提名、酝酿、考察候选人', [0, -15], '选举条例第14条：候选人由上届委员会按多数党员意见提出'),
    step('candidates', '候选人预备人选报上级审查', [0, -10], '选举条例第14条：报上级党组织审查同意'),
    step('candidates-reply', '上级批复候选人预备人选', [0, -5], '选举条例第14条：报上级党组织审查同意'),
    step('election', '召开党员大会选举', [0, 0], '选举条例第4条：党员大会选举'),
    step('first-meeting', '新一届支委会第一次会议选举书记、分工', [0, 0], '支部工作条例第21条', ['re-election']),
    step('report', '选举结果报告（请示）', [0, 3], '支部工作条例第21条：委员报备案，书记、副书记报批准'),
    step('result-reply', '上级批复和备案', [0, 15], '支部工作条例第21条：委员报备案，书记、副书记报批准'),
  ],
};

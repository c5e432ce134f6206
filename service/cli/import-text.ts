import type { RosterPlan } from '../../contract/roster-import.ts';
import { rosterNoticeTexts } from '../../templates/roster-problems.ts';

/** Sentences of `zhibu import`. */
export const importText = {
  plan: (plan: RosterPlan) => {
    const { counts } = plan;
    return `${plan.fileName}，工作表“${plan.sheet}”，第 ${plan.headerRow + 1} 至 ${plan.lastRow} 行：新增 ${counts.new} 人，变更 ${counts.changed} 人（${counts.changedFields} 处），相同 ${counts.same} 人，有问题 ${counts.problemRows} 行`;
  },
  problem: (problem: RosterPlan['problems'][number]) =>
    `  ${problem.cell}  ${problem.personName}  ${problem.value === '' ? '（空）' : problem.value}  ${problem.message}。${problem.remedy}`,
  change: (name: string, change: RosterPlan['changed'][number]['changes'][number], title: string) =>
    `  ${change.cell}  ${name}  ${title}：${change.before === '' ? '（空）' : change.before} → ${change.after}`,
  notice: (notice: RosterPlan['notices'][number]) =>
    `  ${notice.cell}  ${notice.text}（${rosterNoticeTexts[notice.kind]}）`,
  applied: (archive: string, batch: string) => `已导入。撤回用：zhibu undo ${archive} ${batch}`,
  nothingToDo: '没有要写入的内容',
  planOnly: '只核对，没有写入',
  refused: '有问题，没有写入。改好后再导入，或加 --skip-problem-rows 跳过有问题的行',
};

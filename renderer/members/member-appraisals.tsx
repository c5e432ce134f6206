import { Button } from 'antd';
import { appraisalGradeNames } from '../../rules/codes/assessment.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { Panel } from '../ui/panel.tsx';

const words = text.member.appraisals;

/** 考核: what the democratic appraisals say of the person, latest first. */
export function MemberAppraisals({ id }: { id: string }) {
  const { go } = useWorkspace();
  const all = useOperation('appraisal.list', {}, { records: ['appraisal'] }).value;
  const rows = all
    ?.flatMap(({ appraisal, people }) => {
      const entry = appraisal.entries.find(({ memberId }) => memberId === id);
      const person = people.find(({ memberId }) => memberId === id);
      return entry === undefined ? [] : [{ appraisal, entry, isGraded: person?.isGraded !== false }];
    })
    .sort((a, b) => b.appraisal.year - a.appraisal.year);
  const grade = (value: keyof typeof appraisalGradeNames | null) => (value === null ? '' : appraisalGradeNames[value]);
  return (
    <Panel title={text.member.detail.tabs.appraisals} isFlush>
      {rows?.length === 0 ? (
        <p className="member-quiet">{words.empty}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              {(['year', 'self', 'mutual', 'poll', 'decided', 'note'] as const).map((column) => (
                <th key={column} scope="col">
                  {words.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows?.map(({ appraisal, entry, isGraded }) => (
              <tr key={appraisal.id}>
                <td>
                  <Button
                    type="link"
                    className="plain-link"
                    onClick={() =>
                      go({ screen: 'assessments', view: 'appraisal', params: { year: String(appraisal.year) } })
                    }
                  >
                    {appraisal.year}
                  </Button>
                </td>
                <td>{grade(entry.selfGrade)}</td>
                <td>{grade(entry.mutualGrade)}</td>
                <td>
                  {entry.pollExcellent !== null &&
                    words.poll(
                      entry.pollExcellent,
                      entry.pollQualified ?? 0,
                      entry.pollBasicallyQualified ?? 0,
                      entry.pollUnqualified ?? 0,
                    )}
                </td>
                <td>{isGraded ? grade(entry.decidedGrade) || words.notDecided : words.ungraded}</td>
                <td>{entry.notTakenPartReason || entry.note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

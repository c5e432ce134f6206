import { Button } from 'antd';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { Panel } from '../ui/panel.tsx';

const words = text.exams.member;

/** Exams the person took, latest first, with the certificates they gave. */
export function MemberExams({ id }: { id: string }) {
  const { asOf, go } = useWorkspace();
  const taken = useOperation(
    'exam.ofMember',
    { memberId: id, asOf },
    { records: ['exam', 'examSitting', 'examCertificate'] },
  ).value?.toReversed();
  return (
    <Panel title={words.title} isFlush>
      {taken?.length === 0 ? (
        <p className="member-quiet">{words.none}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              {(['heldOn', 'title', 'score', 'result', 'certificate'] as const).map((column) => (
                <th key={column} scope="col">
                  {words.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {taken?.map((exam) => (
              <tr key={exam.examId}>
                <td>{exam.heldOn}</td>
                <td>
                  <Button
                    type="link"
                    className="plain-link"
                    onClick={() => go({ screen: 'education', view: 'exam', recordId: exam.examId })}
                  >
                    {exam.title}
                  </Button>
                </td>
                <td>{words.of(exam.score, exam.fullMark)}</td>
                <td>{exam.passed === null ? '' : exam.passed ? text.exams.exam.passed : text.exams.exam.failed}</td>
                <td>{exam.certificate}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

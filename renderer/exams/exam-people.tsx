import { Button } from 'antd';
import type { ExamRow } from '../../contract/exam.ts';
import type { Output } from '../../contract/operations.ts';
import { sittingStateNames } from '../../rules/codes/exam.ts';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { nodeText } from '../ui/node-text.ts';
import { NumberField } from '../ui/number-field.tsx';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { rowsOf } from '../ui/row-source.ts';
import { SeverityMark } from '../ui/severity-mark.tsx';

const words = text.exams.exam;

/** Everybody who should take the exam, with the one thing to do next for each. */
export function ExamPeople({
  view: { exam, rows },
  scores,
  onScore,
  onSit,
  onMark,
  onSubmit,
  onExtend,
  onVoid,
}: {
  view: Output<'exam.get'>;
  /** Sums typed and not saved yet. */
  scores: ReadonlyMap<string, number | null>;
  onScore(memberId: string, score: number | null): void;
  onSit(memberId: string): void;
  onMark(row: ExamRow): void;
  onSubmit(row: ExamRow): void;
  onExtend(row: ExamRow): void;
  onVoid(row: ExamRow): void;
}) {
  const isClosed = exam.closedOn !== null;
  const isOnPaper = exam.mode === 'paper';
  const mayMark = (row: ExamRow) =>
    exam.paperId !== null && (isOnPaper ? !isClosed : row.state === 'waiting' || row.state === 'marked');
  function open(row: ExamRow): void {
    if (!isOnPaper && !isClosed && (row.state === 'absent' || row.state === 'running')) onSit(row.memberId);
    else if (mayMark(row)) onMark(row);
  }
  const columns: TableColumn<ExamRow>[] = [
    { key: 'name', title: words.name, width: 150, render: ({ name }) => name },
    { key: 'group', title: words.group, width: 120, render: ({ groupName }) => groupName },
    {
      key: 'state',
      title: words.state,
      width: 150,
      render: (row) => <StateMark row={row} isClosed={isClosed} />,
      text: (row) => nodeText(StateMark({ row, isClosed })),
    },
    {
      key: 'score',
      title: words.score,
      width: 84,
      align: 'right',
      render: (row) =>
        isOnPaper && !isClosed ? (
          <NumberField
            size="small"
            isWhole={false}
            least={0}
            most={exam.fullMark}
            label={words.scoreOf(row.name)}
            value={scores.has(row.memberId) ? (scores.get(row.memberId) ?? null) : row.score}
            onChange={(score) => onScore(row.memberId, score)}
          />
        ) : (
          row.score
        ),
    },
    {
      key: 'result',
      title: words.result,
      width: 70,
      render: ({ passed }) => (passed === null ? '' : passed ? words.passed : words.failed),
    },
    { key: 'certificate', title: words.certificate, width: 100, render: ({ certificate }) => certificate },
    {
      key: 'action',
      title: words.action,
      render: (row) => (
        <span className="exams-actions">
          {!isOnPaper && !isClosed && row.state !== 'waiting' && row.state !== 'marked' && (
            <PermitButton right="enter" size="small" tabIndex={-1} onClick={() => onSit(row.memberId)}>
              {row.state === 'running' ? words.goOn : words.begin}
            </PermitButton>
          )}
          {row.state === 'running' && (
            <>
              <PermitButton right="enter" size="small" onClick={() => onSubmit(row)}>
                {words.submit}
              </PermitButton>
              <Button size="small" onClick={() => onExtend(row)}>
                {words.extend}
              </Button>
            </>
          )}
          {mayMark(row) && (
            <Button
              size="small"
              tabIndex={-1}
              type={row.state === 'waiting' ? 'primary' : 'default'}
              onClick={() => onMark(row)}
            >
              {isOnPaper ? words.byQuestion : row.state === 'waiting' ? words.mark : words.look}
            </Button>
          )}
          {row.certificate !== '' && (
            <PermitButton right="decide" size="small" tabIndex={-1} onClick={() => onVoid(row)}>
              {words.voidCertificate}
            </PermitButton>
          )}
        </span>
      ),
    },
  ];
  return (
    <Panel isFlush className="exams-list">
      <DataTable
        label={words.table}
        columns={columns}
        rows={rowsOf(rows)}
        keyOf={({ memberId }) => memberId}
        nameOf={({ name }) => name}
        onOpen={open}
        isFirst
      />
    </Panel>
  );
}

/** A mark for what is done or waits; who stays away has words only. */
function StateMark({ row, isClosed }: { row: ExamRow; isClosed: boolean }) {
  const { state } = row;
  if (state === 'running')
    return <SeverityMark severity="due-soon" label={words.left(Math.ceil((row.remaining ?? 0) / 60))} />;
  if (state === 'waiting' || state === 'marked')
    return <SeverityMark severity={state === 'waiting' ? 'todo' : 'met'} label={sittingStateNames[state]} />;
  if (state === 'absent' && isClosed) return <span>{words.missed}</span>;
  return (
    <span className="note">
      {row.excuse === '' ? sittingStateNames[state] : `${sittingStateNames[state]}：${row.excuse}`}
    </span>
  );
}

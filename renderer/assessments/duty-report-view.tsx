import { useState } from 'react';
import type { DutyReport } from '../../contract/assessment.ts';
import { newId } from '../data/new-id.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Panel } from '../ui/panel.tsx';
import { DutyReportEditor } from './duty-report-editor.tsx';

/** The secretary's duty report of a year, or the way to enter it. */
export function DutyReportView({ year }: { year: number }) {
  const { branch, asOf } = useWorkspace();
  const [isNew, setIsNew] = useState(false);
  const found = useOperation('dutyReport.list', { branchId: branch.id, year }, { records: ['dutyReport'] });
  const posts = useOperation('post.list', { branchId: branch.id, asOf }, { records: ['post'] });

  if (found.failure !== undefined) return <FailurePanel failure={found.failure} />;
  if (found.value === undefined || posts.value === undefined) return null;
  const stored = found.value.at(-1);
  if (stored !== undefined) return <DutyReportEditor key={stored.id} initial={stored} />;
  const secretary = posts.value.find((post) => post.title === 'secretary');
  if (isNew) return <DutyReportEditor initial={newReport(branch.id, year, secretary)} />;
  return (
    <Panel>
      <EmptyState
        sentence={text.assessment.dutyReport.none(year)}
        action={{ label: text.assessment.dutyReport.start, onAct: () => setIsNew(true), right: 'enter' }}
      />
    </Panel>
  );
}

function newReport(
  branchId: string,
  year: number,
  secretary: { memberId: string; memberName: string } | undefined,
): DutyReport {
  return {
    id: newId(),
    revision: 0,
    branchId,
    year,
    reporterId: secretary?.memberId ?? null,
    reporterName: secretary?.memberName ?? '',
    reportedOn: null,
    place: '',
    preparation: '',
    report: '',
    lastYearProblems: [],
    comments: [],
    pollGood: null,
    pollFairlyGood: null,
    pollAverage: null,
    pollPoor: null,
    ballotsIssued: null,
    ballotsReturned: null,
    grade: null,
    decidedBy: '',
    problems: [],
    note: '',
  };
}

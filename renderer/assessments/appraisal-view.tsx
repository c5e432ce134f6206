import { useState } from 'react';
import type { AppraisalView as Appraisal } from '../../contract/assessment.ts';
import { newId } from '../data/new-id.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Panel } from '../ui/panel.tsx';
import { type AppraisalDraft, AppraisalEditor } from './appraisal-editor.tsx';

/** The 民主评议 of a year, or the way to enter it. */
export function AppraisalView({ year }: { year: number }) {
  const { branch, asOf } = useWorkspace();
  const [isNew, setIsNew] = useState(false);
  const found = useOperation('appraisal.list', { branchId: branch.id, year }, { records: ['appraisal', 'member'] });
  const heldOn = asOf.startsWith(String(year)) ? asOf : `${year}-12-20`;

  if (found.failure !== undefined) return <FailurePanel failure={found.failure} />;
  if (found.value === undefined) return null;
  const stored = found.value.at(-1);
  if (stored !== undefined) return <AppraisalEditor key={stored.appraisal.id} initial={draftOf(stored)} />;
  if (isNew) return <AppraisalEditor initial={newDraft(branch.id, year, heldOn)} />;
  return (
    <Panel>
      <EmptyState
        sentence={text.assessment.appraisal.none(year)}
        action={{ label: text.assessment.appraisal.start, onAct: () => setIsNew(true), right: 'enter' }}
      />
    </Panel>
  );
}

function draftOf({ appraisal }: Appraisal): AppraisalDraft {
  return appraisal;
}

function newDraft(branchId: string, year: number, heldOn: string): AppraisalDraft {
  return {
    id: newId(),
    revision: 0,
    branchId,
    year,
    heldOn,
    meetingId: null,
    decidedBy: 'members-meeting',
    decidedOn: null,
    ballotsIssued: null,
    ballotsReturned: null,
    ballotsValid: null,
    entries: [],
    note: '',
  };
}

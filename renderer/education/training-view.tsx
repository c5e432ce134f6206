import { useState } from 'react';
import type { Training } from '../../contract/education.ts';
import { newId } from '../data/new-id.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { TrainingEditor } from './training-editor.tsx';

/** One training: the stored one, or a new one of the year. */
export function TrainingView({ id, year, onDone }: { id: string | undefined; year: number; onDone(): void }) {
  const { branch, asOf } = useWorkspace();
  const [blank] = useState(() => blankTraining(branch.id, year, asOf));
  if (id === undefined) return <TrainingEditor initial={blank} onDone={onDone} />;
  return <Stored id={id} onDone={onDone} />;
}

function Stored({ id, onDone }: { id: string; onDone(): void }) {
  const found = useOperation('training.get', { id });
  if (found.failure !== undefined) return <FailurePanel failure={found.failure} />;
  return found.value === undefined ? null : <TrainingEditor initial={found.value} onDone={onDone} />;
}

function blankTraining(branchId: string, year: number, asOf: string): Training {
  const day = asOf.startsWith(String(year)) ? asOf : `${year}-12-31`;
  return {
    id: newId(),
    revision: 0,
    branchId,
    year,
    title: '',
    organiser: '',
    level: 'branch',
    startedOn: day,
    endedOn: day,
    form: 'intensive',
    contents: [],
    hours: null,
    participants: [],
    evidence: '',
  };
}

import { useState } from 'react';
import type { Standardization } from '../../contract/assessment.ts';
import { useClient } from '../data/client-context.tsx';
import { newId } from '../data/new-id.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Panel } from '../ui/panel.tsx';
import { StandardizationEditor } from './standardization-editor.tsx';

/** The 标准化规范化 sheet of a year; a new one starts from last year's indicators, or the shipped illustration. */
export function StandardizationView({ year }: { year: number }) {
  const client = useClient();
  const { branch } = useWorkspace();
  const [started, setStarted] = useState<Standardization>();
  const found = useOperation('standardization.list', { branchId: branch.id, year }, { records: ['standardization'] });

  if (found.failure !== undefined) return <FailurePanel failure={found.failure} />;
  if (found.value === undefined) return null;
  const stored = found.value.at(-1)?.standardization ?? started;
  if (stored !== undefined) return <StandardizationEditor key={stored.id} initial={stored} />;

  async function start(): Promise<void> {
    const template = await client.call('standardization.template', { branchId: branch.id, year });
    setStarted({
      id: newId(),
      revision: 0,
      branchId: branch.id,
      year,
      assessedOn: null,
      selfRating: '',
      superiorRating: '',
      assessor: '',
      note: '',
      ...template,
    });
  }
  return (
    <Panel>
      <EmptyState
        sentence={text.assessment.standardization.none(year)}
        action={{ label: text.assessment.standardization.start, onAct: () => void start(), right: 'enter' }}
      />
    </Panel>
  );
}

import { Button } from 'antd';
import { useState } from 'react';
import type { LedgerState } from '../../contract/ledgers.ts';
import { yearOf } from '../../rules/dates.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ExportPanel } from './export-panel.tsx';
import { LedgerList } from './ledger-list.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { isComplete, type LedgerChoice } from './state.ts';
import './ledgers.css';

const words = text.ledgers;

/** Every ledger with what it lacks, the printed page of one, and the way out as Excel and PDF. */
export function LedgersScreen() {
  const { branch, asOf, route } = useWorkspace();
  const [chosen, setChosen] = useState(route.recordId ?? '03-member-roster');
  const [choice, setChoice] = useState<LedgerChoice>({
    year: Number(route.params?.year ?? yearOf(asOf)),
    order: 'post',
    unmask: false,
    mark: '',
  });
  const [people, setPeople] = useState(route.params?.people?.split(' '));
  const [record, setRecord] = useState(route.params?.record);
  const options = { branchId: branch.id, asOf, ...choice, ...(people === undefined ? {} : { people }) };
  const list = useOperation('ledger.list', options);
  const states: readonly LedgerState[] = list.value ?? [];
  const state = states.find(({ id }) => id === chosen) ?? states[0];
  // The one form she came to print; other ledgers are whole.
  const only = record !== undefined && state?.id === route.recordId ? { recordId: record } : undefined;

  return (
    <div className="ledgers">
      <PageHeader title={words.title} summary={words.summary(states.length, states.filter(isComplete).length)} />
      {people !== undefined && (
        <p className="ledgers-chosen" role="status">
          {words.chosenPeople(people.length)}
          <Button size="small" onClick={() => setPeople(undefined)}>
            {words.everybody}
          </Button>
        </p>
      )}
      {only !== undefined && (
        <p className="ledgers-chosen" role="status">
          {words.onlyOne}
          <Button size="small" onClick={() => setRecord(undefined)}>
            {words.allForms}
          </Button>
        </p>
      )}
      {list.failure !== undefined && <FailurePanel failure={list.failure} />}
      <div className="ledgers-columns">
        <LedgerList states={states} chosen={state?.id} onChoose={setChosen} />
        {state !== undefined && (
          <>
            <PreviewPanel
              key={`${state.id} ${choice.year} ${only === undefined}`}
              state={state}
              options={{ ...options, ...only }}
            />
            <ExportPanel
              states={states}
              state={state}
              options={options}
              only={only}
              choice={choice}
              onChange={setChoice}
            />
          </>
        )}
      </div>
    </div>
  );
}

import { useMemo } from 'react';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { shortLocalTime } from '../ui/local-time.ts';
import { BoardPanel } from './board-panel.tsx';
import { CheckPanel } from './check-panel.tsx';
import { DuePanel } from './due-panel.tsx';
import { SafetyBar } from './safety-bar.tsx';
import { StatesPanel } from './states-panel.tsx';
import './home.css';

/** What is due, what is missing, how it stands if somebody looks today. */
export function HomeScreen() {
  const { branch, asOf } = useWorkspace();
  const { value, failure } = useOperation('due.list', { branchId: branch.id, asOf });
  // A new answer has a new time.
  const readAt = useMemo(() => shortLocalTime(new Date()).slice(-5), [value]);
  return (
    <div className="home">
      {failure !== undefined && <FailurePanel failure={failure} />}
      <div className="home-columns">
        {value === undefined ? (
          <section className="panel" />
        ) : (
          <DuePanel items={value.items} rulesMet={value.rulesMet} />
        )}
        <div className="home-right">
          <BoardPanel />
          {value !== undefined && (
            <>
              <StatesPanel items={value.items} />
              <CheckPanel due={value} readAt={readAt} />
            </>
          )}
        </div>
      </div>
      <SafetyBar />
    </div>
  );
}

import type { Failure } from '../../contract/failure.ts';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { problemsOf } from './problems.ts';

/** Why a save was refused; a rule that names ids is told by its own sentence. */
export function Refusal({ failure }: { failure: Failure | undefined }) {
  if (failure === undefined) return null;
  if (failure.code !== 'rule-broken' || failure.rule !== 'T2') return <FailurePanel failure={failure} />;
  return (
    <div className="failure-panel" role="alert" data-failure={failure.code}>
      <SeverityMark severity="overdue" label={Object.values(problemsOf(failure)).flat().join('')} />
    </div>
  );
}

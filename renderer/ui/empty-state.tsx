import { Button } from 'antd';
import type { Right } from '../../contract/permission.ts';
import './empty-state.css';
import { PermitButton } from './permit-button.tsx';

/** One sentence on how things are, one thing to do next; no picture. */
export function EmptyState({
  sentence,
  action,
}: {
  sentence: string;
  /** `right`: what doing it needs; left out, anybody may. */
  action?: { label: string; onAct: () => void; right?: Right };
}) {
  return (
    <div className="empty-state">
      <p>{sentence}</p>
      {action !== undefined &&
        (action.right === undefined ? (
          <Button onClick={action.onAct}>{action.label}</Button>
        ) : (
          <PermitButton right={action.right} onClick={action.onAct}>
            {action.label}
          </PermitButton>
        ))}
    </div>
  );
}

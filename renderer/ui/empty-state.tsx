import { Button } from 'antd';
import './empty-state.css';

/** One sentence on how things are, one thing to do next; no picture. */
export function EmptyState({ sentence, action }: { sentence: string; action?: { label: string; onAct: () => void } }) {
  return (
    <div className="empty-state">
      <p>{sentence}</p>
      {action !== undefined && <Button onClick={action.onAct}>{action.label}</Button>}
    </div>
  );
}

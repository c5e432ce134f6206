import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { Failure } from '../../contract/failure.ts';
import type { Progress } from '../../contract/port.ts';
import { text } from '../text/zh-CN.ts';
import { FailurePanel } from './failure-panel.tsx';
import { SeverityMark } from './severity-mark.tsx';
import './progress-card.css';

/** A job is shown after a second, its remaining time after ten. */
const shownAfter = 1_000;
const timedAfter = 10_000;

/** Long work: how far, what now, how long still, how to stop it and what stays then. */
export function ProgressCard({
  title,
  progress,
  startedAt,
  onCancel,
  staysAfterCancel,
  isShare = false,
}: {
  title: string;
  progress: Progress | undefined;
  startedAt: number | undefined;
  onCancel(): void;
  /** What is left when it is cancelled: 取消后，已写好的文件会保留。 */
  staysAfterCancel: string;
  /** Counted in bytes or the like: told as a percentage. */
  isShare?: boolean;
}) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const elapsed = startedAt === undefined ? 0 : now - startedAt;
  if (elapsed < shownAfter) return null;
  const { done = 0, total = 0, label = '' } = progress ?? {};
  const share = total === 0 ? 0 : Math.min(1, done / total);
  const left = share > 0 && share < 1 && elapsed > timedAfter ? ((elapsed / share) * (1 - share)) / 1000 : undefined;
  return (
    <section className="progress-card" aria-label={title} aria-live="polite">
      <div className="progress-head">
        <strong>{title}</strong>
        {total > 0 && (
          <span className="note">
            {isShare
              ? text.progress.percent(Math.floor(share * 100))
              : text.progress.step(Math.min(done + 1, total), total)}
          </span>
        )}
      </div>
      {label !== '' && <p className="cut">{label}</p>}
      <progress max={total === 0 ? undefined : total} value={total === 0 ? undefined : done} aria-label={title} />
      {left !== undefined && <p className="note">{text.progress.left(Math.ceil(left))}</p>}
      <p className="note">{staysAfterCancel}</p>
      <Button onClick={onCancel}>{text.action.cancel}</Button>
    </section>
  );
}

/** How a job ended, with the way to its result. */
export function JobOutcome({
  done,
  failure,
  onOpenFolder,
  onClear,
}: {
  /** The sentence of a job that is done. */
  done: string | undefined;
  failure: Failure | undefined;
  onOpenFolder?: (() => void) | undefined;
  onClear(): void;
}) {
  if (failure !== undefined) return <FailurePanel failure={failure} onClose={onClear} />;
  if (done === undefined) return null;
  return (
    <section className="progress-card" role="status">
      <SeverityMark severity="met" label={done} />
      <div className="progress-buttons">
        {onOpenFolder !== undefined && <Button onClick={onOpenFolder}>{text.action.openFolder}</Button>}
        <Button onClick={onClear}>{text.action.close}</Button>
      </div>
    </section>
  );
}

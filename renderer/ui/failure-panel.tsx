import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Failure } from '../../contract/failure.ts';
import { failureText } from '../text/failures.ts';
import { text } from '../text/zh-CN.ts';
import { SeverityMark } from './severity-mark.tsx';
import './failure-panel.css';

/** What happened, what was kept, what to do. It stays until somebody acts; it never goes away by itself. */
export function FailurePanel({
  failure,
  actions,
  onClose,
}: {
  failure: Failure;
  /** Buttons that do what the last sentence says. */
  actions?: ReactNode;
  onClose?: () => void;
}) {
  const { happened, kept, remedy } = failureText(failure);
  return (
    <div className="failure-panel" role="alert" data-failure={failure.code}>
      <SeverityMark severity="overdue" isShapeOnly label={text.failure.happened} />
      <div className="failure-sentences">
        <p className="failure-happened">{happened}</p>
        <p>{kept}</p>
        <p>{remedy}</p>
        {(actions !== undefined || onClose !== undefined) && (
          <div className="failure-actions">
            {actions}
            {onClose !== undefined && (
              <Button size="small" onClick={onClose}>
                {text.action.close}
              </Button>
            )}
          </div>
        )}
      </div>
    </div>
  );
}

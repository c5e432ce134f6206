import type { ReactNode } from 'react';
import type { DueSeverity } from '../../contract/due.ts';
import { text } from '../text/zh-CN.ts';
import './severity-mark.css';

export type Severity = DueSeverity | 'met';

/** Shape, word and colour together, so that a black-and-white print still tells them apart. */
export function SeverityMark({
  severity,
  label = text.severity[severity],
  isShapeOnly = false,
}: {
  severity: Severity;
  /** The word beside the shape; the severity's own when left out. */
  label?: ReactNode;
  /** Only the shape is seen; the word is still read out. */
  isShapeOnly?: boolean;
}) {
  return (
    <span className={`severity severity-${severity}`}>
      <Shape severity={severity} />
      {isShapeOnly ? <span className="visually-hidden">{label}</span> : label}
    </span>
  );
}

/** ◆ ▲ ◐ ○ ✓, drawn so that they look the same with every font. */
function Shape({ severity }: { severity: Severity }) {
  return (
    <svg className="severity-shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {severity === 'overdue' && <path d="M6 0 12 6 6 12 0 6Z" fill="currentColor" />}
      {severity === 'due-soon' && <path d="M6 0.5 12 11.5H0Z" fill="currentColor" />}
      {severity === 'incomplete' && (
        <>
          <circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" strokeWidth="1.6" />
          <path d="M6 1a5 5 0 0 0 0 10Z" fill="currentColor" />
        </>
      )}
      {severity === 'todo' && <circle cx="6" cy="6" r="4.8" fill="none" stroke="currentColor" strokeWidth="1.8" />}
      {severity === 'met' && <path d="M1 6.5 4.5 10 11 2.5" fill="none" stroke="currentColor" strokeWidth="2.2" />}
    </svg>
  );
}

import type { ReactNode } from 'react';
import './page-header.css';

/** Title, what is counted beside it, and the buttons; the one primary button stands last. */
export function PageHeader({
  title,
  summary,
  path,
  actions,
}: {
  title: string;
  summary?: ReactNode;
  /** Where the page lies: 党员 › 第一党小组 › 郑佳怡. */
  path?: readonly { name: string; onOpen?: () => void }[];
  actions?: ReactNode;
}) {
  return (
    <header className="page-header">
      {path !== undefined && (
        <nav className="page-path" aria-label={title}>
          {path.map((step, index) => (
            <span key={step.name}>
              {index > 0 && <span aria-hidden="true"> › </span>}
              {step.onOpen === undefined ? (
                <span>{step.name}</span>
              ) : (
                <button type="button" className="plain-button page-path-step" onClick={step.onOpen}>
                  {step.name}
                </button>
              )}
            </span>
          ))}
        </nav>
      )}
      <div className="page-header-line">
        <h1>{title}</h1>
        {summary !== undefined && <span className="page-summary cut">{summary}</span>}
        <div className="page-actions">{actions}</div>
      </div>
    </header>
  );
}

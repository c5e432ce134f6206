import type { ReactNode } from 'react';
import './panel.css';

/** A white panel with an optional head line. */
export function Panel({
  title,
  note,
  extra,
  isFlush = false,
  className = '',
  children,
}: {
  title?: string;
  note?: ReactNode;
  extra?: ReactNode;
  /** No room inside: the content (a table, a list) reaches the edges. */
  isFlush?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section className={`panel ${isFlush ? 'panel-flush' : ''} ${className}`} aria-label={title}>
      {title !== undefined && (
        <div className="panel-head">
          <h2>{title}</h2>
          {note !== undefined && <span className="note cut">{note}</span>}
          {extra !== undefined && <div className="panel-extra">{extra}</div>}
        </div>
      )}
      {children}
    </section>
  );
}

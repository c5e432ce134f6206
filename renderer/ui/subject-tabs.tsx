import type { ReactNode } from 'react';
import './subject-tabs.css';

/** The head of a screen with several tabs; what belongs to the tab (year, buttons) stands right. */
export function SubjectTabs<Name extends string>({
  title,
  tabs,
  current,
  onOpen,
  children,
}: {
  title: string;
  tabs: readonly { name: Name; label: string }[];
  current: Name;
  onOpen(name: Name): void;
  children?: ReactNode;
}) {
  return (
    <div className="subject-head">
      <h1>{title}</h1>
      <div className="subject-tabs" role="tablist">
        {tabs.map(({ name, label }) => (
          <button
            key={name}
            type="button"
            role="tab"
            className="plain-button subject-tab"
            aria-selected={name === current}
            onClick={() => onOpen(name)}
          >
            {label}
          </button>
        ))}
      </div>
      {children}
    </div>
  );
}

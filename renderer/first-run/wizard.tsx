import type { ReactNode } from 'react';
import { text } from '../text/zh-CN.ts';
import { SeverityMark } from '../ui/severity-mark.tsx';
import './wizard.css';

/** The guide's frame: where one is at the left, the step in the middle, the way on below. */
export function Wizard({
  steps,
  step,
  title,
  introduction,
  footer,
  children,
}: {
  /** Names of the steps; none when there is only one. */
  steps?: readonly string[];
  /** The present one, from 0. */
  step?: number;
  title: string;
  introduction?: string;
  /** Left and right part of the foot. */
  footer?: { left?: ReactNode; right?: ReactNode };
  children: ReactNode;
}) {
  const { create, local, forgotten } = text.firstRun;
  return (
    <div className="wizard">
      <aside className="wizard-side">
        <p className="wizard-name">{text.appName}</p>
        {steps !== undefined && (
          <>
            <p className="note">{create.count(steps.length)}</p>
            <ol className="wizard-steps">
              {steps.map((name, index) => {
                const state = index < (step ?? 0) ? 'done' : index === step ? 'now' : 'later';
                return (
                  <li
                    key={name}
                    className={`wizard-step wizard-${state}`}
                    aria-current={state === 'now' ? 'step' : undefined}
                  >
                    <span className="wizard-number">
                      {state === 'done' ? <SeverityMark severity="met" isShapeOnly /> : index + 1}
                    </span>
                    <span>
                      <span className="wizard-step-name">{name}</span>
                      <span className="note">{create.states[state]}</span>
                    </span>
                  </li>
                );
              })}
            </ol>
          </>
        )}
        <div className="wizard-foot note">
          <p>{local}</p>
          <p>{forgotten}</p>
        </div>
      </aside>
      <main className="wizard-main">
        <div className="wizard-content">
          {steps !== undefined && step !== undefined && <p className="note">{create.step(step + 1, steps.length)}</p>}
          <h1>{title}</h1>
          {introduction !== undefined && <p className="wizard-introduction">{introduction}</p>}
          {children}
        </div>
        {footer !== undefined && (
          <footer className="wizard-actions">
            <div>{footer.left}</div>
            <div className="wizard-right">{footer.right}</div>
          </footer>
        )}
      </main>
    </div>
  );
}

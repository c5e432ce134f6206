import { createContext, type ReactNode, useContext, useId, useMemo } from 'react';
import { text } from '../text/zh-CN.ts';
import './field.css';

interface FieldContextValue {
  id: string;
  describedBy: string | undefined;
  isInvalid: boolean;
}

const FieldContext = createContext<FieldContextValue | null>(null);

/** What an input takes from the field around it: its id, what describes it, whether it is refused. */
export function useField(): { id?: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean } {
  const field = useContext(FieldContext);
  if (field === null) return {};
  return {
    id: field.id,
    ...(field.describedBy === undefined ? {} : { 'aria-describedby': field.describedBy }),
    ...(field.isInvalid ? { 'aria-invalid': true } : {}),
  };
}

/** A label over its input, with the rule it follows and what is wrong with it below. */
export function Field({
  label,
  hint,
  source,
  error,
  isRequired = false,
  className = '',
  children,
}: {
  label: string;
  hint?: ReactNode;
  /** Where the requirement comes from, `文件简称 第几条：要求`. */
  source?: string;
  /** One sentence, or several, on why this is refused. */
  error?: string | readonly string[] | undefined;
  isRequired?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  const errors = error === undefined ? [] : typeof error === 'string' ? [error] : error;
  const isInvalid = errors.length > 0;
  const isDescribed = isInvalid || hint !== undefined || source !== undefined;
  const describedBy = isDescribed ? `${id}-note` : undefined;
  const context = useMemo(() => ({ id, describedBy, isInvalid }), [id, describedBy, isInvalid]);
  return (
    <div className={`field ${isInvalid ? 'field-invalid' : ''} ${className}`}>
      <label htmlFor={id} className="field-label">
        {label}
        {isRequired && (
          <span className="field-required" aria-hidden="true">
            *
          </span>
        )}
      </label>
      <FieldContext value={context}>{children}</FieldContext>
      {isDescribed && (
        <div id={describedBy} className="field-note note">
          {errors.map((sentence) => (
            <p key={sentence} className="field-error">
              {sentence}
            </p>
          ))}
          {hint !== undefined && <p>{hint}</p>}
          {source !== undefined && <p>{text.field.source(source)}</p>}
        </div>
      )}
    </div>
  );
}

/** Fields that belong together, under one heading, in as many columns as there is room for. */
export function FormSection({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section className="form-section" aria-label={title}>
      <h3>
        {title}
        {note !== undefined && <span className="note">{note}</span>}
      </h3>
      <div className="form-grid">{children}</div>
    </section>
  );
}

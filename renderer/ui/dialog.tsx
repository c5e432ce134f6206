import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { isComposing } from './is-composing.ts';
import './dialog.css';

/** A window within the window: the browser's own dialog, which keeps the keyboard inside and closes on Esc. */
export function Dialog({
  title,
  onClose,
  onSubmit,
  width = 480,
  actions,
  children,
}: {
  title: string;
  onClose(): void;
  /** What the last button does, for Enter in a field of one line and Ctrl+Enter anywhere. */
  onSubmit?: () => void;
  width?: number;
  /** Buttons; the one that goes on stands last. */
  actions?: ReactNode;
  children: ReactNode;
}) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    // Opening gives the keyboard to the first thing that scrolls; it belongs to the field that asks for it. What is
    // not shown yet cannot take it, so that `autoFocus` alone does nothing here.
    if (dialog !== null) firstOf(dialog)?.focus();
  }, []);
  // The browser gives the keyboard back to where it was only while the dialog still stands in the page: closed before
  // it is taken out, which a plain effect would be too late for.
  useLayoutEffect(() => {
    const dialog = element.current;
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className="dialog"
      aria-label={title}
      style={{ width }}
      onKeyDownCapture={keepOpenForInner}
      onKeyDown={(event) => {
        if (onSubmit === undefined || !sendsForm(event)) return;
        event.preventDefault();
        onSubmit();
      }}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2>{title}</h2>
      <div className="dialog-body">{children}</div>
      {actions !== undefined && <div className="dialog-actions">{actions}</div>}
    </dialog>
  );
}

/** What takes the keyboard: the field that asks for it, else the first field, else the first of the buttons. */
function firstOf(dialog: HTMLDialogElement): HTMLElement | null {
  const asking = dialog.querySelector<HTMLElement>('[data-is-first]');
  if (asking !== null || document.activeElement?.matches('input, textarea, button, [tabindex]')) return asking;
  const ways = ['.dialog-body :is(input, textarea):enabled', '.dialog-actions button:enabled'];
  return ways.map((way) => dialog.querySelector<HTMLElement>(way)).find((found) => found !== null) ?? null;
}

/** Enter in a line of text, Ctrl+Enter anywhere; never while an input method composes or a list is open. */
function sendsForm(event: KeyboardEvent<HTMLDialogElement>): boolean {
  const { target } = event;
  if (event.key !== 'Enter' || isComposing(event.nativeEvent) || event.repeat) return false;
  if (event.ctrlKey) return true;
  return target instanceof HTMLInputElement && target.role !== 'combobox' && target.type !== 'checkbox';
}

/**
 * Esc belongs first to what is open inside: a list of choices, an input method that composes. Only the next one
 * closes the dialog, so that nobody loses a form by closing a list.
 */
function keepOpenForInner(event: KeyboardEvent<HTMLDialogElement>): void {
  if (event.key !== 'Escape') return;
  const hasOpenList = event.currentTarget.querySelector('[aria-expanded="true"]') !== null;
  if (hasOpenList || isComposing(event.nativeEvent)) event.preventDefault();
}

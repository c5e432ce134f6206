import { type ReactNode, useEffect, useRef } from 'react';
import './dialog.css';

/** A window within the window: the browser's own dialog, which keeps the keyboard inside and closes on Esc. */
export function Dialog({
  title,
  onClose,
  width = 480,
  actions,
  children,
}: {
  title: string;
  onClose(): void;
  width?: number;
  /** Buttons; the one that goes on stands last. */
  actions?: ReactNode;
  children: ReactNode;
}) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className="dialog"
      aria-label={title}
      style={{ width }}
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

import { useEffect, useRef } from 'react';
import { isComposing } from './is-composing.ts';

export interface Shortcut {
  /** `KeyboardEvent.key`, lower case for letters. */
  key: string;
  isWithControl?: boolean;
  onPress(): void;
}

/** A key for the whole window. Plain keys do not count while somebody types, or a dialog is open. */
export function useShortcut({ key, isWithControl = false, onPress }: Shortcut): void {
  const press = useRef(onPress);
  press.current = onPress;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isComposing(event) || event.altKey || (event.ctrlKey || event.metaKey) !== isWithControl) return;
      if (event.key.toLowerCase() !== key) return;
      if (!isWithControl && isTyping(event.target)) return;
      if (document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      press.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [key, isWithControl]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

import type { KeyboardEvent } from 'react';
import { isComposing } from '../ui/is-composing.ts';

/** Enter in a line goes to the next field of the form; in lists, buttons and text areas it keeps its own meaning. */
export function focusNext(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget } = event;
  if (event.key !== 'Enter' || event.ctrlKey || event.defaultPrevented || isComposing(event.nativeEvent)) return;
  if (!(target instanceof HTMLInputElement) || target.getAttribute('role') === 'combobox') return;
  const fields = [...currentTarget.querySelectorAll<HTMLElement>('input:not([disabled]), textarea:not([disabled])')];
  event.preventDefault();
  fields[fields.indexOf(target) + 1]?.focus();
}

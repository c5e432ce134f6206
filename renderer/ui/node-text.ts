import { isValidElement, type ReactNode } from 'react';

interface Props {
  children?: ReactNode;
  'aria-hidden'?: unknown;
  onClick?: unknown;
  onChange?: unknown;
  label?: unknown;
  value?: unknown;
  isChecked?: unknown;
  options?: unknown;
}

/**
 * What a cell says on paper: its text, the label of a mark, the value of a field; not what is only there to be clicked
 * or seen. Where a component takes none of these, its column says the text itself (`TableColumn.text`).
 */
export function nodeText(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (Array.isArray(node)) return node.map(nodeText).join('');
  if (!isValidElement<Props>(node)) return '';
  const { type, props } = node;
  if (props.onClick !== undefined || props['aria-hidden'] === 'true' || type === 'button' || type === 'input')
    return '';
  if (props.onChange !== undefined) return valueText(props);
  if (typeof type === 'object') return '';
  return typeof type === 'function' && typeof props.label === 'string' ? props.label : nodeText(props.children);
}

function valueText({ value, isChecked, options }: Props): string {
  if (isChecked !== undefined) return isChecked === true ? '✓' : '';
  if (Array.isArray(options)) return options.find((option) => option.value === value)?.label ?? '';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

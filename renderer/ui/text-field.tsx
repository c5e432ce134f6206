import { Input, type InputRef } from 'antd';
import { type ReactNode, type Ref, useRef, useState } from 'react';
import { useField } from './field.tsx';
import { isComposing } from './is-composing.ts';

export interface TextFieldProps {
  value: string;
  /** Called with whole text only: never with the half-typed pinyin of an input method. */
  onChange(value: string): void;
  onEnter?: (value: string) => void;
  onEscape?: () => void;
  /** Arrow up (-1) and down (1), for a list that the field steers. */
  onArrow?: (step: 1 | -1) => void;
  onBlur?: () => void;
  onFocus?: () => void;
  placeholder?: string;
  maxLength?: number;
  /** Lines shown; more than one makes a text area, where Ctrl+Enter is `onEnter`. */
  lines?: number;
  isDisabled?: boolean;
  isSecret?: boolean;
  /** Takes the focus when it appears. */
  isFirst?: boolean;
  prefix?: ReactNode;
  suffix?: ReactNode;
  size?: 'small' | 'middle' | 'large';
  className?: string;
  label?: string;
  ref?: Ref<InputRef>;
  role?: string;
  controls?: string;
  activeDescendant?: string | undefined;
}

/**
 * The text input of the whole window, and the only place that listens to keys on an input. While an input method
 * composes, the text stays here and no key leaves: Enter that takes a candidate never sends a form, and a filter
 * never searches for half a syllable.
 */
export function TextField(props: TextFieldProps) {
  const { value, onChange, onEnter, onEscape, onArrow, lines = 1 } = props;
  const [composed, setComposed] = useState<string | null>(null);
  const isInComposition = useRef(false);
  const field = useField();

  const shared = {
    ...field,
    value: composed ?? value,
    placeholder: props.placeholder,
    disabled: props.isDisabled,
    autoFocus: props.isFirst,
    size: props.size,
    className: props.className,
    spellCheck: false,
    autoComplete: 'off',
    ...(props.label === undefined ? {} : { 'aria-label': props.label }),
    ...(props.isFirst ? { 'data-is-first': true } : {}),
    ...(props.role === undefined ? {} : { role: props.role }),
    ...(props.controls === undefined ? {} : { 'aria-controls': props.controls }),
    ...(props.activeDescendant === undefined ? {} : { 'aria-activedescendant': props.activeDescendant }),
    ...(props.maxLength === undefined ? {} : { maxLength: props.maxLength }),
    onBlur: props.onBlur,
    onFocus: props.onFocus,
    onChange: (event: { target: { value: string } }) => {
      if (isInComposition.current) setComposed(event.target.value);
      else onChange(event.target.value);
    },
    onCompositionStart: () => {
      isInComposition.current = true;
      setComposed(value);
    },
    onCompositionEnd: (event: { currentTarget: { value: string } }) => {
      isInComposition.current = false;
      setComposed(null);
      onChange(event.currentTarget.value);
    },
    onKeyDown: (event: React.KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      if (isInComposition.current || isComposing(event.nativeEvent)) {
        event.stopPropagation();
        return;
      }
      const isEnter = event.key === 'Enter' && (lines === 1 || event.ctrlKey);
      if (isEnter && onEnter !== undefined) {
        event.preventDefault();
        onEnter(event.currentTarget.value);
      } else if (event.key === 'Escape' && onEscape !== undefined) {
        event.preventDefault();
        event.stopPropagation();
        onEscape();
      } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && onArrow !== undefined) {
        event.preventDefault();
        onArrow(event.key === 'ArrowDown' ? 1 : -1);
      }
    },
  };

  if (lines > 1) return <Input.TextArea {...shared} autoSize={{ minRows: lines, maxRows: Math.max(lines, 12) }} />;
  if (props.isSecret) return <Input.Password {...shared} prefix={props.prefix} ref={props.ref} />;
  return <Input {...shared} prefix={props.prefix} suffix={props.suffix} ref={props.ref} />;
}

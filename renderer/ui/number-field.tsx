import { useState } from 'react';
import { text } from '../text/zh-CN.ts';
import { TextField, type TextFieldProps } from './text-field.tsx';

/** Reads a number, full-width digits included; `null` for nothing, `NaN` for what is no number. */
export function parseNumber(typed: string): number | null {
  const plain = typed.normalize('NFKC').replaceAll(/[\s,]/g, '');
  if (plain === '') return null;
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(plain) ? Number(plain) : Number.NaN;
}

/**
 * A number. Nothing typed is `null`, never 0; what is no number, or outside the limits, is told below the field.
 * An unreadable text arrives as `NaN`, which every schema refuses.
 */
export function NumberField({
  value,
  onChange,
  isWhole = true,
  least,
  most,
  onEnter,
  ...rest
}: Pick<TextFieldProps, 'isDisabled' | 'isFirst' | 'label' | 'size' | 'suffix' | 'placeholder' | 'className'> & {
  value: number | null;
  onChange(value: number | null): void;
  isWhole?: boolean;
  least?: number;
  most?: number;
  onEnter?: () => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const problem = numberProblem(typed === null ? value : parseNumber(typed), { isWhole, least, most });
  return (
    <div className="number-field">
      <TextField
        {...rest}
        value={typed ?? (value === null || Number.isNaN(value) ? '' : String(value))}
        onChange={(text) => {
          setTyped(text);
          onChange(parseNumber(text));
        }}
        onBlur={() => {
          // What cannot be read stays in sight until it is mended.
          if (typed === null || !Number.isNaN(parseNumber(typed))) setTyped(null);
        }}
        {...(onEnter === undefined ? {} : { onEnter })}
        maxLength={20}
      />
      {problem !== undefined && (
        <p className="field-error note" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function numberProblem(
  value: number | null,
  { isWhole, least, most }: { isWhole: boolean; least: number | undefined; most: number | undefined },
): string | undefined {
  if (value === null) return undefined;
  if (Number.isNaN(value)) return text.number.unreadable;
  if (isWhole && !Number.isInteger(value)) return text.number.whole;
  if (least !== undefined && value < least) return text.number.tooSmall(least);
  if (most !== undefined && value > most) return text.number.tooBig(most);
  return undefined;
}

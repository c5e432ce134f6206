import { Button } from 'antd';
import { text } from '../text/zh-CN.ts';
import { TextField } from '../ui/text-field.tsx';
import type { MaskedChange } from './member-form.ts';

const words = text.member.form;

/** A field whose value is not shown: it is left alone, typed anew, or emptied. */
export function MaskedField({
  masked,
  change,
  onChange,
  label,
  maxLength,
  tidy = (typed) => typed,
}: {
  /** Empty in a new person's form and where nothing is registered. */
  masked: string;
  change: MaskedChange;
  onChange(change: MaskedChange): void;
  label: string;
  maxLength: number;
  tidy?: (typed: string) => string;
}) {
  if (masked !== '' && change.kind !== 'type')
    return (
      <span className="masked-field">
        <span className={change.kind === 'clear' ? 'masked-cleared' : ''}>{masked}</span>
        {change.kind === 'clear' ? (
          <>
            <span className="note">{words.clearHint}</span>
            <Small name={words.keep} label={label} onPress={() => onChange({ kind: 'keep' })} />
          </>
        ) : (
          <>
            <Small name={words.change} label={label} onPress={() => onChange({ kind: 'type', value: '' })} />
            <Small name={words.clear} label={label} onPress={() => onChange({ kind: 'clear' })} />
          </>
        )}
      </span>
    );
  return (
    <span className="masked-field">
      <TextField
        value={change.kind === 'type' ? change.value : ''}
        onChange={(value) => onChange({ kind: 'type', value: tidy(value) })}
        maxLength={maxLength}
        isFirst={masked !== ''}
        {...(masked === '' ? {} : { placeholder: words.keepHint })}
      />
      {masked !== '' && <Small name={words.keep} label={label} onPress={() => onChange({ kind: 'keep' })} />}
    </span>
  );
}

function Small({ name, label, onPress }: { name: string; label: string; onPress(): void }) {
  return (
    <Button size="small" className="small-button" aria-label={`${name}${label}`} onClick={onPress}>
      {name}
    </Button>
  );
}

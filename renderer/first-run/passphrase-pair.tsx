import { passphraseMinimum } from '../../contract/archive.ts';
import { text } from '../text/zh-CN.ts';
import { Field } from '../ui/field.tsx';
import { TextField } from '../ui/text-field.tsx';

/** A new passphrase, typed twice. */
export interface NewPassphrase {
  first: string;
  second: string;
}

export const noPassphrase: NewPassphrase = { first: '', second: '' };

/** Whether it may be used: long enough, and twice the same. */
export function isUsable({ first, second }: NewPassphrase): boolean {
  return isLongEnough(first) && first === second;
}

function isLongEnough(passphrase: string): boolean {
  return [...passphrase.normalize('NFKC').trim()].length >= passphraseMinimum;
}

export function PassphrasePair({
  value,
  onChange,
  label = text.firstRun.create.passphrase,
  isToldAll,
  onEnter,
}: {
  value: NewPassphrase;
  onChange(value: NewPassphrase): void;
  label?: string;
  /** Tell also what is merely not filled in yet. */
  isToldAll: boolean;
  onEnter(): void;
}) {
  const { create } = text.firstRun;
  const isShort = (isToldAll || value.second !== '') && !isLongEnough(value.first);
  const isDifferent = value.second !== '' && !value.first.startsWith(value.second) && value.first !== value.second;
  return (
    <>
      <Field
        label={label}
        hint={create.passphraseHint(passphraseMinimum)}
        error={isShort ? create.tooShort(passphraseMinimum) : undefined}
      >
        <TextField value={value.first} onChange={(first) => onChange({ ...value, first })} isSecret />
      </Field>
      <Field
        label={create.again}
        error={isDifferent || (isToldAll && value.first !== value.second) ? create.different : undefined}
      >
        <TextField
          value={value.second}
          onChange={(second) => onChange({ ...value, second })}
          onEnter={onEnter}
          isSecret
        />
      </Field>
    </>
  );
}

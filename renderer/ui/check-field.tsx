import './check-field.css';
import { useField } from './field.tsx';

/** Yes or no, with its sentence beside it. */
export function CheckField({
  label,
  isChecked,
  onChange,
  isDisabled = false,
  isOfField = false,
}: {
  label: string;
  isChecked: boolean;
  onChange(isChecked: boolean): void;
  isDisabled?: boolean;
  /** The field around it asks the question: its label names this box too. */
  isOfField?: boolean;
}) {
  const field = useField();
  return (
    <label className="check-line">
      <input
        {...(isOfField ? field : {})}
        type="checkbox"
        checked={isChecked}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}

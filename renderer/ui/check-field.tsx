/** Yes or no, with its sentence beside it. */
export function CheckField({
  label,
  isChecked,
  onChange,
  isDisabled = false,
}: {
  label: string;
  isChecked: boolean;
  onChange(isChecked: boolean): void;
  isDisabled?: boolean;
}) {
  return (
    <label className="check-line">
      <input
        type="checkbox"
        checked={isChecked}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}

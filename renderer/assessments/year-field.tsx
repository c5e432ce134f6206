import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { SelectField } from '../ui/select-field.tsx';

/** The year assessed: this one and the ten before. */
export function YearField({ year, onChange }: { year: number; onChange(year: number): void }) {
  const { today } = useWorkspace();
  const latest = Math.max(Number(today.slice(0, 4)), year);
  const options = Array.from({ length: 11 }, (_, back) => ({
    value: String(latest - back),
    label: text.assessment.year(latest - back),
  }));
  return (
    <SelectField
      label={text.assessment.yearLabel}
      className="year-field"
      value={String(year)}
      options={options}
      onChange={(next) => next !== null && onChange(Number(next))}
    />
  );
}

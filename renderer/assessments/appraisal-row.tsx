import type { AppraisalEntry, AppraisalGrade, AppraisalView } from '../../contract/assessment.ts';
import { text } from '../text/zh-CN.ts';
import { NumberField } from '../ui/number-field.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = text.assessment.appraisal;
const gradeOptions = (Object.entries(words.grades) as [AppraisalGrade, string][]).map(([value, label]) => ({
  value,
  label,
}));
const polls = ['pollExcellent', 'pollQualified', 'pollBasicallyQualified', 'pollUnqualified'] as const;

/** One person: grades and votes; a probationary member shows why there is nothing to fill in. */
export function AppraisalRow({
  person,
  entry,
  onChange,
}: {
  person: AppraisalView['people'][number];
  entry: AppraisalEntry;
  onChange(entry: AppraisalEntry): void;
}) {
  const grade = (field: 'selfGrade' | 'mutualGrade' | 'decidedGrade', label: string) => (
    <SelectField
      className="narrow-select"
      size="small"
      label={`${person.name} ${label}`}
      isClearable
      value={entry[field]}
      options={gradeOptions}
      onChange={(value) => onChange({ ...entry, [field]: value })}
    />
  );
  if (!person.isGraded)
    return (
      <tr>
        <td className="assessment-name" title={person.name}>
          {person.name}
        </td>
        <td>{words.probationary}</td>
        <td colSpan={8} className="note">
          {words.ungraded}
        </td>
      </tr>
    );
  return (
    <tr>
      <td className="assessment-name" title={person.name}>
        {person.name}
      </td>
      <td>{words.full}</td>
      <td>{grade('selfGrade', words.self)}</td>
      <td>{grade('mutualGrade', words.mutual)}</td>
      {polls.map((field, index) => (
        <td key={field}>
          <NumberField
            size="small"
            least={0}
            label={`${person.name} ${Object.values(words.grades)[index] ?? ''}`}
            value={entry[field]}
            onChange={(value) => onChange({ ...entry, [field]: value })}
          />
        </td>
      ))}
      <td>{grade('decidedGrade', words.decided)}</td>
      <td>
        <TextField
          size="small"
          className="assessment-remark"
          label={`${person.name} ${words.remark}`}
          value={entry.notTakenPartReason}
          onChange={(notTakenPartReason) => onChange({ ...entry, notTakenPartReason })}
        />
      </td>
    </tr>
  );
}

import type { Branch } from '../../../contract/branch.ts';
import type { Failure } from '../../../contract/failure.ts';
import { text } from '../../text/zh-CN.ts';
import { DateField } from '../../ui/date-field.tsx';
import { fieldProblem } from '../../ui/field-problem.ts';
import { TextField } from '../../ui/text-field.tsx';
import { FormerLines, RemoveLine } from './former-lines.tsx';

const words = text.settings.organisation;
const parts = ['fullName', 'code', 'superiorName', 'to'];

/** What the branch was called before, each name with its last day. */
export function NameFields({
  draft,
  failure,
  change,
}: {
  draft: Branch;
  failure: Failure | undefined;
  change(fields: Partial<Branch>): void;
}) {
  const former = draft.formerNames;
  const problem = former
    .flatMap((_, index) => parts.map((part) => fieldProblem(failure, `formerNames.${index}.${part}`)))
    .find((sentence) => sentence !== undefined);
  const setLine = (index: number, part: Partial<Branch['formerNames'][number]>) =>
    change({ formerNames: former.map((line, at) => (at === index ? { ...line, ...part } : line)) });
  const { fullName, code, superiorName } = draft;
  return (
    <FormerLines
      label={words.formerNames}
      hint={words.formerNamesHint}
      problem={problem}
      addLabel={words.keepName}
      canAdd={fullName !== ''}
      onAdd={() => change({ formerNames: [...former, { fullName, code, superiorName, to: '' }] })}
    >
      {former.map((line, index) => (
        <div key={index} className="former-name">
          <TextField
            label={words.formerName(index + 1)}
            value={line.fullName}
            onChange={(name) => setLine(index, { fullName: name })}
          />
          <DateField
            label={words.formerUntil(index + 1)}
            value={line.to}
            onChange={(to) => setLine(index, { to: to ?? '' })}
          />
          <RemoveLine
            label={words.removeName(index + 1)}
            onClick={() => change({ formerNames: former.filter((_, at) => at !== index) })}
          />
          <TextField
            label={words.formerSuperior(index + 1)}
            value={line.superiorName}
            onChange={(value) => setLine(index, { superiorName: value })}
          />
          <TextField
            label={words.formerCode(index + 1)}
            value={line.code}
            onChange={(value) => setLine(index, { code: value })}
          />
        </div>
      ))}
    </FormerLines>
  );
}

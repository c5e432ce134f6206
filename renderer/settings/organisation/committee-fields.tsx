import type { Branch } from '../../../contract/branch.ts';
import type { Failure } from '../../../contract/failure.ts';
import { text } from '../../text/zh-CN.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Field } from '../../ui/field.tsx';
import { fieldProblem } from '../../ui/field-problem.ts';
import { FormerLines, RemoveLine } from './former-lines.tsx';

const words = text.settings.organisation;
const blankLine = { from: null, to: '' };

/** Whether there is a committee, since when or until when, and those there were before. */
export function CommitteeFields({
  draft,
  failure,
  change,
}: {
  draft: Branch;
  failure: Failure | undefined;
  change(fields: Partial<Branch>): void;
}) {
  const former = draft.formerCommittees;
  const problem = ['', ...former.flatMap((_, index) => [`.${index}.from`, `.${index}.to`])]
    .map((part) => fieldProblem(failure, `formerCommittees${part}`))
    .find((sentence) => sentence !== undefined);
  const setLine = (index: number, part: Partial<Branch['formerCommittees'][number]>) =>
    change({ formerCommittees: former.map((line, at) => (at === index ? { ...line, ...part } : line)) });
  return (
    <>
      <CheckField
        label={words.hasCommittee}
        isChecked={draft.hasCommittee}
        onChange={(hasCommittee) => change(hasCommittee ? setUpAgain(draft) : { hasCommittee })}
      />
      <Field
        label={words.committeeSince}
        hint={words.committeeSinceHint}
        error={fieldProblem(failure, 'committeeSince')}
      >
        <DateField value={draft.committeeSince} onChange={(committeeSince) => change({ committeeSince })} />
      </Field>
      {!draft.hasCommittee && (
        <Field
          label={words.committeeUntil}
          hint={words.committeeUntilHint}
          error={fieldProblem(failure, 'committeeUntil')}
        >
          <DateField value={draft.committeeUntil} onChange={(committeeUntil) => change({ committeeUntil })} />
        </Field>
      )}
      <FormerLines
        label={words.formerCommittees}
        hint={words.formerCommitteesHint}
        problem={problem}
        addLabel={words.addFormer}
        onAdd={() => change({ formerCommittees: [...former, blankLine] })}
      >
        {former.map((line, index) => (
          <div key={index} className="former-committee">
            <DateField
              label={words.formerFrom(index + 1)}
              value={line.from}
              onChange={(from) => setLine(index, { from })}
            />
            <DateField
              label={words.formerTo(index + 1)}
              value={line.to}
              onChange={(to) => setLine(index, { to: to ?? '' })}
            />
            <RemoveLine
              label={words.removeFormer(index + 1)}
              onClick={() => change({ formerCommittees: former.filter((_, at) => at !== index) })}
            />
          </div>
        ))}
      </FormerLines>
    </>
  );
}

/** A committee that comes after one with a last day is a new one: the other is kept with its days. */
function setUpAgain({ committeeSince: from, committeeUntil: to, formerCommittees }: Branch): Partial<Branch> {
  if (to === null) return { hasCommittee: true };
  return {
    ...{ hasCommittee: true, committeeSince: null, committeeUntil: null },
    formerCommittees: [...formerCommittees, { from, to }],
  };
}

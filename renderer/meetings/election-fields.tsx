import { Button } from 'antd';
import { useState } from 'react';
import type { CandidateVotes, ElectionOffice, Expected, Tally, Vote } from '../../contract/meeting.ts';
import { text } from '../text/zh-CN.ts';
import { Field } from '../ui/field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { optionsOf, SelectField } from '../ui/select-field.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { changedAt } from './form.ts';
import { BallotNumbers } from './vote-counts.tsx';

const words = text.meetings.vote;
const columns = ['inFavour', 'against', 'abstain', 'others'] as const;
const titles = { inFavour: words.inFavour, against: words.notInFavour, abstain: words.abstain, others: words.others };

/** An election: seats, ballots, and a line a candidate. Candidates are chosen among those who may be elected. */
export function ElectionFields({
  vote,
  patch,
  roster,
  tally,
}: {
  vote: Vote;
  patch(fields: Partial<Vote>): void;
  roster: readonly Expected[];
  tally: Tally | undefined;
}) {
  const [round, setRound] = useState(0);
  const named = new Set(vote.candidates.map((candidate) => candidate.memberId));
  const options = roster
    .filter((person) => person.hasVotingRights && !named.has(person.memberId))
    .map((person) => ({ value: person.memberId, label: person.name }));
  const elected = new Set(tally?.elected.filter((candidate) => candidate.elected).map((candidate) => candidate.name));

  function add(memberId: string | null): void {
    const person = roster.find((candidate) => candidate.memberId === memberId);
    if (person === undefined) return;
    const candidate: CandidateVotes = { memberId, name: person.name, inFavour: 0, against: 0, abstain: 0, others: 0 };
    patch({ candidates: [...vote.candidates, candidate] });
    // The field empties for the next name.
    setRound((last) => last + 1);
  }

  return (
    <>
      <div className="election-seats">
        <Field label={words.seats}>
          <NumberField value={vote.seats} least={1} most={50} onChange={(seats) => patch({ seats })} />
        </Field>
        <Field label={words.office}>
          <SelectField<ElectionOffice>
            value={vote.office ?? null}
            options={optionsOf(words.offices)}
            placeholder={words.officeHint}
            onChange={(office) => patch({ office })}
            isClearable
          />
        </Field>
        <Field label={words.addCandidate}>
          <SelectField key={round} value={null} options={options} onChange={add} />
        </Field>
      </div>
      <BallotNumbers vote={vote} patch={patch} />
      {vote.candidates.length > 0 && (
        <table className="election">
          <thead>
            <tr>
              <th scope="col">{words.candidate}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {titles[column]}
                </th>
              ))}
              <th aria-label={words.elected} />
            </tr>
          </thead>
          <tbody>
            {vote.candidates.map((candidate, index) => (
              <tr key={candidate.memberId ?? candidate.name}>
                <th scope="row" className="cut">
                  {candidate.name}
                  {elected.has(candidate.name) && <SeverityMark severity="met" isShapeOnly label={words.elected} />}
                </th>
                {columns.map((column) => (
                  <td key={column}>
                    <NumberField
                      size="small"
                      label={`${candidate.name}${titles[column]}`}
                      value={candidate[column]}
                      least={0}
                      onChange={(value) =>
                        patch({ candidates: changedAt(vote.candidates, index, { [column]: value ?? 0 }) })
                      }
                    />
                  </td>
                ))}
                <td>
                  <Button
                    type="text"
                    size="small"
                    aria-label={words.removeCandidate(candidate.name)}
                    onClick={() => patch({ candidates: vote.candidates.filter((_, place) => place !== index) })}
                  >
                    ×
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

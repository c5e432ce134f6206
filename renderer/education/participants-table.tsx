import { Button } from 'antd';
import type { Participant } from '../../contract/education.ts';
import { isDay } from '../../rules/dates.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Panel } from '../ui/panel.tsx';
import { rowsOf } from '../ui/row-source.ts';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = text.education.editor;

interface Person {
  id: string;
  name: string;
  groupName: string;
}

/** Everybody of the branch that day: chosen with the space bar or all at once; who is chosen has the hours. */
export function ParticipantsTable({
  participants,
  hours,
  day,
  error,
  onChange,
}: {
  participants: readonly Participant[];
  /** Of who took part in all of it. */
  hours: number | null;
  day: string;
  error: readonly string[] | string | undefined;
  onChange(participants: Participant[]): void;
}) {
  const { branch, asOf } = useWorkspace();
  const on = isDay(day) ? day : asOf;
  const found = useOperation(
    'member.list',
    { asOf: on, branchId: branch.id, includeFormer: true, limit: 500 },
    { records: ['member'] },
  );
  const chosen = new Map(participants.map((participant) => [participant.memberId, participant]));
  const people: Person[] = (found.value?.rows ?? []).filter(
    ({ id, category }) => category !== 'former' || chosen.has(id),
  );

  function choose(keys: ReadonlySet<string>): void {
    onChange(people.filter(({ id }) => keys.has(id)).map(({ id }) => chosen.get(id) ?? blank(id)));
  }

  function change(memberId: string, part: Partial<Participant>): void {
    onChange(participants.map((each) => (each.memberId === memberId ? { ...each, ...part } : each)));
  }

  const whenChosen = (person: Person, render: (participant: Participant) => React.ReactNode) => {
    const participant = chosen.get(person.id);
    return participant === undefined ? null : render(participant);
  };
  const columns: TableColumn<Person>[] = [
    { key: 'name', title: words.name, width: 84, render: ({ name }) => name },
    { key: 'group', title: words.group, render: ({ groupName }) => groupName },
    {
      key: 'hours',
      title: words.own,
      width: 70,
      render: (person) =>
        whenChosen(person, (participant) => (
          <NumberField
            size="small"
            isWhole={false}
            least={0}
            most={1000}
            label={words.ownOf(person.name)}
            placeholder={hours === null ? '' : String(hours)}
            value={participant.hours}
            onChange={(own) => change(person.id, { hours: own })}
          />
        )),
    },
    {
      key: 'passed',
      title: words.passed,
      width: 92,
      render: (person) =>
        whenChosen(person, (participant) => (
          <SelectField
            size="small"
            isClearable
            placeholder=""
            label={words.passedOf(person.name)}
            value={participant.passed === null ? null : participant.passed ? 'yes' : 'no'}
            options={[
              { value: 'yes', label: words.passedNames.yes },
              { value: 'no', label: words.passedNames.no },
            ]}
            onChange={(passed) => change(person.id, { passed: passed === null ? null : passed === 'yes' })}
          />
        )),
    },
    {
      key: 'score',
      title: words.score,
      width: 64,
      render: (person) =>
        whenChosen(person, (participant) => (
          <NumberField
            size="small"
            isWhole={false}
            least={0}
            most={1000}
            label={words.scoreOf(person.name)}
            value={participant.score}
            onChange={(score) => change(person.id, { score })}
          />
        )),
    },
    {
      key: 'certificate',
      title: words.certificate,
      width: 120,
      render: (person) =>
        whenChosen(person, (participant) => (
          <TextField
            size="small"
            maxLength={100}
            label={words.certificateOf(person.name)}
            value={participant.certificateNumber}
            onChange={(certificateNumber) => change(person.id, { certificateNumber })}
          />
        )),
    },
  ];

  return (
    <Panel
      title={words.people}
      note={`${words.chosen(participants.length, people.length)}；${words.peopleHint}`}
      extra={
        <Button
          size="small"
          disabled={participants.length === 0}
          onClick={() => onChange(participants.map((each) => ({ ...each, passed: true })))}
        >
          {words.allPassed}
        </Button>
      }
      isFlush
      className="education-list"
    >
      {error !== undefined && <p className="field-error training-error">{[error].flat().join(' ')}</p>}
      <DataTable
        label={words.people}
        columns={columns}
        rows={rowsOf(people)}
        keyOf={({ id }) => id}
        nameOf={({ name }) => name}
        selected={new Set(chosen.keys())}
        onSelect={choose}
      />
    </Panel>
  );
}

function blank(memberId: string): Participant {
  return { memberId, hours: null, passed: null, score: null, certificateNumber: '' };
}

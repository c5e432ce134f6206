import { Button } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { MeetingType } from '../../contract/meeting.ts';
import type { MeetingRow } from '../../contract/meeting-operations.ts';
import { meetingTypeNames, meetingTypeShortNames } from '../../rules/codes/meeting.ts';
import { isDay, yearOf } from '../../rules/dates.ts';
import { usePages } from '../data/use-pages.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { KeyHints } from '../ui/key-hints.tsx';
import { nodeText } from '../ui/node-text.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = text.meetings.list;
const all = 'all';
const period = 'period';

const columnsOn = (today: string): readonly TableColumn<MeetingRow>[] => [
  { key: 'heldOn', title: words.columns.heldOn, width: 92, render: (row) => row.heldOn },
  { key: 'startsAt', title: words.columns.startsAt, width: 48, render: (row) => row.startsAt ?? '' },
  {
    key: 'types',
    title: words.columns.types,
    width: 160,
    render: (row) => row.types.map((type) => meetingTypeShortNames[type]).join('、'),
  },
  {
    key: 'title',
    title: words.columns.title,
    render: (row) => <span className={row.isVoided ? 'row-voided' : 'row-name'}>{row.title}</span>,
  },
  { key: 'place', title: words.columns.place, width: 150, render: (row) => row.place },
  { key: 'chair', title: words.columns.chair, width: 96, render: (row) => row.chairName },
  {
    key: 'present',
    title: words.columns.present,
    width: 84,
    align: 'right',
    render: (row) => `${row.present}/${row.expected}`,
  },
  {
    key: 'state',
    title: words.columns.state,
    width: 190,
    render: (row) => stateMark(row, today),
    text: (row) => nodeText(stateMark(row, today)),
  },
];

/** The meetings of the branch up to the as-of date, newest first. */
export function MeetingList() {
  const { branch, asOf, today, go, route } = useWorkspace();
  const [search, setSearch] = useState('');
  const [type, setType] = useState<MeetingType | typeof all>(
    () => MeetingType.options.find((option) => option === route.params?.type) ?? all,
  );
  // The board leads here with a month or a quarter; that period stands first among the years.
  const { from = '', to = '' } = route.params ?? {};
  const given = isDay(from) && isDay(to) ? { from, to } : null;
  const [year, setYear] = useState<string>(given === null ? String(yearOf(asOf)) : period);
  const [includeVoided, setIncludeVoided] = useState(false);
  const isFiltered = search !== '' || type !== all || year === all || Number(year) !== yearOf(asOf);
  const years = Array.from({ length: 8 }, (_, back) => String(yearOf(today) - back));
  // Plans for later days of this year are shown while the as-of date is today.
  const until = asOf === today ? undefined : asOf;
  const pages = usePages(
    'meeting.list',
    {
      branchId: branch.id,
      search,
      includeVoided,
      ...(type === all ? {} : { type }),
      ...periodOf(year, given, until),
    },
    ['meeting', 'member', 'post', 'group', 'setting'],
  );
  const add = () => go({ screen: 'meetings', view: 'new' });
  const columns = useMemo(() => columnsOn(today), [today]);
  const range = year === period && given !== null ? words.period(given.from, given.to) : words.year(Number(year));
  const note = [
    year === all ? words.allYears : range,
    type === all ? words.allTypes : meetingTypeNames[type],
    text.print.found(search),
    includeVoided ? words.withVoided : '',
  ];

  return (
    <>
      <PageHeader
        title={words.title}
        summary={words.count(pages.count)}
        actions={
          <>
            <Button onClick={() => go({ screen: 'meetings', view: 'calendar' })}>{words.toCalendar}</Button>
            <PermitButton right="enter" type="primary" onClick={add}>
              {words.add}
            </PermitButton>
          </>
        }
      />
      <div className="meeting-filter">
        <TextField
          label={words.search}
          placeholder={words.search}
          value={search}
          onChange={setSearch}
          maxLength={100}
        />
        <SelectField
          label={words.columns.types}
          value={type}
          options={[
            { value: all, label: words.allTypes },
            ...MeetingType.options.map((value) => ({ value, label: meetingTypeNames[value] })),
          ]}
          onChange={(next) => setType(next ?? all)}
        />
        <SelectField
          label={words.allYears}
          value={year}
          options={[
            ...(given === null ? [] : [{ value: period, label: words.period(given.from, given.to) }]),
            { value: all, label: words.allYears },
            ...years.map((value) => ({ value, label: words.year(Number(value)) })),
          ]}
          onChange={(next) => setYear(next ?? all)}
        />
        <label className="meeting-check">
          <input type="checkbox" checked={includeVoided} onChange={(event) => setIncludeVoided(event.target.checked)} />
          {words.withVoided}
        </label>
      </div>
      {pages.failure !== undefined && <FailurePanel failure={pages.failure} />}
      <DataTable
        label={words.title}
        columns={columns}
        note={text.print.joined(note)}
        rows={pages}
        isFirst
        keyOf={(row) => row.id}
        nameOf={(row) => row.title}
        onOpen={(row) => go({ screen: 'meetings', recordId: row.id })}
        onEdit={(row) => go({ screen: 'meetings', recordId: row.id })}
        empty={
          pages.first === undefined ? undefined : isFiltered ? (
            <EmptyState
              sentence={words.emptyFiltered}
              action={{
                label: words.clearFilter,
                onAct: () => {
                  setSearch('');
                  setType(all);
                  setYear(String(yearOf(asOf)));
                },
              }}
            />
          ) : (
            <EmptyState
              sentence={words.empty(words.year(Number(year)))}
              action={{ label: words.add, onAct: add, right: 'enter' }}
            />
          )
        }
      />
      <KeyHints
        hints={[
          { keys: ['↑', '↓'], does: text.keys.move },
          { keys: ['Enter'], does: text.keys.open },
        ]}
      />
    </>
  );
}

/** First and last day of what is listed; never beyond the as-of date. */
function periodOf(
  chosen: string,
  given: { from: string; to: string } | null,
  until: string | undefined,
): { from?: string; to?: string } {
  const range: { from?: string; to?: string } =
    chosen === all
      ? {}
      : chosen === period && given !== null
        ? given
        : { from: `${chosen}-01-01`, to: `${chosen}-12-31` };
  if (until === undefined || (range.to !== undefined && range.to <= until)) return range;
  return { ...range, to: until };
}

function stateMark(row: MeetingRow, today: string): ReactNode {
  if (row.isVoided) return words.voided;
  if (row.heldOn > today) return <SeverityMark severity="todo" label={words.planned} />;
  const parts = [row.isSigned ? words.signed : words.unsigned, ...(row.isLateEntry ? [words.late] : [])];
  return row.findings > 0 ? (
    <SeverityMark severity="incomplete" label={[words.findings(row.findings), ...parts].join(' · ')} />
  ) : (
    <SeverityMark severity={row.isSigned ? 'met' : 'todo'} label={parts.join(' · ')} />
  );
}

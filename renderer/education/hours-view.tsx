import { useMemo, useState } from 'react';
import type { EducationRow, HoursEntry } from '../../contract/education.ts';
import { trainingFormNames } from '../../rules/codes/training.ts';
import { trainingForms } from '../../rules/education.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { CheckField } from '../ui/check-field.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Panel } from '../ui/panel.tsx';
import { rowsOf } from '../ui/row-source.ts';
import { SeverityMark } from '../ui/severity-mark.tsx';

const words = text.education.hours;
const records = ['training', 'meeting', 'course', 'courseProgress', 'member', 'post', 'setting'] as const;

/** 应学, 实学, 缺口 of everybody, who lacks most first; what the hours of the one chosen come from beside it. */
export function HoursView({ year, onTraining }: { year: number; onTraining(id: string): void }) {
  const { branch, asOf, go } = useWorkspace();
  const reading = useOperation('education.hours', { branchId: branch.id, year, asOf }, { records });
  const [onlyMissing, setOnlyMissing] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const rows = useMemo(() => {
    const all = reading.value?.rows ?? [];
    const shown = onlyMissing ? all.filter(({ state }) => state === 'missing') : all;
    return shown.toSorted((one, other) => places[one.state] - places[other.state] || other.missing - one.missing);
  }, [reading.value, onlyMissing]);
  const row = rows.find(({ memberId }) => memberId === chosen) ?? rows[0];

  if (reading.failure !== undefined) return <FailurePanel failure={reading.failure} />;
  return (
    <div className="education-view">
      <div className="education-bar">
        {reading.value !== undefined && <strong>{text.education.summary(reading.value.met, reading.value.due)}</strong>}
        <CheckField label={words.onlyMissing} isChecked={onlyMissing} onChange={setOnlyMissing} />
        <span className="note cut">{text.field.source(text.education.source)}</span>
      </div>
      <div className="education-body">
        <Panel isFlush className="education-list">
          <DataTable
            label={words.table}
            note={text.print.joined([text.print.year(year), onlyMissing ? words.onlyMissing : ''])}
            columns={columns}
            rows={rowsOf(rows)}
            keyOf={({ memberId }) => memberId}
            nameOf={({ name }) => name}
            onActive={({ memberId }) => setChosen(memberId)}
            onOpen={({ memberId }) => go({ screen: 'members', recordId: memberId })}
            isFirst
            empty={
              reading.value !== undefined && (
                <EmptyState sentence={onlyMissing ? words.nobodyMissing : text.education.noMembers} />
              )
            }
          />
        </Panel>
        {row !== undefined && (
          <Panel title={words.detail(row.name)} className="education-detail">
            <Detail
              row={row}
              onOpen={(record, id) => {
                if (record === 'meeting') go({ screen: 'meetings', recordId: id });
                else if (record === 'course') go({ screen: 'education', view: 'course', recordId: id });
                else onTraining(id);
              }}
            />
          </Panel>
        )}
      </div>
    </div>
  );
}

const places = { missing: 0, met: 1, exempt: 2 } as const;
const marks = { missing: 'due-soon', met: 'met', exempt: 'met' } as const;

const shown = (hours: number) => (hours === 0 ? '' : String(hours));

/** Narrow enough that all of them stand beside the detail on a small screen. */
const formWidths = {
  intensive: 58,
  'party-lesson': 44,
  'theme-day': 58,
  online: 58,
  'self-study': 44,
  practice: 44,
} as const;

const columns: readonly TableColumn<EducationRow>[] = [
  { key: 'name', title: words.name, render: ({ name }) => name },
  {
    key: 'state',
    title: words.state,
    width: 92,
    render: ({ state }) => <SeverityMark severity={marks[state]} label={words.states[state]} />,
  },
  { key: 'missing', title: words.missing, width: 40, align: 'right', render: ({ missing }) => shown(missing) },
  {
    key: 'required',
    title: words.required,
    width: 40,
    align: 'right',
    render: ({ required, state }) => (state === 'exempt' ? '' : required),
  },
  { key: 'total', title: words.total, width: 40, align: 'right', render: ({ total }) => total },
  ...trainingForms.map((form) => ({
    key: form,
    title: trainingFormNames[form],
    width: formWidths[form],
    align: 'right' as const,
    render: ({ byForm }: EducationRow) => shown(byForm[form]),
  })),
  { key: 'group', title: words.group, width: 96, render: ({ groupName }) => groupName },
];

/** Where the hours of one person come from, newest last; each line leads to its record. */
function Detail({ row, onOpen }: { row: EducationRow; onOpen(record: HoursEntry['record'], id: string): void }) {
  const remarks = [
    row.months > 0 && row.months < 12 && words.months(row.months),
    row.intensivesRequired > 0 && words.intensives(row.intensives, row.intensivesRequired),
    row.overCap > 0 && words.overCap(row.overCap),
  ].filter((remark) => remark !== false);
  return (
    <>
      {remarks.map((remark) => (
        <p key={remark} className="note">
          {remark}
        </p>
      ))}
      {row.entries.length === 0 && <p className="note">{words.nothing}</p>}
      <ul className="education-entries">
        {row.entries.map((entry) => (
          <li key={`${entry.record}-${entry.recordId}`}>
            <button
              type="button"
              className="plain-button education-entry"
              onClick={() => onOpen(entry.record, entry.recordId)}
            >
              <span className="note">{entry.on}</span>
              <span className="cut">{entry.title}</span>
              <span className="note">{words.entry(trainingFormNames[entry.form], entry.hours)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="note">{text.education.rules}</p>
    </>
  );
}

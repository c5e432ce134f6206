import { useEffect, useState } from 'react';
import type { Resource } from '../../contract/course.ts';
import type { TrainingContent } from '../../contract/education.ts';
import { trainingContentNames } from '../../rules/codes/training.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { loadInitials, matchesTyped } from '../ui/initials.ts';
import { Panel } from '../ui/panel.tsx';
import { rowsOf } from '../ui/row-source.ts';
import { optionsOf, SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = text.courses.resources;

/** The library, newest first; found by words, initials and the seven contents. */
export function ResourcesView({ onOpen, onAdd }: { onOpen(resource: Resource): void; onAdd(): void }) {
  const { branch } = useWorkspace();
  const found = useOperation('resource.list', { branchId: branch.id }, { records: ['resource'] });
  const [search, setSearch] = useState('');
  const [content, setContent] = useState<TrainingContent | null>(null);
  const [, setIsReady] = useState(false);
  useEffect(() => {
    void loadInitials().then(() => setIsReady(true));
  }, []);
  const all = (found.value ?? []).toReversed();
  const shown = all.filter(
    ({ title, source, contents }) =>
      (content === null || contents.includes(content)) && (matchesTyped(search, title) || matchesTyped(search, source)),
  );
  const empty =
    all.length === 0 ? (
      <EmptyState sentence={words.none} action={{ label: words.add, onAct: onAdd, right: 'enter' }} />
    ) : (
      <EmptyState
        sentence={words.noneFound}
        action={{
          label: words.clear,
          onAct: () => {
            setSearch('');
            setContent(null);
          },
        }}
      />
    );

  if (found.failure !== undefined) return <FailurePanel failure={found.failure} />;
  return (
    <div className="education-view">
      <div className="education-bar">
        <TextField
          className="resource-search"
          label={words.filter}
          placeholder={words.filter}
          value={search}
          onChange={setSearch}
          onEscape={() => setSearch('')}
        />
        <SelectField
          className="resource-content"
          label={words.contentsLabel}
          placeholder={words.allContents}
          isClearable
          value={content}
          options={optionsOf(trainingContentNames)}
          onChange={(next) => setContent(next)}
        />
      </div>
      <Panel isFlush className="education-list">
        <DataTable
          label={words.table}
          columns={columns}
          rows={rowsOf(shown)}
          keyOf={({ id }) => id}
          nameOf={({ title }) => title}
          onOpen={onOpen}
          onEdit={onOpen}
          isFirst
          empty={found.value !== undefined && empty}
        />
      </Panel>
    </div>
  );
}

const columns: readonly TableColumn<Resource>[] = [
  { key: 'title', title: words.title, render: ({ title }) => <strong>{title}</strong> },
  { key: 'kind', title: words.kind, width: 56, render: ({ kind }) => words.kinds[kind] },
  {
    key: 'contents',
    title: words.contents,
    width: 230,
    render: ({ contents }) => contents.map((each) => trainingContentNames[each]).join('、'),
  },
  { key: 'source', title: words.source, width: 180, render: ({ source }) => source },
  { key: 'year', title: words.year, width: 56, render: ({ year }) => year ?? '' },
  { key: 'place', title: words.location, width: 210, render: ({ location, link }) => location || link },
  { key: 'recordedOn', title: words.recordedOn, width: 100, render: ({ recordedOn }) => recordedOn },
];

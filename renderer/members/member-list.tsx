import { Button, type InputRef } from 'antd';
import { useMemo, useRef, useState } from 'react';
import type { MemberRow } from '../../contract/member.ts';
import { useOperation } from '../data/use-operation.ts';
import { usePages } from '../data/use-pages.ts';
import { useSave } from '../data/use-save.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { KeyHints } from '../ui/key-hints.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useShortcut } from '../ui/use-shortcut.ts';
import { useColumnChoice } from './column-choice.ts';
import { ColumnChooser } from './column-chooser.tsx';
import { type Chip, kept, type ListFilter, listInput, wholeList } from './list-filter.ts';
import { memberColumns } from './member-columns.tsx';
import { RegroupDialog } from './regroup-dialog.tsx';
import { useChips } from './use-chips.ts';
import { branchScope } from './words.ts';

const words = text.member;

/** The members of the branch on the as-of date: found by initials, chosen, opened. */
export function MemberList() {
  const { branch, branches, asOf, today, setAsOf, go } = useWorkspace();
  const [filter, setFilterState] = useState<ListFilter>(kept.filter);
  const [selected, setSelected] = useState<ReadonlyMap<string, MemberRow>>(new Map());
  const [isChoosing, setIsChoosing] = useState(false);
  const [isRegrouping, setIsRegrouping] = useState(false);
  const [shown, toggleColumn] = useColumnChoice();
  const field = useRef<InputRef>(null);
  const table = useRef<HTMLDivElement>(null);
  const reveal = useSave('member.reveal');
  const branchId = branchScope(branch);
  const scope = { asOf, branchId };
  const { chips, counts, isKnown } = useChips(scope, filter.groupId);
  const groups = useOperation('group.list', { ...(branchId === undefined ? {} : { branchId }), asOf }).value ?? [];
  const pages = usePages('member.list', listInput(filter, scope), ['member', 'group', 'post']);
  const columns = useMemo(
    () => memberColumns(async ({ id }, fieldName) => (await reveal.save({ id, field: fieldName }))?.value, branches),
    [reveal.save, branches],
  );

  function setFilter(part: Partial<ListFilter>): void {
    const next = { ...filter, ...part };
    kept.filter = next;
    setFilterState(next);
  }
  function focusTable(): void {
    table.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
  }
  function open(row: MemberRow, index: number): void {
    kept.index = index;
    go({ screen: 'members', recordId: row.id });
  }
  function indexOf(row: MemberRow): number {
    for (let index = 0; index < pages.count; index++) if (pages.at(index)?.id === row.id) return index;
    return 0;
  }
  function select(keys: ReadonlySet<string>): void {
    const next = new Map<string, MemberRow>();
    for (const key of keys) {
      const row = selected.get(key);
      if (row !== undefined) next.set(key, row);
    }
    for (let index = 0; index < pages.count; index++) {
      const row = pages.at(index);
      if (row !== undefined && keys.has(row.id)) next.set(row.id, row);
    }
    setSelected(next);
  }
  useShortcut({ key: '/', onPress: () => field.current?.focus() });

  const people = [...selected.values()];
  const keys = useMemo(() => new Set(selected.keys()), [selected]);
  return (
    <>
      <PageHeader
        title={words.title}
        summary={
          isKnown &&
          `${words.summary(counts.full + counts.probationary, counts.full, counts.probationary)}${asOf === today ? '' : `（${words.asOf(asOf)}）`}`
        }
        actions={
          <>
            <PermitButton right="decide" onClick={() => go({ screen: 'members', view: 'import' })}>
              {words.importRoster}
            </PermitButton>
            <Button onClick={() => go({ screen: 'ledgers' })}>{words.export}</Button>
            <PermitButton right="enter" type="primary" onClick={() => go({ screen: 'members', view: 'new' })}>
              {words.add}
            </PermitButton>
          </>
        }
      />
      <div className="member-filters">
        <TextField
          ref={field}
          className="member-search"
          label={words.filterLabel}
          value={filter.search}
          onChange={(search) => setFilter({ search })}
          onEscape={() => {
            setFilter({ search: '' });
            focusTable();
          }}
          onEnter={focusTable}
          onArrow={focusTable}
          placeholder={words.filter}
          suffix={<kbd>/</kbd>}
        />
        <div className="member-chips" role="toolbar" aria-label={words.filterLabel}>
          {chips.map(([chip, count]) => (
            <button
              key={chip}
              type="button"
              className={`chip ${filter.chip === chip ? 'chip-on' : ''}`}
              aria-pressed={filter.chip === chip}
              onClick={() => setFilter({ chip: filter.chip === chip ? 'all' : chip })}
            >
              {words.chips[chip]} <span className="chip-count">{count}</span>
            </button>
          ))}
        </div>
        <span className="member-filter-end">
          {groups.length > 0 && (
            <SelectField
              label={words.groupFilter}
              className="member-group-filter"
              placeholder={words.allGroups}
              value={filter.groupId}
              isClearable
              options={groups.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(groupId) => setFilter({ groupId })}
            />
          )}
          <SelectField
            label={words.order}
            className="member-order"
            value={filter.order}
            options={(['post', 'pinyin', 'strokes', 'joined'] as const).map((value) => ({
              value,
              label: words.orders[value],
            }))}
            onChange={(order) => setFilter({ order: order ?? 'post' })}
          />
          <Button aria-expanded={isChoosing} onClick={() => setIsChoosing(!isChoosing)}>
            {words.columnsButton(columns.filter(({ key }) => shown.has(key)).length, columns.length)}
          </Button>
        </span>
      </div>
      {pages.failure !== undefined && <FailurePanel failure={pages.failure} />}
      {reveal.failure !== undefined && <FailurePanel failure={reveal.failure} onClose={reveal.clearFailure} />}
      <div className="member-table" ref={table}>
        <DataTable
          label={words.table}
          isFirst
          columns={columns.filter(({ key }) => key === 'name' || shown.has(key))}
          rows={pages}
          note={text.print.joined([
            words.asOf(asOf),
            filter.chip === 'all' ? '' : words.chips[filter.chip],
            groups.find(({ id }) => id === filter.groupId)?.name ?? '',
            text.print.found(filter.search),
            words.orders[filter.order],
          ])}
          keyOf={({ id }) => id}
          nameOf={({ name }) => name}
          onOpen={(row) => open(row, indexOf(row))}
          onEdit={({ id }) => go({ screen: 'members', recordId: id, view: 'edit' })}
          selected={keys}
          onSelect={select}
          empty={
            isKnown && pages.first !== undefined ? (
              <Nobody
                filter={filter}
                onClear={() => setFilter(wholeList)}
                onAdd={() => go({ screen: 'members', view: 'new' })}
                otherDay={asOf === today ? undefined : asOf}
                onToday={() => setAsOf(today)}
              />
            ) : undefined
          }
        />
        {isChoosing && (
          <ColumnChooser columns={columns} shown={shown} onToggle={toggleColumn} onClose={() => setIsChoosing(false)} />
        )}
      </div>
      {people.length > 0 && (
        <section className="batch-bar" aria-label={words.batch.region}>
          <strong>{words.batch.selected(people.length)}</strong>
          <span className="cut batch-names">{people.map(({ name }) => name).join('、')}</span>
          {branchId !== undefined && (
            <PermitButton right="enter" onClick={() => setIsRegrouping(true)}>
              {words.batch.regroup}
            </PermitButton>
          )}
          <Button
            onClick={() =>
              go({ screen: 'ledgers', recordId: '03-member-roster', params: { people: [...keys].join(' ') } })
            }
          >
            {words.batch.print}
          </Button>
          <button type="button" className="plain-button batch-clear" onClick={() => setSelected(new Map())}>
            {words.batch.clear} <kbd>Esc</kbd>
          </button>
        </section>
      )}
      {isRegrouping && (
        <RegroupDialog
          people={people}
          onClose={() => setIsRegrouping(false)}
          onDone={() => {
            setIsRegrouping(false);
            setSelected(new Map());
          }}
        />
      )}
      <KeyHints
        hints={[
          { keys: ['↑', '↓'], does: text.keys.move },
          { keys: ['空格'], does: text.keys.select },
          { keys: ['Enter'], does: words.keys.open },
          { keys: ['F2'], does: text.keys.edit },
          { keys: ['/'], does: text.keys.filter },
          { keys: ['Ctrl A'], does: text.keys.selectAll },
        ]}
        remark={words.revealRemark}
      />
    </>
  );
}

/** Why nobody is in sight, and what to do about it. */
function Nobody({
  filter,
  onClear,
  onAdd,
  otherDay,
  onToday,
}: {
  filter: ListFilter;
  onClear(): void;
  onAdd(): void;
  otherDay: string | undefined;
  onToday(): void;
}) {
  const { empty, chips } = words;
  const clear = { label: empty.clear, onAct: onClear };
  const chip: Chip = filter.chip;
  if (filter.search !== '') return <EmptyState sentence={empty.search(filter.search)} action={clear} />;
  if (chip !== 'all') return <EmptyState sentence={empty.chip(chips[chip])} action={clear} />;
  if (filter.groupId !== null) return <EmptyState sentence={empty.chip(words.groupFilter)} action={clear} />;
  if (otherDay !== undefined)
    return <EmptyState sentence={empty.noneOn(otherDay)} action={{ label: empty.today, onAct: onToday }} />;
  return <EmptyState sentence={empty.none} action={{ label: words.add, onAct: onAdd, right: 'enter' }} />;
}

import { useMemo, useState } from 'react';
import { blankDuesFixing, type DuesFixing } from '../../contract/dues.ts';
import type { DuesFixingView } from '../../contract/dues-operations.ts';
import { duesCategoryNames } from '../../rules/codes/dues.ts';
import { newId } from '../data/new-id.ts';
import { useOperation } from '../data/use-operation.ts';
import { useSave } from '../data/use-save.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { rowsOf } from '../ui/row-source.ts';
import { FixingDialog } from './fixing-dialog.tsx';

const words = text.dues.fixing;

/** A member who owes dues, with what was fixed, or nothing yet. */
interface Shown {
  memberId: string;
  name: string;
  view: DuesFixingView | undefined;
}

const columns: readonly TableColumn<Shown>[] = [
  { key: 'name', title: words.name, width: 100, render: ({ name }) => <span className="row-name">{name}</span> },
  {
    key: 'category',
    title: words.category,
    width: 200,
    render: ({ view }) => (view === undefined ? words.unfixed : duesCategoryNames[view.fixing.category]),
  },
  column('base', 110, ({ fixing }) => (fixing.base === null ? '' : text.dues.money(fixing.base))),
  column('rate', 70, ({ fixing }) => text.dues.rate(fixing.rate)),
  column('amount', 100, ({ fixing }) => text.dues.money(fixing.monthlyAmount)),
  { key: 'from', title: words.from, width: 110, render: ({ view }) => view?.fixing.from ?? '' },
  {
    key: 'signedOn',
    title: words.signedOn,
    width: 110,
    render: ({ view }) => (view === undefined ? '' : (view.fixing.signedOn ?? words.unsigned)),
  },
  { key: 'state', title: words.state, render: ({ view }) => (view === undefined ? '' : stateOf(view)) },
];

function column(
  key: 'base' | 'rate' | 'amount',
  width: number,
  show: (view: DuesFixingView) => string,
): TableColumn<Shown> {
  return {
    key,
    title: words[key],
    width,
    align: 'right',
    render: ({ view }) => (view === undefined ? '' : show(view)),
  };
}

function stateOf({ findings }: DuesFixingView): string {
  const found = findings.filter(({ code }) => code !== 'unsigned').map(({ code }) => words.findings[code] ?? code);
  return found.length === 0 ? words.fine : `▲ ${found.join('；')}`;
}

/** 核定: who pays how much a month this year, and who is still to be fixed. */
export function FixingView({ year }: { year: number }) {
  const { branch, asOf, route } = useWorkspace();
  const of = { branchId: branch.id, year };
  const reading = useOperation('duesFixing.list', of, { records: ['duesFixing', 'setting'] });
  const before = useOperation('duesFixing.list', { branchId: branch.id, year: year - 1 }, { records: ['duesFixing'] });
  const grid = useOperation('dues.grid', { ...of, asOf }, { records: ['duesFixing', 'member'] });
  const people = useOperation('member.list', { asOf, branchId: branch.id, limit: 500 }, { records: ['member'] });
  const many = useSave('duesFixing.saveMany');
  const ask = useConfirm();
  const [edited, setEdited] = useState<DuesFixing>();
  const [isOpened, setIsOpened] = useState(false);

  const shown = useMemo((): Shown[] => {
    const views = new Map<string, DuesFixingView[]>();
    for (const view of reading.value ?? []) {
      const { memberId } = view.fixing;
      views.set(memberId, [...(views.get(memberId) ?? []), view]);
    }
    const members = (people.value?.rows ?? []).filter(
      ({ category }) => category === 'full' || category === 'probationary',
    );
    const here = new Set(members.map(({ id }) => id));
    const listed = members.map(({ id, name }) => ({ memberId: id, name }));
    const others = [...views]
      .filter(([memberId]) => !here.has(memberId))
      .map(([memberId, [view]]) => ({ memberId, name: view?.name ?? '' }));
    return [...listed, ...others].flatMap(({ memberId, name }): Shown[] => {
      const own = views.get(memberId) ?? [];
      return own.length === 0 ? [{ memberId, name, view: undefined }] : own.map((view) => ({ memberId, name, view }));
    });
  }, [reading.value, people.value]);
  const rows = useMemo(() => rowsOf(shown), [shown]);
  const unfixed = shown.filter(({ view }) => view === undefined);
  const copies = reading.value === undefined ? [] : copiesOf(before.value ?? [], unfixed, year);
  const routed = reading.value?.find(({ fixing }) => fixing.id === route.recordId)?.fixing;
  // Until both are here, nobody can be said to be unfixed.
  const isHere = reading.value !== undefined && people.value !== undefined;
  const failure = reading.failure ?? many.failure;
  const open = edited ?? (isOpened ? undefined : routed);

  function blank(memberId: string): DuesFixing {
    const first = grid.value?.rows
      .find((row) => row.memberId === memberId)
      ?.cells.find(({ state }) => state !== 'none');
    return {
      ...blankDuesFixing,
      id: newId(),
      revision: 0,
      branchId: branch.id,
      memberId,
      year,
      from: first?.month ?? `${year}-01`,
      category: 'wage',
      monthlyAmount: Number.NaN,
    } as DuesFixing;
  }

  async function copy(): Promise<void> {
    const { title, body, action } = words.copyAsk;
    const isYes = await ask({ title, body: body(copies.length, year), action: action(copies.length) });
    if (isYes) await many.save({ drafts: copies });
  }

  function close(): void {
    setEdited(undefined);
    setIsOpened(true);
  }

  return (
    <div className="dues-view">
      <div className="dues-actions">
        <span className="dues-summary">
          {isHere ? words.summary(shown.length - unfixed.length, unfixed.length) : ''}
        </span>
        <span className="note">{words.sheet}</span>
        {copies.length > 0 && (
          <PermitButton right="enter" onClick={() => void copy()}>
            {words.copy(copies.length)}
          </PermitButton>
        )}
        <PermitButton right="enter" type="primary" onClick={() => setEdited(blank(unfixed[0]?.memberId ?? ''))}>
          {words.add}
        </PermitButton>
      </div>
      {failure !== undefined && <FailurePanel failure={failure} />}
      <div className="dues-list">
        {isHere && (
          <DataTable
            label={text.dues.views.fixing}
            note={text.print.year(year)}
            columns={columns}
            rows={rows}
            keyOf={({ memberId, view }) => view?.fixing.id ?? memberId}
            nameOf={({ name }) => name}
            onOpen={({ memberId, view }) => setEdited(view?.fixing ?? blank(memberId))}
            isFirst
            empty={
              <EmptyState
                sentence={words.none}
                action={{ label: words.add, onAct: () => setEdited(blank('')), right: 'enter' }}
              />
            }
          />
        )}
      </div>
      {open !== undefined && (
        <FixingDialog
          key={open.id}
          start={open}
          onAnother={(fixing) =>
            setEdited({
              ...fixing,
              id: newId(),
              revision: 0,
              from: laterMonth(asOf.slice(0, 7), fixing.from),
              signedOn: null,
              changeNote: '',
            })
          }
          onClose={close}
        />
      )}
    </div>
  );
}

function laterMonth(one: string, other: string): string {
  return one > other ? one : other;
}

/** Last year's fixings of those who have none yet, unsigned, from January. */
function copiesOf(before: readonly DuesFixingView[], unfixed: readonly Shown[], year: number) {
  const last = new Map(before.map(({ fixing }) => [fixing.memberId, fixing]));
  return unfixed.flatMap(({ memberId }) => {
    const fixing = last.get(memberId);
    if (fixing === undefined) return [];
    const { branchId, category, payItems, excludedItems, base, isVoluntary } = fixing;
    const own = { id: newId(), revision: 0, branchId, memberId, year };
    const income = { category, payItems, excludedItems, isVoluntary, ...(payItems.length === 0 ? { base } : {}) };
    return [{ ...own, ...income }];
  });
}

import { useState } from 'react';
import { type RestrictedSubject, subjectOf } from '../../contract/permission.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { subjectNames } from '../text/people.ts';
import { text } from '../text/zh-CN.ts';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { rowsOf } from '../ui/row-source.ts';
import { SelectField } from '../ui/select-field.tsx';
import { type Line, rightFor } from './book.ts';
import { bookGroups, bookOf } from './books.ts';
import { LineDialog } from './line-dialog.tsx';
import './registers.css';
import { useLines } from './use-book.ts';
import { usePeople } from './use-people.ts';

const words = text.registers;
const allYears = 'all';

/** The registers on the left, the lines of the chosen one beside them. */
export function RegistersScreen() {
  const { route, go, branch, asOf, concealed } = useWorkspace();
  const book = bookOf(route.view);
  const [year, setYear] = useState<string>(allYears);
  const [editing, setEditing] = useState<Line | 'new'>();
  const people = usePeople();
  const period = year === allYears ? { to: asOf } : { from: `${year}-01-01`, to: `${year}-12-31` };
  const subject = subjectOf(book.name);
  const isConcealed = subject !== undefined && concealed.includes(subject);
  const lines = useLines(book, { branchId: branch.id, ...period }, isConcealed);
  const list = (lines.value ?? []).toReversed();
  const columns = book.columns.map((column) => ({
    key: column.key,
    title: column.title,
    ...(column.width === undefined ? {} : { width: column.width }),
    render: (line: Line) => column.show(line, people.nameOf),
  }));
  const latest = Number(asOf.slice(0, 4));
  const years = [
    { value: allYears, label: words.allYears },
    ...Array.from({ length: 8 }, (_, back) => ({ value: String(latest - back), label: words.years(latest - back) })),
  ];

  return (
    <div className="registers">
      <PageHeader
        title={book.title}
        summary={isConcealed ? text.people.restricted : words.count(list.length)}
        actions={
          <>
            <SelectField
              label={words.yearLabel}
              className="register-year"
              value={year}
              options={years}
              onChange={(next) => next !== null && setYear(next)}
            />
            {!isConcealed && (
              <PermitButton right={rightFor(book)} type="primary" onClick={() => setEditing('new')}>
                {book.add}
              </PermitButton>
            )}
          </>
        }
      />
      <div className="register-body">
        <Panel isFlush className="register-list">
          <nav aria-label={words.title}>
            {bookGroups.map(({ group, books }) => (
              <section key={group} aria-label={words.groups[group]}>
                <h2 className="register-group">{words.groups[group]}</h2>
                {books.map((each) => (
                  <button
                    key={each.name}
                    type="button"
                    className="plain-button register-entry"
                    aria-current={each.name === book.name ? 'page' : undefined}
                    onClick={() => go({ screen: 'registers', view: each.name })}
                  >
                    {each.title}
                    {isHidden(each.name, concealed) && (
                      <span className="register-restricted">{text.people.restricted}</span>
                    )}
                  </button>
                ))}
              </section>
            ))}
          </nav>
        </Panel>
        <Panel isFlush className="register-lines">
          {lines.failure !== undefined && <FailurePanel failure={lines.failure} />}
          <DataTable
            label={book.title}
            columns={columns}
            rows={rowsOf(list)}
            note={year === allYears ? words.allYears : words.years(Number(year))}
            keyOf={(line) => line.id}
            nameOf={(line) => columns.map((column) => column.render(line)).join(' ')}
            onOpen={setEditing}
            onEdit={setEditing}
            isFirst
            empty={
              isConcealed ? (
                <EmptyState sentence={text.people.restrictedBook(subjectNames[subject])} />
              ) : (
                lines.value !== undefined && (
                  <EmptyState
                    sentence={book.empty}
                    action={{ label: book.add, onAct: () => setEditing('new'), right: rightFor(book) }}
                  />
                )
              )
            }
          />
        </Panel>
      </div>
      {editing !== undefined && (
        <LineDialog
          book={book}
          line={editing === 'new' ? undefined : editing}
          people={people.options}
          onClose={() => setEditing(undefined)}
        />
      )}
    </div>
  );
}

function isHidden(book: string, concealed: readonly RestrictedSubject[]): boolean {
  const subject = subjectOf(book);
  return subject !== undefined && concealed.includes(subject);
}

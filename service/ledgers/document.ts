import { AppError } from '../../contract/failure.ts';
import type {
  FormContent,
  LedgerDocument,
  LedgerFrame,
  LedgerOptions,
  LedgerSpec,
  TableLedger,
} from '../../contract/ledger.ts';
import type { RestrictedSubject } from '../../contract/permission.ts';
import type { ReadableDb } from '../../db/open.ts';
import { listGroups } from '../../db/queries/branches.ts';
import { listSettings } from '../../db/queries/settings.ts';
import { getRow } from '../../db/records.ts';
import { branch as branchTable } from '../../db/schema/index.ts';
import { namesOn } from '../../rules/branch-names.ts';
import { yearRange } from '../../rules/dates.ts';
import { ledgers } from '../../templates/ledgers/index.ts';
import { prints } from '../../templates/ledgers/prints.ts';
import { frameWords } from '../../templates/ledgers/words.ts';
import { peopleOfBranch } from '../meetings/people.ts';
import { Roster } from './roster.ts';
import type { SourceContext } from './source.ts';
import { formSources, tableSources } from './sources/index.ts';

/** @throws AppError `no-such-record` */
export function ledgerOf(id: string): LedgerSpec {
  const found = [...ledgers, ...prints].find((ledger) => ledger.id === id);
  if (found === undefined) throw new AppError({ code: 'no-such-record', record: 'ledger', id });
  return found;
}

/** What the sources of one call share. @throws AppError `no-such-record` when there is no such branch */
export function sourceContext(
  db: ReadableDb,
  options: LedgerOptions,
  concealed: readonly RestrictedSubject[],
): SourceContext {
  const stored = getRow(db, branchTable, 'branch', options.branchId);
  const branch = { ...stored, ...namesOn(stored, options.asOf) };
  const year = yearRange(options.year);
  return {
    db,
    options,
    concealed,
    branch,
    settings: listSettings(db),
    groups: listGroups(db, { branchId: branch.id, asOf: options.asOf }),
    roster: new Roster(db, options),
    get people() {
      return peopleOfBranch(db, branch.id);
    },
    from: year.from,
    to: earlier(year.to, options.asOf),
  };
}

function earlier(one: string, other: string): string {
  return [one, other].sort()[0] ?? one;
}

/** A ledger ready to be drawn. `madeAt` is the local time given as made. */
export function documentOf(spec: LedgerSpec, context: SourceContext, madeAt: Date): LedgerDocument {
  const frame = frameOf(spec, context, madeAt);
  if (spec.kind === 'table') {
    const source = tableSources[spec.source];
    if (source === undefined) throw new Error(`no source ${spec.source}`);
    const { restricted } = spec;
    const note =
      restricted && context.concealed.includes(restricted.subject) && frameWords.concealed[restricted.subject];
    if (note && restricted?.rows === 'all')
      return {
        kind: 'table',
        spec: { ...spec, totals: [], emptyText: note },
        frame,
        data: { rows: () => [], totals: {} },
      };
    const data = source(context);
    const shown = note ? { ...spec, totals: [...(restricted?.totals ?? []), note] } : spec;
    return { kind: 'table', spec: without(shown, data.omits ?? []), frame, data };
  }
  const source = formSources[spec.source];
  if (source === undefined) throw new Error(`no source ${spec.source}`);
  return { kind: 'form', spec, frame, data: narrowed(source(context), context.options.recordId) };
}

function without(spec: TableLedger, omitted: readonly string[]): TableLedger {
  return omitted.length === 0 ? spec : { ...spec, columns: spec.columns.filter(({ key }) => !omitted.includes(key)) };
}

/** The one form about a record, where one is asked for. */
function narrowed(content: FormContent, recordId: string | undefined): FormContent {
  if (recordId === undefined) return content;
  return {
    pages: function* () {
      for (const page of content.pages()) if (page.recordId === recordId) yield page;
    },
  };
}

/** What the title and the file add when a ledger is made of some people only, so that it is never taken for the whole. */
export function chosenPart(spec: LedgerSpec, { people }: LedgerOptions): string {
  return spec.canChoosePeople && people !== undefined ? frameWords.chosen(people.length) : '';
}

function frameOf(spec: LedgerSpec, { branch, options }: SourceContext, madeAt: Date): LedgerFrame {
  const pad = (value: number): string => String(value).padStart(2, '0');
  const day = `${madeAt.getFullYear()}-${pad(madeAt.getMonth() + 1)}-${pad(madeAt.getDate())}`;
  const time = `${pad(madeAt.getHours())}:${pad(madeAt.getMinutes())}`;
  const unit = spec.kind === 'table' ? spec.unit : '';
  return {
    title: frameWords.title(options.year, branch.fullName, `${spec.title}${chosenPart(spec, options)}`),
    heading: [frameWords.unit(branch.fullName), frameWords.asOf(options.asOf), frameWords.filledOn(day, unit)],
    mark: options.mark,
    trace: frameWords.trace(options.asOf, `${day} ${time}`),
  };
}

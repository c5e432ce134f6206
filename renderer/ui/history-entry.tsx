import type { HistoryEntry, Names } from '../../contract/history.ts';
import { accessText } from '../text/accesses.ts';
import { fieldText } from '../text/history.ts';
import { text } from '../text/zh-CN.ts';
import { comparedLines, valueLines } from './history-value.ts';
import { localTime } from './local-time.ts';
import './history-entry.css';

/** A new or removed record has so many fields that only what was entered is listed. */
const mostListed = 30;

/** What was done to what, in one line: 更正：入党日期, or 更正：在册经历（止、离开方式）. */
export function historyTitle(entry: Pick<HistoryEntry, 'action' | 'record' | 'part' | 'rowLabel' | 'changes'>): string {
  const { history } = text;
  const isAccess = entry.action === 'export' || entry.action === 'reveal';
  const access = isAccess ? accessText(entry.part, entry.changes[0]?.field ?? '') : undefined;
  if (access !== undefined) return access;
  const part = history.parts[entry.part];
  const named = part === undefined || entry.rowLabel === '' ? part : `${part} ${entry.rowLabel}`;
  const subject = named ?? history.records[entry.record] ?? entry.record;
  const fields = entry.changes.map((change) => fieldText(change.field, entry.part));
  const isWhole = entry.action === 'insert' || entry.action === 'delete';
  const listed = isWhole || fields.length > 3 ? '' : fields.join('、');
  const what = listed === '' ? subject : part === undefined ? listed : history.fieldsOf(subject, listed);
  return `${history.actions[entry.action]}：${what}`;
}

/** One change: what, before and after, who, when and why. */
export function HistoryEntryView({ entry, names }: { entry: HistoryEntry; names: Names }) {
  const { history } = text;
  return (
    <article className="history-entry">
      <h3>{historyTitle(entry)}</h3>
      <HistoryChanges entry={entry} names={names} />
      <dl className="history-facts">
        <dt>{history.who}</dt>
        <dd>{entry.actor}</dd>
        <dt>{history.when}</dt>
        <dd>{localTime(entry.at)}</dd>
        <dt>{history.why}</dt>
        <dd>{entry.reason === '' ? history.noReason : entry.reason}</dd>
      </dl>
    </article>
  );
}

/** Before and after of each field; of a new or removed row, what is in it. */
export function HistoryChanges({
  entry,
  names,
}: {
  entry: Pick<HistoryEntry, 'action' | 'part' | 'changes'>;
  names: Names;
}) {
  const { history } = text;
  if (entry.action === 'update')
    return entry.changes.map((change) => (
      <FieldChangeView
        key={change.field}
        part={entry.part}
        change={change}
        isNamed={entry.changes.length > 1}
        names={names}
      />
    ));
  if (entry.action !== 'insert' && entry.action !== 'delete') return null;
  const listed = entry.changes
    .map(({ field, before, after }) => ({ field, value: entry.action === 'insert' ? after : before }))
    .filter(
      ({ value }) => value !== null && value !== '' && value !== 0 && !(Array.isArray(value) && value.length === 0),
    );
  return (
    <dl className="history-facts history-values">
      {listed.slice(0, mostListed).map(({ field, value }) => (
        <div key={field}>
          <dt>{fieldText(field, entry.part)}</dt>
          <dd>
            <Lines lines={valueLines(entry.part, field, value, names)} />
          </dd>
        </div>
      ))}
      {listed.length > mostListed && <p className="note">{history.moreFields(listed.length - mostListed)}</p>}
    </dl>
  );
}

function FieldChangeView({
  part,
  change,
  isNamed,
  names,
}: {
  part: string;
  change: HistoryEntry['changes'][number];
  isNamed: boolean;
  names: Names;
}) {
  const { history } = text;
  const { before, after, rest } = comparedLines(part, change.field, change.before, change.after, names);
  return (
    <table className="history-change">
      {isNamed && <caption>{fieldText(change.field, part)}</caption>}
      <tbody>
        <tr>
          <th scope="row">{history.before}</th>
          <td>
            <del>
              <Lines lines={before} />
            </del>
          </td>
        </tr>
        <tr>
          <th scope="row">{history.after}</th>
          <td>
            <strong>
              <Lines lines={after} />
            </strong>
            {rest !== null && <p className="note">{rest}</p>}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** Each on a line of its own; equal ones keep their place. */
export function Lines({ lines }: { lines: readonly string[] }) {
  const keyed = lines.map((line, at) => ({
    line,
    key: `${lines.slice(0, at).filter((each) => each === line).length} ${line}`,
  }));
  return keyed.map(({ line, key }) => (
    <span key={key} className="history-line">
      {line}
    </span>
  ));
}

/** A value without knowledge of codes. */
export function plainValue(_field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return text.history.nothing;
  if (typeof value === 'boolean') return value ? text.history.yes : text.history.no;
  if (Array.isArray(value)) return value.length === 0 ? text.history.nothing : value.map(String).join('、');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

import type { HistoryEntry } from '../../contract/history.ts';
import { fieldText } from '../text/history.ts';
import { text } from '../text/zh-CN.ts';
import { localTime } from './local-time.ts';
import './history-entry.css';

/** A new or removed record has so many fields that only its parts (a stay, a status) are listed in full. */
const mostListed = 12;

/** What was done to what, in one line: 更正：入党日期, or 更正：在册经历（止、离开方式）. */
export function historyTitle(entry: HistoryEntry): string {
  const { history } = text;
  const part = history.parts[entry.part];
  const subject = part ?? history.records[entry.record] ?? entry.record;
  const fields = entry.changes.map((change) => fieldText(change.field));
  const isWhole = entry.action === 'insert' || entry.action === 'delete';
  const listed = isWhole || fields.length > 3 ? '' : fields.join('、');
  const what = listed === '' ? subject : part === undefined ? listed : history.fieldsOf(part, listed);
  return `${history.actions[entry.action]}：${what}`;
}

/** One change: what, before and after, who, when and why. */
export function HistoryEntryView({
  entry,
  showValue = plainValue,
}: {
  entry: HistoryEntry;
  /** Words for a stored value, where a subject knows codes. */
  showValue?: (field: string, value: unknown) => string;
}) {
  const { history } = text;
  const isWhole = entry.action === 'insert' || entry.action === 'delete';
  const listed = entry.changes.map(({ field, before, after }) => ({
    field,
    value: entry.action === 'insert' ? after : before,
  }));
  return (
    <article className="history-entry">
      <h3>{historyTitle(entry)}</h3>
      {entry.action === 'update' &&
        entry.changes.map((change) => (
          <table key={change.field} className="history-change">
            {entry.changes.length > 1 && <caption>{fieldText(change.field)}</caption>}
            <tbody>
              <tr>
                <th scope="row">{history.before}</th>
                <td>
                  <del>{showValue(change.field, change.before)}</del>
                </td>
              </tr>
              <tr>
                <th scope="row">{history.after}</th>
                <td>
                  <strong>{showValue(change.field, change.after)}</strong>
                </td>
              </tr>
            </tbody>
          </table>
        ))}
      {isWhole && listed.length <= mostListed && (
        <dl className="history-facts history-values">
          {listed
            .filter(({ value }) => value !== null && value !== '')
            .map(({ field, value }) => (
              <div key={field}>
                <dt>{fieldText(field)}</dt>
                <dd>{showValue(field, value)}</dd>
              </div>
            ))}
        </dl>
      )}
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

/** A value without knowledge of codes. */
export function plainValue(_field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return text.history.nothing;
  if (typeof value === 'boolean') return value ? text.history.yes : text.history.no;
  if (Array.isArray(value)) return value.length === 0 ? text.history.nothing : value.map(String).join('、');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

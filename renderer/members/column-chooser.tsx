import { Button } from 'antd';
import { text } from '../text/zh-CN.ts';
import type { ColumnKey } from './member-columns.tsx';

const words = text.member;

/** Which columns the list shows. The name always stays. */
export function ColumnChooser({
  columns,
  shown,
  onToggle,
  onClose,
}: {
  columns: readonly { key: ColumnKey }[];
  shown: ReadonlySet<string>;
  onToggle(key: ColumnKey): void;
  onClose(): void;
}) {
  return (
    <section className="panel column-chooser" aria-label={words.columnsTitle}>
      <div className="panel-head">
        <h2>{words.columnsTitle}</h2>
        <div className="panel-extra">
          <Button size="small" onClick={onClose}>
            {text.action.close}
          </Button>
        </div>
      </div>
      <ul>
        {columns.map(({ key }) => (
          <li key={key}>
            <label>
              <input
                type="checkbox"
                checked={key === 'name' || shown.has(key)}
                disabled={key === 'name'}
                onChange={() => onToggle(key)}
              />
              {words.columns[key]}
              {key === 'name' && <span className="note column-fixed">{words.columnsFixed}</span>}
            </label>
          </li>
        ))}
      </ul>
      <p className="note">{words.columnsNote}</p>
    </section>
  );
}

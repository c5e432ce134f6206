import { Button } from 'antd';
import type { ReactNode } from 'react';
import { text } from '../text/zh-CN.ts';

/** A short list inside the scheme: each row is drawn by `render`, with a way to change it. */
export function RowsField<Row>({
  title,
  rows,
  add,
  shape,
  blank,
  render,
  error,
  onChange,
}: {
  title: string;
  rows: readonly Row[];
  add: string;
  /** Class that lays out the columns of a row. */
  shape: string;
  blank(): Row;
  render(row: Row, change: (part: Partial<Row>) => void, number: number): ReactNode;
  error?: string | undefined;
  onChange(rows: Row[]): void;
}) {
  const put = (index: number, row: Row) => onChange(rows.map((each, at) => (at === index ? row : each)));
  return (
    <fieldset className="points-rows points-wide">
      <legend className="field-label">{title}</legend>
      {rows.map((row, index) => (
        <div key={index} className={`points-row ${shape}`}>
          {render(row, (part) => put(index, { ...row, ...part }), index + 1)}
          <Button
            size="small"
            aria-label={text.points.scheme.removeRow(index + 1)}
            onClick={() => onChange(rows.filter((_, at) => at !== index))}
          >
            ×
          </Button>
        </div>
      ))}
      {error !== undefined && <p className="field-error note">{error}</p>}
      <div>
        <Button size="small" onClick={() => onChange([...rows, blank()])}>
          {add}
        </Button>
      </div>
    </fieldset>
  );
}

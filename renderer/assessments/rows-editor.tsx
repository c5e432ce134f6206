import { Button } from 'antd';
import type { ReactNode } from 'react';
import { text } from '../text/zh-CN.ts';

const words = text.assessment.dutyReport;

/** A list that grows by a row: each row is drawn by `render` with a way to change it. */
export function RowsEditor<Row extends { id: string }>({
  rows,
  shape,
  blank,
  render,
  onChange,
}: {
  rows: readonly Row[];
  /** Class that lays out the columns of a row. */
  shape: string;
  blank(): Row;
  render(row: Row, change: (part: Partial<Row>) => void): ReactNode;
  onChange(rows: Row[]): void;
}) {
  return (
    <div className="assessment-rows">
      {rows.map((row, index) => (
        <div key={row.id} className={`assessment-row ${shape}`}>
          {render(row, (part) => onChange(rows.map((other) => (other.id === row.id ? { ...row, ...part } : other))))}
          <Button
            aria-label={words.remove(index + 1)}
            onClick={() => onChange(rows.filter((other) => other.id !== row.id))}
          >
            ×
          </Button>
        </div>
      ))}
      <div>
        <Button size="small" onClick={() => onChange([...rows, blank()])}>
          {words.add}
        </Button>
      </div>
    </div>
  );
}

import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import type { RowSource } from './row-source.ts';

/** Rows drawn beyond what is seen, so that scrolling shows no gaps. */
const margin = 8;

/** Which rows of a long list are in sight; all rows have the height of the look (`--row`). */
export function useRowWindow(box: RefObject<HTMLElement | null>, rows: RowSource<unknown>) {
  const [rowHeight, setRowHeight] = useState(31);
  const [height, setHeight] = useState(600);
  const [top, setTop] = useState(0);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = () => {
      setRowHeight(Number.parseFloat(getComputedStyle(element).getPropertyValue('--row')) || 31);
      setHeight(element.clientHeight);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);

  const inSight = Math.ceil(height / rowHeight);
  const first = Math.max(0, Math.floor(top / rowHeight) - margin);
  const from = Math.min(first, Math.max(0, rows.count - inSight));
  const to = Math.min(rows.count, first + inSight + 2 * margin);

  useEffect(() => rows.want?.(from, to), [rows, from, to]);

  return {
    from,
    to,
    rowHeight,
    height: rows.count * rowHeight,
    perPage: Math.max(1, inSight - 2),
    onScroll: (event: { currentTarget: { scrollTop: number } }) => setTop(event.currentTarget.scrollTop),
    /** Scrolls as little as is needed to have the row in sight below the head. */
    reveal(index: number): void {
      const element = box.current;
      if (element === null) return;
      const rowTop = index * rowHeight;
      const visible = element.clientHeight - rowHeight;
      if (rowTop < element.scrollTop) element.scrollTop = rowTop;
      else if (rowTop + rowHeight > element.scrollTop + visible) element.scrollTop = rowTop + rowHeight - visible;
    },
  };
}

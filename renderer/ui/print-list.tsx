import { Button } from 'antd';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { mostPrintedRows } from '../../contract/list-print.ts';
import { text } from '../text/zh-CN.ts';
import { PrintDialog } from './print-dialog.tsx';
import { type Printable, type Printables, usePrintables, type WholeList } from './printables.tsx';
import { useShortcut } from './use-shortcut.ts';

const words = text.print;

/** Prints the list on the screen as it is filtered and ordered; Ctrl P. Grey where there is none. */
export function PrintListButton() {
  const printables = usePrintables();
  return printables === null ? null : <ButtonFor printables={printables} />;
}

function ButtonFor({ printables }: { printables: Printables }) {
  const version = useSyncExternalStore(printables.subscribe, printables.version);
  const [isAsked, setIsAsked] = useState(false);
  const [list, setList] = useState<WholeList>();
  const why = whyNot(printables.current()?.().count ?? 0);

  // A list that comes page by page is printed when the last of it is here;
  // the version tells that rows have come.
  useEffect(() => {
    const asked = isAsked ? printables.current()?.() : undefined;
    if (asked === undefined) return;
    const rows = rowsOf(asked);
    if (rows === undefined) return asked.want?.(0, asked.count);
    setIsAsked(false);
    setList({ title: asked.title, note: asked.note, columns: asked.columns, rows });
  }, [isAsked, version, printables]);

  const ask = () => why === '' && setIsAsked(true);
  useShortcut({ key: 'p', isWithControl: true, onPress: ask });
  return (
    <>
      <Button disabled={why !== ''} title={why === '' ? words.hint : why} loading={isAsked} onClick={ask}>
        {words.button}
      </Button>
      {list !== undefined && <PrintDialog list={list} onClose={() => setList(undefined)} />}
    </>
  );
}

/** A list that has not come yet is none. */
function whyNot(count: number): string {
  if (count === 0) return words.nothing;
  return count > mostPrintedRows ? words.tooMany(mostPrintedRows) : '';
}

function rowsOf(list: Printable): (readonly string[])[] | undefined {
  const rows: (readonly string[])[] = [];
  for (let index = 0; index < list.count; index++) {
    const row = list.rowAt(index);
    if (row === undefined) return undefined;
    rows.push(row);
  }
  return rows;
}

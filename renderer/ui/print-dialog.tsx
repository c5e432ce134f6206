import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { DrawnPage } from '../../contract/drawing.ts';
import { useJob } from '../data/use-job.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { Dialog } from './dialog.tsx';
import { DrawnPageView } from './drawn-page.tsx';
import { FailurePanel } from './failure-panel.tsx';
import './print-dialog.css';
import type { WholeList } from './printables.tsx';

const words = text.print;

/** The pages of a list, drawn by what draws the ledgers; they go to the printer as they are seen. */
export function PrintDialog({ list, onClose }: { list: WholeList; onClose(): void }) {
  const { branch, asOf } = useWorkspace();
  const { start, cancel, failure, result } = useJob('list.pages');
  const [at, setAt] = useState(0);
  const pages = result?.pages ?? [];
  const page = pages[at];
  const missing = [...new Set((result?.missing ?? []).map(({ character }) => character))];

  // Drawn once, for what stood on the screen
  useEffect(() => {
    const { title, note, columns, rows } = list;
    void start({
      branchId: branch.id,
      asOf,
      title,
      note,
      columns: [...columns],
      rows: rows.map((row) => [...row]),
    });
    return cancel;
  }, []);

  return (
    <Dialog
      title={words.title(list.title)}
      width={900}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.action.close}</Button>
          <Button type="primary" autoFocus disabled={page === undefined} onClick={() => window.print()}>
            {words.print(pages.length)}
          </Button>
        </>
      }
    >
      <div className="print-bar">
        <span className="note">{words.note}</span>
        <Button size="small" disabled={at === 0} onClick={() => setAt(at - 1)}>
          {words.previous}
        </Button>
        <span role="status">{page === undefined ? words.drawing : words.page(at + 1, pages.length)}</span>
        <Button size="small" disabled={at + 1 >= pages.length} onClick={() => setAt(at + 1)}>
          {words.next}
        </Button>
      </div>
      {failure !== undefined && <FailurePanel failure={failure} />}
      {missing.length > 0 && <p className="print-missing">{words.missing(missing.join(' '))}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the page is scrolled by the keyboard */}
      <div className="dialog-scroll print-paper" tabIndex={0}>
        {page !== undefined && <DrawnPageView page={page} label={words.page(at + 1, pages.length)} />}
      </div>
      <PrintedPages pages={pages} />
    </Dialog>
  );
}

/** All pages beside the window, shown to the printer alone. */
function PrintedPages({ pages }: { pages: readonly DrawnPage[] }) {
  return createPortal(
    <div className="printed-pages" aria-hidden="true">
      {pages.map((page, index) => (
        <div key={index} className={`printed-page ${page.width > page.height ? 'printed-wide' : 'printed-tall'}`}>
          <DrawnPageView page={page} label="" />
        </div>
      ))}
    </div>,
    document.body,
  );
}

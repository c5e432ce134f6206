import { Button } from 'antd';
import { useState } from 'react';
import type { LedgerState } from '../../contract/ledgers.ts';
import type { Wire } from '../../contract/operations.ts';
import { useOperation } from '../data/use-operation.ts';
import { text } from '../text/zh-CN.ts';
import { DrawnPageView } from '../ui/drawn-page.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Panel } from '../ui/panel.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';

const words = text.ledgers;

/** The page as it will be printed, one at a time, and what the ledger still lacks. */
export function PreviewPanel({ state, options }: { state: LedgerState; options: Wire<'ledger.list'> }) {
  const [page, setPage] = useState(1);
  const [isWhole, setIsWhole] = useState(false);
  const preview = useOperation('ledger.preview', { id: state.id, options, page });
  const { value } = preview;
  const pages = value?.pages ?? 1;
  const shown = Math.min(page, pages);
  const isLandscape = state.orientation === 'landscape';
  const missing = [...new Set((value?.missing ?? []).map(({ character }) => character))];

  return (
    <Panel
      isFlush
      className="ledger-preview"
      title={state.title}
      note={value === undefined ? '' : words.paper(isLandscape, state.entries, state.kind === 'form', pages)}
      extra={
        <>
          <Button size="small" aria-label={words.previous} disabled={shown <= 1} onClick={() => setPage(shown - 1)}>
            ‹
          </Button>
          <span className="ledger-page-number">{words.page(shown, pages)}</span>
          <Button size="small" aria-label={words.next} disabled={shown >= pages} onClick={() => setPage(shown + 1)}>
            ›
          </Button>
          <Button size="small" onClick={() => setIsWhole(!isWhole)}>
            {isWhole ? words.fitWidth : words.fitPage}
          </Button>
        </>
      }
    >
      {state.lacks.length > 0 && (
        <p className="ledger-lacks">
          <SeverityMark severity="incomplete" label={words.lacking} />
          {state.lacks.map(({ title, count }) => words.lack(title, count)).join('、')}
        </p>
      )}
      {missing.length > 0 && <p className="ledger-lacks">{words.missingCharacters(missing.join(' '))}</p>}
      {preview.failure !== undefined && <FailurePanel failure={preview.failure} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the page is scrolled by the keyboard */}
      <section className={`ledger-paper ${isWhole ? 'ledger-whole' : ''}`} tabIndex={0} aria-label={words.preview}>
        {value !== undefined && <DrawnPageView page={value.page} label={words.page(value.number, pages)} />}
        <p className="note">{words.same}</p>
      </section>
    </Panel>
  );
}

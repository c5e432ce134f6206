import { useEffect, useState } from 'react';
import type { DuesMethod } from '../../contract/dues.ts';
import type { DuesCell, DuesGrid } from '../../contract/dues-operations.ts';
import type { Wire } from '../../contract/operations.ts';
import { newId } from '../data/new-id.ts';
import { useSave } from '../data/use-save.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { readPasted } from './paste.ts';

export type GridRow = DuesGrid['rows'][number];

/** How money that is typed into the grid was received. */
export interface Received {
  paidOn: string;
  method: DuesMethod;
  collector: string;
}

type Draft = Wire<'duesPayment.saveMany'>['drafts'][number];
const words = text.dues.grid;

/**
 * Entry into the grid: an amount in a cell is a payment of that month, a pasted block is one batch. A cell that holds
 * part of a payment for several months is not changed here.
 */
export function useGridEntry(grid: DuesGrid | undefined, received: Received) {
  const { branch } = useWorkspace();
  const saving = useSave('duesPayment.saveMany');
  const removing = useSave('duesPayment.remove');
  const [remark, setRemark] = useState('');
  /** What was sent and has not come back with the grid yet. */
  const [sent, setSent] = useState<ReadonlyMap<string, number>>(new Map());
  useEffect(() => setSent(new Map()), [grid]);

  /** The payment that an amount in a cell makes or changes; a sentence when there can be none. */
  function draftFor(row: GridRow, cell: DuesCell, amount: number): Draft | string {
    const [only, ...others] = cell.payments;
    if (others.length > 0 || (only !== undefined && only.months > 1)) return words.severalMonths;
    if (cell.state === 'none') return words.notOwed(row.name, cell.month);
    const lines = [{ month: cell.month, amount }];
    if (only !== undefined) return { id: only.id, revision: only.revision, lines, amount };
    return { id: newId(), revision: 0, branchId: branch.id, memberId: row.memberId, lines, ...received };
  }

  async function send(entries: readonly { row: GridRow; cell: DuesCell; amount: number }[], skipped: number) {
    const drafts: Draft[] = [];
    const shown = new Map(sent);
    let problem = '';
    let left = skipped;
    for (const { row, cell, amount } of entries) {
      const draft = amount === 0 ? words.unreadable('0') : draftFor(row, cell, amount);
      if (typeof draft === 'string') {
        problem = draft;
        left += 1;
        continue;
      }
      drafts.push(draft);
      shown.set(keyOf(row, cell), amount);
    }
    const isPasted = entries.length + skipped > 1;
    if (drafts.length === 0) {
      setRemark(problem);
      return;
    }
    setSent(shown);
    const saved = await saving.save({ drafts });
    if (saved === undefined) setSent(new Map());
    else setRemark(isPasted ? `${words.pasted(saved.length)}${left > 0 ? words.skipped(left) : ''}` : problem);
  }

  return {
    sent,
    remark,
    failure: saving.failure ?? removing.failure,
    clearFailure: () => {
      saving.clearFailure();
      removing.clearFailure();
    },
    say: setRemark,
    /** One amount into one cell. */
    enter: (row: GridRow, cell: DuesCell, amount: number) => send([{ row, cell, amount }], 0),
    /** What is due into the cell. */
    enterDue: (row: GridRow, cell: DuesCell) => {
      const due = cell.due ?? row.fixing?.monthlyAmount ?? null;
      if (cell.paid > 0) return Promise.resolve();
      if (due === null || due === 0) {
        setRemark(words.noAmount(row.name));
        return Promise.resolve();
      }
      return send([{ row, cell, amount: due }], 0);
    },
    /** A block from a spreadsheet, its corner at a cell. */
    paste: (block: string, rows: readonly GridRow[], at: { row: number; column: number }) => {
      let skipped = 0;
      const entries = readPasted(block).flatMap((pasted) => {
        const row = rows[at.row + pasted.row];
        const cell = row?.cells[at.column + pasted.column];
        if (row === undefined || cell === undefined || pasted.amount === null) {
          skipped += 1;
          return [];
        }
        return [{ row, cell, amount: pasted.amount }];
      });
      return send(entries, skipped);
    },
    clear: async (cell: DuesCell) => {
      const [only, ...others] = cell.payments;
      if (only === undefined) return;
      if (others.length > 0 || only.months > 1) setRemark(words.severalMonths);
      else await removing.save({ id: only.id, revision: only.revision, reason: words.clearReason });
    },
  };
}

export function keyOf(row: GridRow, cell: DuesCell): string {
  return `${row.memberId} ${cell.month}`;
}

import { recordsOf } from '../contract/permission.ts';
import { changeOfSequence, standingUndo } from '../db/queries/changes.ts';
import { listAudit } from '../db/queries/history.ts';
import type { HandlersOf } from './handler-types.ts';
import { imageOf, toEntry } from './history/entries.ts';
import { namesIn, rowLabelOf } from './history/names.ts';

export const historyHandlers = {
  'history.list': ({ archive: { db }, concealed }, { offset, limit, ...filter }) => {
    const { rows, total } = listAudit(db, { ...filter, without: recordsOf(concealed) }, { offset, limit });
    const entries = rows.map((row) => {
      const change = changeOfSequence(db, row.sequence)?.number ?? row.sequence;
      return toEntry(row, {
        change,
        undoneBy: standingUndo(db, change),
        rowLabel: rowLabelOf(db, row.part, imageOf(row.after ?? row.before)),
      });
    });
    return {
      entries,
      total,
      concealed: [...concealed],
      names: namesIn(
        db,
        entries.map(({ changes }) => changes),
      ),
    };
  },
} satisfies HandlersOf<'history.list'>;

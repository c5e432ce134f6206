import type { CellValue, LedgerRow } from '../../../contract/ledger.ts';
import type { PointsRow, PointsSums } from '../../../contract/points-operations.ts';
import { averageOf } from '../../../rules/points-counting.ts';
import { months, pointsWords as words } from '../../../templates/ledgers/points-words.ts';
import { pointsSheet } from '../../points/sheet.ts';
import type { TableSource } from '../source.ts';

/** 党员积分管理台账: 排名 and the order by points only where the branch turned them on. */
export const pointsSource: TableSource = ({ db, options }) => {
  const { branchId, year, asOf, order } = options;
  const { scheme, rows } = pointsSheet(db, { branchId, year, asOf, order });
  const totals = rows.flatMap(({ total }) => (total === null ? [] : [total]));
  const average = averageOf(totals);
  const waiting = rows.reduce((sum, row) => sum + row.waiting, 0);
  return {
    rows: () => rows.map(pointsRow),
    ...(scheme?.isRanked === true ? {} : { omits: ['rank'] }),
    totals: {
      scheme: scheme === null ? words.noScheme : words.scheme(scheme.name),
      people: rows.length,
      rated: totals.length,
      average: average === null ? words.noAverage : shown(average),
      waiting: waiting === 0 ? words.allDecided : words.waiting(waiting),
    },
  };
};

function pointsRow(row: PointsRow): LedgerRow {
  const isRated = row.state === 'rated';
  const points = (tenths: number): CellValue => (isRated ? tenths / 10 : null);
  const cells = Object.fromEntries(
    months.map(({ key }, index): [string, CellValue] => [key, isRated ? monthCell(row.months[index]) : null]),
  );
  const band = row.isVetoed ? words.vetoed : row.band === '' ? null : row.band;
  return {
    recordId: row.memberId,
    cells: {
      name: row.name,
      base: points(row.base),
      ...cells,
      plus: points(row.plus),
      minus: points(row.minus),
      total: row.total === null ? null : row.total / 10,
      rank: row.rank,
      band: row.state === 'exempt' ? words.exempt : band,
    },
    ...(isRated ? {} : { notDue: ['total'] }),
  };
}

function monthCell(sums: PointsSums | undefined): string | null {
  if (sums === undefined) return null;
  const plus = sums.plus > 0 ? words.plus(shown(sums.plus)) : null;
  const minus = sums.minus > 0 ? words.minus(shown(sums.minus)) : null;
  return plus !== null && minus !== null ? words.both(plus, minus) : (plus ?? minus);
}

function shown(tenths: number): string {
  return String(tenths / 10);
}

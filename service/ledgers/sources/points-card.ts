import type { CellValue, Column, FormField, FormPage, LedgerRow } from '../../../contract/ledger.ts';
import type { PointsItem } from '../../../contract/points.ts';
import type { PointsLine, PointsRow, PointsSums } from '../../../contract/points-operations.ts';
import { pointsKindNames, pointsPerNames } from '../../../rules/codes/points.ts';
import { column } from '../../../templates/ledgers/column.ts';
import { pointsCardWords as card, months, pointsWords as words } from '../../../templates/ledgers/points-words.ts';
import { pointsLines } from '../../points/lines.ts';
import { pointsSheet } from '../../points/sheet.ts';
import type { FormSource } from '../source.ts';

/** 党员积分管理卡: the year of the one person asked for, item by item and month by month. Nobody's card without a name. */
export const pointsCardSource: FormSource = ({ db, options }) => ({
  pages: () => {
    const { branchId, year, asOf, order, recordId } = options;
    if (recordId === undefined) return [];
    const { scheme, rows } = pointsSheet(db, { branchId, year, asOf, order });
    const row = rows.find(({ memberId }) => memberId === recordId);
    if (scheme === null || row === undefined) return [];
    const lines = pointsLines(db, { branchId, year, asOf, memberId: recordId });
    return [cardPage(row, lines, { year, scheme: scheme.name, items: scheme.items })];
  },
});

function cardPage(
  row: PointsRow,
  lines: readonly PointsLine[],
  { year, scheme, items }: { year: number; scheme: string; items: readonly PointsItem[] },
): FormPage {
  const isRated = row.state === 'rated';
  const points = (tenths: number | null): string | null => (isRated && tenths !== null ? shown(tenths) : null);
  const band = row.isVetoed ? words.vetoed : row.state === 'exempt' ? words.exempt : row.band;
  return {
    recordId: row.memberId,
    name: row.name,
    title: card.title(row.name, year),
    heading: [card.private],
    blocks: [
      {
        type: 'fields',
        columns: 4,
        fields: [
          field(card.fields.name, row.name),
          field(card.fields.group, row.groupName),
          field(card.fields.scheme, scheme, 2),
          field(card.fields.base, points(row.base)),
          field(card.fields.plus, points(row.plus)),
          field(card.fields.minus, points(row.minus)),
          field(card.fields.total, points(row.total)),
          field(card.fields.band, band === '' ? null : band, 4),
        ],
      },
      {
        type: 'table',
        title: card.items,
        numbered: false,
        emptyText: '',
        columns: itemColumns,
        rows: [...items.map((item, index) => itemRow(item, index + 1, lines)), sumRow(row)],
      },
      {
        type: 'table',
        title: card.grounds,
        numbered: true,
        emptyText: '无',
        columns: groundColumns,
        rows: lines.map(groundRow),
      },
    ],
    signatures: card.signatures,
  };
}

const itemColumns: readonly Column[] = [
  column('number', card.number, 'integer', 4),
  column('category', card.category, 'text', 9),
  column('item', card.item, 'long-text', 24),
  column('standard', card.standard, 'long-text', 14),
  ...months.map(({ key, title }) => column(key, title, 'text', 5)),
  ...card.quarters.map((title, index) => column(`quarter${index + 1}`, title, 'text', 6)),
  column('year', card.year, 'text', 7),
];

const groundColumns: readonly Column[] = [
  column('on', card.columns.on, 'date', 11),
  column('item', card.columns.item, 'long-text', 26),
  column('points', card.columns.points, 'text', 8),
  column('counted', card.columns.counted, 'text', 7),
  column('ground', card.columns.ground, 'long-text', 32),
  column('state', card.columns.state, 'text', 8),
];

function field(label: string, value: string | null, span = 1): FormField {
  return { label, value: value === '' ? null : value, format: 'text', span };
}

/** What of an item counts, month by month. */
function itemRow(item: PointsItem, number: number, lines: readonly PointsLine[]): LedgerRow {
  const own = lines.filter(({ entry, state }) => entry.itemId === item.id && state === 'counted');
  const within = (first: number, last: number): CellValue => {
    const sum = own
      .filter(({ entry }) => Number(entry.on.slice(5, 7)) >= first && Number(entry.on.slice(5, 7)) <= last)
      .reduce((total, { counted }) => total + counted, 0);
    if (item.kind === 'veto') return own.length === 0 ? null : card.veto;
    return sum === 0 ? null : item.kind === 'plus' ? words.plus(shown(sum)) : words.minus(shown(sum));
  };
  const kind = pointsKindNames[item.kind];
  return {
    cells: {
      number,
      category: item.category,
      item: item.text,
      standard: item.kind === 'veto' ? kind : card.standardOf(kind, shown(item.tenths), pointsPerNames[item.per]),
      ...Object.fromEntries(months.map(({ key }, index) => [key, within(index + 1, index + 1)])),
      ...Object.fromEntries(
        card.quarters.map((_, index) => [`quarter${index + 1}`, within(index * 3 + 1, index * 3 + 3)]),
      ),
      year: within(1, 12),
    },
  };
}

function sumRow({ months: ofMonths, quarters, plus, minus }: PointsRow): LedgerRow {
  return {
    cells: {
      number: null,
      category: card.sum,
      item: null,
      standard: null,
      ...Object.fromEntries(months.map(({ key }, index) => [key, signed(ofMonths[index])])),
      ...Object.fromEntries(quarters.map((sums, index) => [`quarter${index + 1}`, signed(sums)])),
      year: signed({ plus, minus }),
    },
  };
}

function groundRow({ entry, itemText, kind, counted, state, originTitle }: PointsLine): LedgerRow {
  const points = kind === 'plus' ? words.plus(shown(entry.tenths)) : words.minus(shown(entry.tenths));
  return {
    recordId: entry.id,
    cells: {
      on: entry.on,
      item: itemText,
      points: kind === 'veto' ? card.veto : points,
      counted: state === 'counted' && kind !== 'veto' ? shown(counted) : null,
      ground: [originTitle, entry.evidence].filter(Boolean).join('；') || null,
      state: card.states[state],
    },
  };
}

function signed(sums: PointsSums | undefined): string | null {
  const plus = sums && sums.plus > 0 ? words.plus(shown(sums.plus)) : null;
  const minus = sums && sums.minus > 0 ? words.minus(shown(sums.minus)) : null;
  return plus !== null && minus !== null ? words.both(plus, minus) : (plus ?? minus);
}

function shown(tenths: number): string {
  return String(tenths / 10);
}

import type { CellFormat, CellValue, Column, FormBlock } from '../../../contract/ledger.ts';
import { listDuesFixings, paymentFacts } from '../../../db/queries/dues.ts';
import { listTrainings } from '../../../db/queries/education.ts';
import {
  disciplineKindNames,
  honourLevelNames,
  transferDirectionNames,
  transferStateNames,
} from '../../../rules/codes/supervision.ts';
import { trainingFormNames } from '../../../rules/codes/training.ts';
import { trainingHours } from '../../../rules/education.ts';
import { cardWords as words } from '../../../templates/ledgers/words.ts';
import type { SourceContext } from '../source.ts';
import { registered } from '../words.ts';
import { linesUntil } from './registers.ts';

type Cells = Record<string, CellValue>;
type Titles = Readonly<Record<string, string>>;

const formats: Readonly<Record<string, CellFormat>> = {
  from: 'date',
  to: 'date',
  on: 'date',
  receiptOn: 'date',
  hours: 'decimal',
  year: 'text',
  monthlyAmount: 'money',
  paid: 'money',
  through: 'month',
};

/** A table of the card: columns by their titles, the format by the name of the field. */
export function cardTable(title: string, titles: Titles, rows: readonly Cells[]): FormBlock {
  const columns = Object.entries(titles).map(([key, name]): Column => {
    const format = formats[key] ?? 'long-text';
    return { key, title: name, format, width: format === 'date' ? 11 : 10 };
  });
  return {
    type: 'table',
    title,
    columns,
    numbered: false,
    rows: rows.map((cells) => ({ cells })),
    emptyText: words.nothing,
  };
}

/** 培训, 奖惩, 党费 and 转接 of everybody up to the day, read once for all cards: member → the four tables. */
export function historiesOf(context: SourceContext): (memberId: string) => FormBlock[] {
  const trainings = trainingsOf(context);
  const merits = meritsOf(context);
  const dues = duesOf(context);
  const transfers = transfersOf(context);
  const mayReadDiscipline = !context.concealed.includes('discipline');
  return (memberId) => [
    cardTable(words.trainings, words.trainingColumns, trainings.get(memberId) ?? []),
    cardTable(mayReadDiscipline ? words.merits : words.honoursOnly, words.meritColumns, merits.get(memberId) ?? []),
    cardTable(words.dues, words.duesColumns, dues.get(memberId) ?? []),
    cardTable(words.transfers, words.transferColumns, transfers.get(memberId) ?? []),
  ];
}

function trainingsOf({ db, branch, options, settings }: SourceContext): Map<string, Cells[]> {
  const found = listTrainings(db, { branchId: branch.id, to: options.asOf });
  return grouped(
    found.flatMap((training) =>
      training.participants.map((participant) => ({
        memberId: participant.memberId,
        cells: {
          from: training.startedOn,
          to: training.endedOn,
          title: training.title,
          form: trainingFormNames[training.form],
          hours: participant.hours ?? trainingHours(training, settings),
          result: registered(
            [participant.passed === null ? '' : words.passed(participant.passed), participant.certificateNumber]
              .filter(Boolean)
              .join('；'),
          ),
        },
      })),
    ),
  );
}

function meritsOf(context: SourceContext): Map<string, Cells[]> {
  const honours = linesUntil(context, 'honour').flatMap(({ memberId, ...honour }) =>
    memberId === null
      ? []
      : {
          memberId,
          cells: {
            on: honour.grantedOn,
            title: honour.title,
            kind: honourLevelNames[honour.level],
            authority: registered(honour.authority),
            document: registered(honour.documentNumber),
          },
        },
  );
  const punished = context.concealed.includes('discipline') ? [] : linesUntil(context, 'discipline');
  const disciplines = punished.map((each) => ({
    memberId: each.memberId,
    cells: {
      on: each.decidedOn,
      title: disciplineKindNames[each.kind],
      kind: words.discipline,
      authority: registered(each.authority),
      document: registered(each.documentNumber),
    },
  }));
  return grouped([...honours, ...disciplines].toSorted((left, right) => left.cells.on.localeCompare(right.cells.on)));
}

/** A line for each year dues were fixed for or paid for. */
function duesOf({ db, branch, options }: SourceContext): Map<string, Cells[]> {
  const years = new Map<string, { fixed: number | null; paid: number | null; last: string | null }>();
  const at = (memberId: string, year: string) => {
    const key = `${memberId}/${year}`;
    const known = years.get(key) ?? { fixed: null, paid: null, last: null };
    years.set(key, known);
    return known;
  };
  const { asOf } = options;
  for (const fixing of listDuesFixings(db, { branchId: branch.id }))
    if (fixing.from <= asOf.slice(0, 7)) at(fixing.memberId, fixing.from.slice(0, 4)).fixed = fixing.monthlyAmount;
  for (const payment of paymentFacts(db, { branchId: branch.id, asOf }))
    for (const { month, amount } of payment.lines) {
      const year = at(payment.memberId, month.slice(0, 4));
      year.paid = (year.paid ?? 0) + amount;
      if (year.last === null || month > year.last) year.last = month;
    }
  return grouped(
    [...years]
      .toSorted(([left], [right]) => left.localeCompare(right))
      .map(([key, { fixed, paid, last }]) => {
        const [memberId = '', year = ''] = key.split('/');
        return { memberId, cells: { year, monthlyAmount: fixed, paid, through: last } };
      }),
  );
}

function transfersOf(context: SourceContext): Map<string, Cells[]> {
  return grouped(
    linesUntil(context, 'transfer').map((transfer) => ({
      memberId: transfer.memberId,
      cells: {
        on: transfer.issuedOn ?? transfer.startedOn,
        direction: transferDirectionNames[transfer.direction],
        organisation: transfer.otherOrganisation,
        letter: registered(transfer.letterNumber),
        state: transferStateNames[transfer.state],
        receiptOn: transfer.receiptOn,
      },
    })),
  );
}

function grouped(lines: readonly { memberId: string; cells: Cells }[]): Map<string, Cells[]> {
  const map = new Map<string, Cells[]>();
  for (const { memberId, cells } of lines) map.set(memberId, [...(map.get(memberId) ?? []), cells]);
  return map;
}

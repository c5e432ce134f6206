import type { LedgerRow } from '../../../contract/ledger.ts';
import type { MeetingType } from '../../../contract/meeting.ts';
import { heldMeetings } from '../../../db/queries/meetings.ts';
import { meetingTypeShortNames } from '../../../rules/codes/meeting.ts';
import { isWithin, monthsOf } from '../../../rules/dates.ts';
import { boardWords as words } from '../../../templates/ledgers/meeting-words.ts';
import { boardOf } from '../../meetings/board.ts';
import type { TableSource } from '../source.ts';

const columns = {
  membersMeeting: 'members-meeting',
  committeeMeeting: 'committee-meeting',
  groupMeeting: 'group-meeting',
  partyLesson: 'party-lesson',
  themeDay: 'theme-day',
} as const satisfies Record<string, MeetingType>;

/** “三会一课”开展情况统计表: twelve months, with what was held and whether what was due by then was. */
export const regularMeetingsSource: TableSource = (context) => {
  const { options, branch } = context;
  const held = heldMeetings(context.db, { branchId: branch.id, from: context.from, to: context.to });
  const board = boardOf(context.db, { branchId: branch.id, year: options.year, asOf: options.asOf });
  const due = board.filter(({ type }) => Object.values<MeetingType>(columns).includes(type));
  const missing: { title: string; count: number }[] = [];
  let quarter = 0;
  const rows = monthsOf(options.year).map((range, index): LedgerRow => {
    const inMonth = held.filter(({ heldOn }) => isWithin(heldOn, range));
    const counts = Object.entries(columns).map(([key, type]) => {
      const count = inMonth.filter(({ types }) => types.includes(type)).length;
      quarter += count;
      return [key, range.from > options.asOf ? null : count] as const;
    });
    const isQuarterEnd = index % 3 === 2;
    const subtotal = isQuarterEnd && range.from <= options.asOf ? quarter : null;
    if (isQuarterEnd) quarter = 0;
    const cells = due.flatMap(({ type, cells: each }) =>
      each.filter(({ to }) => to === range.to).map((cell) => ({ ...cell, type })),
    );
    const lacking = cells.filter(({ state }) => state === 'missing').map(({ type }) => meetingTypeShortNames[type]);
    for (const title of lacking) add(missing, title);
    return {
      cells: {
        month: words.month(index + 1),
        ...Object.fromEntries(counts),
        quarter: subtotal,
        state: stateWord(cells, lacking),
      },
    };
  });
  return { rows: () => rows, totals: {}, missing };
};

function add(missing: { title: string; count: number }[], title: string): void {
  const known = missing.find((each) => each.title === title);
  if (known) known.count += 1;
  else missing.push({ title, count: 1 });
}

type Cell = ReturnType<typeof boardOf>[number]['cells'][number];

function stateWord(cells: readonly Cell[], lacking: readonly string[]): string | null {
  if (lacking.length > 0) return words.missing(lacking);
  const judged = cells.filter(({ state }) => state !== 'not-required');
  if (judged.length === 0) return words.notDue;
  if (judged.some(({ state }) => state === 'future')) return null;
  return judged.some(({ state }) => state === 'open') ? words.open : words.met;
}

import type { EducationRow } from '../../../contract/education.ts';
import type { LedgerRow } from '../../../contract/ledger.ts';
import { educationWords as words } from '../../../templates/ledgers/education-words.ts';
import { peopleWords, percent } from '../../../templates/ledgers/words.ts';
import { educationHours } from '../../education/hours.ts';
import type { TableSource } from '../source.ts';
import { postWord } from '../words.ts';

/** 党员教育培训学时台账: the roster of the day in the order asked for. */
export const studyHoursSource: TableSource = ({ db, options, groups }) => {
  const { branchId, year, asOf, order } = options;
  const { rows, due, met } = educationHours(db, { branchId, year, asOf, order });
  const leaders = new Set(groups.map(({ leaderId }) => leaderId));
  return {
    rows: () => rows.map((row) => hoursRow(row, leaders.has(row.memberId))),
    totals: { people: rows.length, due, met, rate: percent(due === 0 ? null : met / due) },
  };
};

function hoursRow(row: EducationRow, isGroupLeader: boolean): LedgerRow {
  const posts = [...row.posts.map(postWord), ...(isGroupLeader ? [peopleWords.groupLeader] : [])];
  const isExempt = row.state === 'exempt';
  return {
    recordId: row.memberId,
    cells: {
      name: row.name,
      post: posts.join('、') || (row.category === 'full' ? words.member : peopleWords.probationary),
      required: isExempt ? null : row.required,
      intensive: row.byForm.intensive,
      partyLesson: row.byForm['party-lesson'],
      themeDay: row.byForm['theme-day'],
      online: row.byForm.online,
      selfStudy: row.byForm['self-study'],
      total: row.total,
      met: words[row.state],
      note: remarkOf(row),
    },
    ...(isExempt ? { notDue: ['required'] } : {}),
  };
}

function remarkOf(row: EducationRow): string | null {
  const lacking = row.intensivesRequired - row.intensives;
  const remarks = [
    row.state === 'exempt' && words.exemptNote,
    row.months > 0 && row.months < 12 && words.months(row.months),
    row.missing > 0 && words.lacks(row.missing),
    lacking > 0 && words.intensivesLacking(lacking),
    row.byForm.practice > 0 && words.practice(row.byForm.practice),
    row.overCap > 0 && words.overCap(row.overCap),
  ].filter((remark) => remark !== false);
  return remarks.length === 0 ? null : remarks.join('；');
}

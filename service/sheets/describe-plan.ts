import type {
  RosterChange,
  RosterEntry,
  RosterField,
  RosterPlan,
  RosterProblem,
} from '../../contract/roster-import.ts';
import { nameOf } from '../../rules/codes/code-table.ts';
import { degrees } from '../../rules/codes/degree.ts';
import { educations } from '../../rules/codes/education.ts';
import { ethnicities } from '../../rules/codes/ethnicity.ts';
import { jobs } from '../../rules/codes/job.ts';
import { technicalTitleNames } from '../../rules/codes/member.ts';
import { sexes } from '../../rules/codes/sex.ts';
import { maskIdNumber, maskPhone } from '../../rules/id-number.ts';
import { fillText, rosterProblemTexts } from '../../templates/roster-problems.ts';
import type { PlannedChange, PlannedPerson, RosterPlanning } from './plan-roster.ts';
import type { RowFault } from './roster-values.ts';
import { cellAddress, columnLetters } from './sheet.ts';

export interface PlanNames {
  readonly fileName: string;
  readonly branchNames: ReadonlyMap<string, string>;
  readonly sheets: RosterPlan['sheets'];
}

/** The plan as it is shown: words instead of codes, numbers that identify masked, sentences for every problem. */
export function describePlan(planning: RosterPlanning, names: PlanNames): RosterPlan {
  const { table, people } = planning;
  const clean = people.filter(({ faults }) => faults.length === 0);
  const entries = (kept: (person: PlannedPerson) => boolean) =>
    clean.filter(kept).map((person) => describeEntry(person, names));
  const problems = people.flatMap((person) =>
    person.faults.map((fault) => describeFault(table.sheet, person.name, fault)),
  );
  const changed = entries(({ known, changes }) => known !== null && changes.length > 0);
  const added = entries(({ known }) => known === null);
  const same = entries(({ known, changes }) => known !== null && changes.length === 0);
  return {
    fileName: names.fileName,
    sheet: table.sheet,
    headerRow: table.headerRow + 1,
    lastRow: (table.rows.at(-1)?.row ?? table.headerRow) + 1,
    sheets: names.sheets,
    columns: table.columns.map(({ column, title, field }) => ({ column: columnLetters(column), title, field })),
    counts: {
      new: added.length,
      changed: changed.length,
      same: same.length,
      problemRows: people.length - clean.length,
      changedFields: changed.reduce((sum, { changes }) => sum + changes.length, 0),
    },
    new: added,
    changed,
    same,
    problems: problems.sort((a, b) => a.row - b.row),
    notices: [...planning.notices],
    newGroups: [...new Set(planning.newGroups.map(({ name }) => name))],
  };
}

function describeEntry(person: PlannedPerson, names: PlanNames): RosterEntry {
  return {
    row: person.row + 1,
    memberId: person.known?.id ?? null,
    name: person.known?.fields.name ?? person.name,
    branchName: names.branchNames.get(person.branchId) ?? '',
    groupName: person.groupName || (person.known?.groupName ?? ''),
    changes: person.changes.map(describeChange),
  };
}

function describeChange({ field, before, after, place }: PlannedChange): RosterChange {
  return {
    field,
    before: describeValue(field, before),
    after: describeValue(field, after),
    cell: place === null ? '' : cellAddress(place.row, place.column),
  };
}

/** A stored value in words; numbers that identify are masked. */
export function describeValue(field: RosterField, value: string): string {
  if (value === '') return '';
  switch (field) {
    case 'idNumber':
      return maskIdNumber(value);
    case 'mobilePhone':
    case 'landline':
      return value.split('、').map(maskPhone).join('、');
    case 'sex':
      return nameOf(sexes, value) ?? value;
    case 'ethnicity':
      return nameOf(ethnicities, value) ?? value;
    case 'education':
      return nameOf(educations, value) ?? value;
    case 'degree':
      return nameOf(degrees, value) ?? value;
    case 'jobCode':
      return nameOf(jobs, value) ?? value;
    case 'technicalTitle':
      return (technicalTitleNames as Record<string, string>)[value] ?? value;
    default:
      return value;
  }
}

function describeFault(sheet: string, personName: string, fault: RowFault): RosterProblem {
  const text = rosterProblemTexts[fault.code];
  return {
    sheet,
    cell: cellAddress(fault.row, fault.column),
    row: fault.row + 1,
    code: fault.code,
    field: fault.field,
    column: fault.title,
    personName,
    value: maskWritten(fault.field, fault.value).slice(0, 200),
    message: fillText(text.message, fault.detail),
    remedy: text.remedy,
    detail: { ...fault.detail },
  };
}

/** As written, but with the last digits of what identifies hidden. */
function maskWritten(field: RosterField, value: string): string {
  if (field === 'idNumber') return value.length > 8 ? `${value.slice(0, -4)}****` : value;
  if (field === 'mobilePhone' || field === 'landline') return value.replace(/\d{4,}/g, (digits) => maskPhone(digits));
  return value;
}

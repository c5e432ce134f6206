import type { RosterPlan } from '../../contract/roster-import.ts';
import { describePlan } from '../../service/sheets/describe-plan.ts';
import { findTables } from '../../service/sheets/find-table.ts';
import type { KnownPerson } from '../../service/sheets/match-people.ts';
import { planRoster, type RosterArchive, type RosterPlanning } from '../../service/sheets/plan-roster.ts';
import { readWorkbook } from '../../service/sheets/read-workbook.ts';

export const oneBranch: RosterArchive = {
  people: [],
  branches: [{ id: 'b1', fullName: '中共临江社区第二支部委员会', shortName: '第二支部' }],
  groups: [],
};

export interface TestPlan {
  planning: RosterPlanning;
  plan: RosterPlan;
  /** Values of the row's person by field, as stored. */
  person(name: string): Record<string, string>;
  /** `E4 id-checksum` */
  problems: string[];
}

/** Plans a roster held in a file against an archive. */
export async function planFile(
  bytes: Buffer,
  options: { fileName?: string; archive?: RosterArchive; branchId?: string | null } = {},
): Promise<TestPlan> {
  const { fileName = '名册.xlsx', archive = oneBranch, branchId = 'b1' } = options;
  const workbook = await readWorkbook(bytes, fileName);
  const [chosen] = findTables(workbook);
  if (chosen === undefined) throw new Error('no roster found');
  const planning = planRoster({
    table: chosen.table,
    source: { isFrom1904: workbook.isFrom1904, isSeparatedText: workbook.format === 'csv' },
    archive,
    branchId,
    asOf: '2026-11-24',
  });
  const plan = describePlan(planning, { fileName, branchNames: new Map(), sheets: [] });
  return {
    planning,
    plan,
    person(name) {
      const found = planning.people.find((person) => person.name === name);
      if (found === undefined) throw new Error(`${name} is not in the plan`);
      return Object.fromEntries(found.changes.map(({ field, after }) => [field, after]));
    },
    problems: plan.problems.map(({ cell, code }) => `${cell} ${code}`),
  };
}

/** Somebody the archive knows. */
export function known(
  id: string,
  fields: Partial<KnownPerson['fields']>,
  options: Partial<KnownPerson> = {},
): KnownPerson {
  return {
    id,
    revision: 1,
    branchId: 'b1',
    groupName: '',
    postTitles: [],
    isGroupLeader: false,
    hasLeft: false,
    ...options,
    fields: {
      name: '',
      formerName: '',
      sex: '9',
      idNumber: null,
      bornOn: null,
      bornOnReason: '',
      ethnicity: null,
      nativePlace: '',
      birthPlace: '',
      education: null,
      degree: null,
      school: '',
      startedWorkOn: null,
      employer: '',
      jobCode: null,
      technicalTitle: null,
      appliedOn: null,
      activistOn: null,
      candidateOn: null,
      joinedOn: null,
      joinApprovedOn: null,
      confirmedOn: null,
      introducerNames: [],
      joinedBranchName: '',
      volunteerFormNumber: '',
      emergencyContact: '',
      socialStratum: '',
      mobilePhone: '',
      landline: '',
      residenceAddress: '',
      householdAddress: '',
      archivePlace: '',
      note: '',
      ...fields,
    },
  };
}

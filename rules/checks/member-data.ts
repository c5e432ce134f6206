import { addMonths, isCertainlyBefore } from '../dates.ts';
import { birthDateDiffers, readIdNumber } from '../id-number.ts';
import { categoryOn, isInHeadcount, joinedWithoutProbation, probationMonths } from '../member.ts';
import { settingOn } from '../settings.ts';
import type { Check, CheckedMember, CheckFacts, Finding } from './check.ts';

/** S1c: data of a member that contradict each other (domain.md §2.5, §2.6; 党章 Arts 1, 7; GB 11643). */

interface Contradiction {
  readonly code: string;
  readonly expected: string;
  readonly actual: string;
}

function idNumberContradictions(member: CheckedMember): Contradiction[] {
  if (member.idNumber === null) return [];
  const read = readIdNumber(member.idNumber);
  const found: Contradiction[] = [];
  if (read.problem !== null) found.push({ code: `id-number-${read.problem}`, expected: '', actual: '' });
  if (read.problem !== null || read.bornOn === null) return found;
  if (member.bornOn !== null && member.bornOnReason === '' && birthDateDiffers(member.idNumber, member.bornOn))
    found.push({ code: 'birth-date-differs', expected: read.bornOn, actual: member.bornOn });
  if ((member.sex === '1' || member.sex === '2') && member.sex !== read.sex)
    found.push({ code: 'sex-differs', expected: read.sex ?? '', actual: member.sex });
  return found;
}

function dateContradictions(member: CheckedMember, leastAge: number): Contradiction[] {
  const { bornOn, joinedOn, confirmedOn } = member;
  const found: Contradiction[] = [];
  if (bornOn !== null && joinedOn !== null) {
    const grownUp = addMonths(bornOn, leastAge * 12);
    if (isCertainlyBefore(joinedOn, grownUp))
      found.push({ code: 'joined-too-young', expected: `≥ ${grownUp}`, actual: joinedOn });
  }
  if (joinedOn === null || confirmedOn === null) return found;
  if (isCertainlyBefore(confirmedOn, joinedOn))
    return [...found, { code: 'confirmed-before-joined', expected: `≥ ${joinedOn}`, actual: confirmedOn }];
  const earliest = addMonths(joinedOn, probationMonths + member.probationExtendedMonths);
  if (!joinedWithoutProbation(joinedOn) && isCertainlyBefore(confirmedOn, earliest))
    found.push({ code: 'probation-too-short', expected: `≥ ${earliest}`, actual: confirmedOn });
  return found;
}

function extensionContradictions(member: CheckedMember): Contradiction[] {
  const months = member.probationExtendedMonths;
  return months > 0 && (months < 6 || months > 12)
    ? [{ code: 'extension-out-of-range', expected: '6–12', actual: String(months) }]
    : [];
}

function isLive(member: CheckedMember, facts: CheckFacts): boolean {
  return isInHeadcount(member, facts.asOf, facts.branch.id) || categoryOn(member, facts.asOf) === 'applicant';
}

/** What contradicts itself in one member's record, without looking at others. */
export function memberContradictions(member: CheckedMember, leastAge: number): Contradiction[] {
  return [
    ...idNumberContradictions(member),
    ...dateContradictions(member, leastAge),
    ...extensionContradictions(member),
  ];
}

function memberFinding(
  member: CheckedMember,
  severity: Finding['severity'],
  found: Contradiction,
  params = {},
): Finding {
  return {
    key: `${member.id}.${found.code}`,
    severity,
    dueOn: null,
    record: 'member',
    recordId: member.id,
    params: { code: found.code, person: member.name, ...params },
    expected: found.expected,
    actual: found.actual,
  };
}

function contradictionFindings(facts: CheckFacts): Finding[] {
  const leastAge = settingOn(facts.settings, 'member.least-age', facts.asOf).value;
  const live = facts.members.filter((member) => isLive(member, facts));
  const holders = new Map<string, CheckedMember[]>();
  for (const member of live) {
    if (member.idNumber !== null) holders.set(member.idNumber, [...(holders.get(member.idNumber) ?? []), member]);
  }
  return live.flatMap((member) => {
    const findings = memberContradictions(member, leastAge).map((found) => memberFinding(member, 'overdue', found));
    const others = (holders.get(member.idNumber ?? '') ?? []).filter((other) => other.id !== member.id);
    if (others.length > 0) {
      const found = { code: 'id-number-duplicate', expected: '1', actual: String(others.length + 1) };
      const params = { others: others.map((other) => other.name).join('、') };
      findings.push(memberFinding(member, 'overdue', found, params));
    }
    return findings;
  });
}

const requiredFields = ['idNumber', 'bornOn', 'ethnicity', 'education', 'mobilePhone', 'joinedOn'] as const;

function missingFindings(facts: CheckFacts): Finding[] {
  return facts.members
    .filter((member) => isInHeadcount(member, facts.asOf, facts.branch.id))
    .flatMap((member) => {
      const missing: string[] = requiredFields.filter((field) => member[field] === null || member[field] === '');
      if (member.sex === '0' || member.sex === '9') missing.push('sex');
      if (missing.length === 0) return [];
      const total = requiredFields.length + 1;
      const found = { code: 'fields-missing', expected: String(total), actual: String(total - missing.length) };
      return [memberFinding(member, 'incomplete', found, { fields: missing.join(',') })];
    });
}

export const s1c: Check = {
  id: 'S1c',
  subject: 'members',
  source: 'GB 11643-1999；党章第1条、第7条：年满18岁，预备期一年',
  codes: [
    'id-number-length',
    'id-number-characters',
    'id-number-birth-date',
    'id-number-checksum',
    'id-number-duplicate',
    'birth-date-differs',
    'sex-differs',
    'joined-too-young',
    'confirmed-before-joined',
    'probation-too-short',
    'extension-out-of-range',
  ],
  evaluate: contradictionFindings,
};

/** No id in domain.md §11; the items are those of the 党员基本信息采集表 (§2.1) that every report needs. */
export const membersIncomplete: Check = {
  id: 'member-incomplete',
  subject: 'members',
  source: '党员基本信息采集表',
  codes: ['fields-missing'],
  evaluate: missingFindings,
};

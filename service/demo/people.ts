import type { Member } from '../../contract/member.ts';
import { addMonths, daysInMonth } from '../../rules/dates.ts';
import { idCheckCharacter } from '../../rules/id-number.ts';
import type { Random } from './random.ts';
import { words } from './words.ts';

type Draft = Partial<Member> & { id: string; revision: number; name: string };

export interface DemoPlan {
  branchId: string;
  groupIds: readonly string[];
  /** First day of the archive. */
  from: string;
  today: string;
}

interface Taken {
  names: Set<string>;
  idNumbers: Set<string>;
}

/** Address code that is not in use, so that no number can be anybody's. */
const unusedAddress = '999901';

/** Invents the people of a branch: mostly full members, a few probationary, one away, one exempt, one who left. */
export function demoMembers(random: Random, count: number, plan: DemoPlan): Draft[] {
  const probationary = count >= 8 ? Math.max(1, Math.floor(count / 12)) : 0;
  const taken: Taken = { names: new Set(), idNumbers: new Set() };
  return Array.from({ length: count }, (_, index) => {
    const isProbationary = index >= count - probationary;
    return person(random, index, isProbationary, taken, plan, index === 6 && count > 10);
  });
}

function person(
  random: Random,
  index: number,
  isProbationary: boolean,
  taken: Taken,
  plan: DemoPlan,
  isExempt: boolean,
): Draft {
  const minority = index >= 7 && index % 9 === 7 ? words.minorities[((index - 7) / 9) % 4] : undefined;
  const sex = minority?.sex ?? (random.chance(0.55) ? '1' : '2');
  const name = uniqueName(random, index, sex, minority?.name, taken.names);
  const year = Number(plan.today.slice(0, 4));
  const bornYear = isProbationary ? year - random.int(22, 35) : isExempt ? year - 82 : year - random.int(28, 74);
  const bornMonth = random.int(1, 12);
  const bornOn = day(bornYear, bornMonth, random.int(1, daysInMonth(bornYear, bornMonth)));
  const joinedOn = isProbationary
    ? probationStart(random, plan.today)
    : day(Math.max(bornYear + random.int(19, 30), bornYear + 19), random.int(1, 12), random.int(1, 28));
  const joined = !isProbationary && joinedOn > addMonths(plan.today, -13) ? addMonths(plan.today, -30) : joinedOn;
  const isAdmittedHere = joined > plan.from;
  const groupId = plan.groupIds[index % Math.max(1, plan.groupIds.length)] ?? null;
  return {
    id: `member-${String(index + 1).padStart(5, '0')}`,
    revision: 0,
    name,
    sex: sex as Member['sex'],
    idNumber: idNumber(bornOn, sex, index, taken.idNumbers),
    bornOn,
    ethnicity: minority?.ethnicity ?? (random.chance(0.06) ? random.pick(['03', '06', '11', '15']) : '01'),
    nativePlace: random.pick(words.places),
    education: random.pick(words.education),
    startedWorkOn: `${bornYear + random.int(20, 24)}-${String(random.int(1, 12)).padStart(2, '0')}`,
    employer: year - bornYear > 60 ? '退休' : random.pick(words.employers),
    appliedOn: addMonths(joined, -30),
    activistOn: addMonths(joined, -22),
    candidateOn: addMonths(joined, -6),
    joinedOn: joined,
    joinApprovedOn: addMonths(joined, 1),
    confirmedOn: isProbationary ? null : addMonths(joined, 12),
    joinedBranchName: words.branchFull,
    mobilePhone: `139${String(10_000_000 + ((index * 7919) % 89_999_999)).padStart(8, '0')}`,
    residenceAddress: `${random.pick(words.streets)}${random.int(1, 180)}号`,
    archivePlace: '街道党工委',
    memberships: [
      {
        id: `stay-${String(index + 1).padStart(5, '0')}`,
        branchId: plan.branchId,
        groupId,
        from: isAdmittedHere ? joined : plan.from,
        entryKind: isAdmittedHere ? 'admitted' : 'registered',
        to: null,
        leaveKind: null,
        reason: '',
      },
    ],
    statuses: [...(isExempt ? [status(index, 'attendance-exempt', plan.from, '年老体弱，送学上门')] : [])],
  };
}

function status(index: number, kind: Member['statuses'][number]['kind'], from: string, detail: string) {
  return { id: `status-${index + 1}`, kind, from, to: null, detail, reason: '', documentNumber: '' };
}

/** Admitted within the last year, so that probation has not ended. */
function probationStart(random: Random, today: string): string {
  return addMonths(today, -random.int(1, 11));
}

function uniqueName(random: Random, index: number, sex: string, given: string | undefined, names: Set<string>): string {
  const rare = index === 3 || index === 4 ? words.rare[index - 3] : undefined;
  let name = given ?? rare ?? '';
  for (let attempt = 0; name === '' || names.has(name); attempt++) {
    const first = sex === '1' ? random.pick(words.maleNames) : random.pick(words.femaleNames);
    name = random.pick(words.surnames) + first + (attempt > 20 ? random.pick(words.maleNames) : '');
    if (attempt > 200) break; // a large archive has namesakes, as life has
  }
  names.add(name);
  return name;
}

function idNumber(bornOn: string, sex: string, index: number, taken: Set<string>): string {
  for (let serial = index * 2; ; serial += 2) {
    // The serial is odd for men, even for women.
    const order = String((serial + (sex === '1' ? 1 : 0)) % 1000).padStart(3, '0');
    const body = `${unusedAddress}${bornOn.replaceAll('-', '')}${order}`;
    const number = body + (idCheckCharacter(body) ?? '');
    if (taken.has(number)) continue;
    taken.add(number);
    return number;
  }
}

function day(year: number, month: number, date: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

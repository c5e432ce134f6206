import type { Exam, ExamCounts, ExamSitting, SittingState } from '../contract/exam.ts';
import type { IsoDate } from '../contract/values.ts';
import { hasStatusOn, isInHeadcount, type MemberDates } from './member.ts';

/** Who takes an exam, how much time is left, and its rates (domain.md §6: 及格率 = pass/参考, 参考率 = 参考/应考). */

/** 应考: in the headcount of the branch that day, neither exempt by status (domain.md §5.1) nor excused from this exam. */
export function expectation(
  person: MemberDates & { readonly id: string },
  exam: Pick<Exam, 'branchId' | 'heldOn' | 'excused'>,
): 'expected' | 'exempt' | 'excused' | 'outside' {
  if (!isInHeadcount(person, exam.heldOn, exam.branchId)) return 'outside';
  if (hasStatusOn(person, 'attendance-exempt', exam.heldOn)) return 'exempt';
  return exam.excused.some(({ memberId }) => memberId === person.id) ? 'excused' : 'expected';
}

export type SittingTime = Pick<ExamSitting, 'startedAt' | 'lastSeenAt' | 'extraMinutes'>;

/**
 * Whole seconds left. The time runs from the beginning, also while the program is closed; what an interruption took is
 * given back as extra minutes. A clock that was set back gives nothing: the latest time seen counts.
 *
 * @param now ISO time of the engine
 */
export function secondsLeft(sitting: SittingTime, durationMinutes: number, now: string): number {
  if (sitting.startedAt === null) return 0;
  const seen = Math.max(Date.parse(now), Date.parse(sitting.lastSeenAt ?? sitting.startedAt));
  const ends = Date.parse(sitting.startedAt) + (durationMinutes + sitting.extraMinutes) * 60_000;
  return Math.max(0, Math.ceil((ends - seen) / 1000));
}

/** The moment a sitting whose time ran out ended. */
export function timeIsOverAt(sitting: SittingTime, durationMinutes: number): string {
  return new Date(
    Date.parse(sitting.startedAt ?? '') + (durationMinutes + sitting.extraMinutes) * 60_000,
  ).toISOString();
}

/** Where a person stands. Who took it although exempt has a result like the others. */
export function sittingState(
  expected: 'expected' | 'exempt' | 'excused' | 'outside',
  sitting: Pick<ExamSitting, 'submittedAt'> | undefined,
  score: number | null,
): SittingState {
  if (sitting === undefined) return expected === 'expected' || expected === 'outside' ? 'absent' : expected;
  if (sitting.submittedAt === null) return 'running';
  return score === null ? 'waiting' : 'marked';
}

/** Counts and rates. Who took it without being expected counts as expected, so that no rate passes one. */
export function examCounts(rows: readonly { state: SittingState; passed: boolean | null }[]): ExamCounts {
  const taken = rows.filter(({ state }) => state === 'marked' || state === 'waiting' || state === 'running').length;
  const expected = rows.filter(({ state }) => state !== 'exempt' && state !== 'excused').length;
  const passed = rows.filter((row) => row.passed === true).length;
  const waiting = rows.filter(({ state }) => state === 'waiting').length;
  return {
    expected,
    taken,
    passed,
    waiting,
    participation: expected === 0 ? null : taken / expected,
    passRate: taken === 0 ? null : passed / taken,
  };
}

/** `2026-001`; above 999 as many digits as it takes. */
export function certificateNumber(year: number, sequence: number): string {
  return `${year}-${String(sequence).padStart(3, '0')}`;
}

/** The year whose series a certificate belongs to. */
export function certificateYear(issuedOn: IsoDate): number {
  return Number(issuedOn.slice(0, 4));
}

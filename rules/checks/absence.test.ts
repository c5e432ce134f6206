import { describe, expect, test } from 'vitest';
import type { AttendanceState } from '../../contract/meeting.ts';
import { m13, monthsAbsent } from './absence.ts';
import { facts, found, meeting, member, present } from './fixtures.ts';

describe('M13: absence without leave', () => {
  const absences = (states: (AttendanceState | null)[]) =>
    states.flatMap((state, index) =>
      state === null
        ? []
        : [
            meeting(`k${index}`, {
              heldOn: `2025-0${index + 1}-15`,
              attendance: [{ memberId: 'm1', state, reason: '', opinionReceivedOn: null }],
            }),
          ],
    );

  test('warns at three months on end, and at six it is the limit', () => {
    const value = (count: number) => facts('2025-09-30', { meetings: absences(Array(count).fill('absent')) });
    expect(found(m13, value(2))).toEqual([]);
    expect(found(m13, value(3))).toEqual(['warning:todo']);
    expect(found(m13, value(5))).toEqual(['warning:todo']);
    expect(found(m13, value(6))).toEqual(['limit-reached:overdue']);
  });

  test('leave, exemption or one presence ends the run; a month without record does not', () => {
    expect(monthsAbsent(absences(['absent', 'absent', 'leave', 'absent']), 'm1', '2025-09-30')).toEqual(['2025-04']);
    expect(monthsAbsent(absences(['absent', null, 'absent', 'absent']), 'm1', '2025-09-30')).toHaveLength(3);
    const both = [
      ...absences(['absent', 'absent', 'absent']),
      meeting('x', { heldOn: '2025-03-20', attendance: present('m1') }),
    ];
    expect(monthsAbsent(both, 'm1', '2025-09-30')).toEqual([]);
  });

  test('of whom attendance is not required, absence is no matter while that holds', () => {
    const exempt = (to: string | null) => [
      member('m1', {
        statuses: [
          { id: 'x', kind: 'attendance-exempt', from: '2025-01-01', to, detail: '', reason: '', documentNumber: '' },
        ],
      }),
    ];
    const value = (to: string | null) =>
      facts('2025-09-30', { members: exempt(to), meetings: absences(Array(6).fill('absent')) });
    expect(found(m13, value(null))).toEqual([]);
    expect(found(m13, value('2025-04-01'))).toEqual(['warning:todo']);
  });

  test('the month under way counts only once it is over', () => {
    expect(monthsAbsent(absences(['absent', 'absent', 'absent']), 'm1', '2025-03-20')).toHaveLength(2);
  });
});

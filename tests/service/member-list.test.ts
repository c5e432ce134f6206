import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Member, MemberCategory } from '../../contract/member.ts';
import { StatusKind } from '../../contract/member.ts';
import { pageOfMembers } from '../../db/queries/member-list.ts';
import { memberIdsOn, membersById, membersOn, statusesOn } from '../../db/queries/members.ts';
import { addMonths, compareDates, holdsOn } from '../../rules/dates.ts';
import { categoryOn, hasStatusOn, isInHeadcount, stayOn } from '../../rules/member.ts';
import { memberHandlers } from '../../service/members.ts';
import { openMemberArchive } from './member-archive.ts';

const whole = { search: '', includeFormer: true, order: 'pinyin' } as const;
const page = { offset: 0, limit: 500 };

/** Dates of every precision, crowded into a few years so that they meet. */
const partialDate = fc
  .record({
    year: fc.integer({ min: 1968, max: 1979 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.constantFrom('01', '15', '28'),
    length: fc.constantFrom(4, 7, 10),
  })
  .map(({ year, month, day, length }) => `${year}-${String(month).padStart(2, '0')}-${day}`.slice(0, length));

const person = fc.record({
  joinedOn: fc.option(partialDate),
  monthsToConfirmation: fc.option(fc.integer({ min: 0, max: 40 })),
  stays: fc.array(partialDate, { maxLength: 5 }),
  branches: fc.array(fc.constantFrom('b1', 'b2'), { minLength: 5, maxLength: 5 }),
  status: fc.option(fc.tuple(fc.constantFrom(...StatusKind.options), partialDate, fc.option(partialDate))),
  sex: fc.constantFrom('1', '2'),
  ethnicity: fc.option(fc.constantFrom('01', '05')),
});

/** Successive stays: the border days taken in pairs. */
function staysOf(id: string, borders: readonly string[], branches: readonly string[]): Member['memberships'] {
  const days = [...new Set(borders)].sort(compareDates);
  return days
    .filter((_day, index) => index % 2 === 0)
    .map((from, index) => {
      const to = days[index * 2 + 1] ?? null;
      const branchId = branches[index] ?? 'b1';
      const leaveKind = to === null ? null : 'transferred-out';
      return {
        id: `${id}-${index}`,
        branchId,
        groupId: null,
        from,
        entryKind: 'transferred-in',
        to,
        leaveKind,
        reason: '',
      };
    });
}

test('the list in SQL says of everybody on any day what the rules say', () => {
  fc.assert(
    fc.property(
      fc.array(person, { minLength: 1, maxLength: 30 }),
      fc.date({ min: new Date('1968-01-01'), max: new Date('1980-12-31'), noInvalidDate: true }),
      (people, at) => {
        const { db, put } = openMemberArchive();
        const day = at.toISOString().slice(0, 10);
        const members = put(
          people.map(({ joinedOn, monthsToConfirmation, stays, branches, status, sex, ethnicity }, index) => ({
            id: `m${index}`,
            revision: 0,
            name: '张三',
            sex: sex as '1' | '2',
            ethnicity,
            joinedOn,
            confirmedOn:
              joinedOn === null || monthsToConfirmation === null ? null : addMonths(joinedOn, monthsToConfirmation),
            memberships: staysOf(`m${index}`, stays, branches),
            statuses:
              status === null || (status[2] !== null && compareDates(status[2], status[1]) < 0)
                ? []
                : [
                    {
                      id: `s${index}`,
                      kind: status[0],
                      from: status[1],
                      to: status[2],
                      detail: '',
                      reason: '',
                      documentNumber: '',
                    },
                  ],
          })),
        );
        const begun = (member: Member) =>
          member.memberships.length === 0 ||
          member.memberships.some((stay) => holdsOn({ from: stay.from, to: null }, day));
        const expected = members.filter(begun);
        for (const category of ['full', 'probationary', 'applicant', 'former'] as MemberCategory[]) {
          const found = pageOfMembers(db, { ...whole, asOf: day, category }, page);
          expect(found.rows.map((row) => row.id).sort()).toEqual(
            expected
              .filter((member) => categoryOn(member, day) === category)
              .map((member) => member.id)
              .sort(),
          );
        }
        const counted = expected.filter((member) => isInHeadcount(member, day));
        expect(pageOfMembers(db, { ...whole, asOf: day }, page).counts).toEqual({
          full: counted.filter((member) => categoryOn(member, day) === 'full').length,
          probationary: counted.filter((member) => categoryOn(member, day) === 'probationary').length,
          women: counted.filter((member) => member.sex === '2').length,
          minority: counted.filter((member) => member.ethnicity === '05').length,
        });
        for (const branchId of ['b1', 'b2'])
          expect(memberIdsOn(db, { asOf: day, branchId }).sort()).toEqual(
            members
              .filter((member) => stayOn(member, day)?.branchId === branchId)
              .map((member) => member.id)
              .sort(),
          );
        for (const kind of StatusKind.options)
          expect(
            statusesOn(db, { asOf: day, kind })
              .map((status) => status.memberId)
              .sort(),
          ).toEqual(
            members
              .filter((member) => hasStatusOn(member, kind, day))
              .map((member) => member.id)
              .sort(),
          );
        expect(
          membersById(
            db,
            members.map((member) => member.id),
          ),
        ).toEqual(members);
        db.raw.close();
      },
    ),
    { numRuns: 25 },
  );
});

test('pages of ten thousand members tile the list, in every order, and name who is searched', () => {
  const { db, context, put } = openMemberArchive();
  const surnames = [...'赵钱孙李周吴郑王冯陈'];
  const numbers = Array.from({ length: 10_000 }, (_, index) => index);
  put(
    numbers.map((index) => ({
      id: `m${index}`,
      revision: 0,
      name: `${surnames[index % 10]}${surnames[Math.floor(index / 10) % 10]}${surnames[Math.floor(index / 100) % 10]}`,
      mobilePhone: `138${String(index).padStart(8, '0')}`,
      joinedOn: `19${58 + (index % 40)}-07-01`,
      confirmedOn: `19${59 + (index % 40)}-07-01`,
      memberships: [
        {
          id: `s${index}`,
          branchId: 'b1',
          groupId: index % 2 === 0 ? 'g1' : 'g2',
          from: '2000-01',
          entryKind: 'registered' as const,
          to: null,
          leaveKind: null,
          reason: '',
        },
      ],
    })),
  );
  const list = memberHandlers['member.list'];
  const input = { asOf: '2026-11-24', branchId: 'b1', search: '', includeFormer: false, limit: 500 };
  for (const order of ['post', 'pinyin', 'strokes', 'joined'] as const) {
    const seen = new Set<string>();
    for (let offset = 0; offset < 10_000; offset += 500)
      for (const row of list(context, { ...input, order, offset }).rows) seen.add(row.id);
    expect(seen.size).toBe(10_000);
  }
  expect(list(context, { ...input, order: 'pinyin', offset: 0, search: 'zqs' }).total).toBe(30);
  expect(list(context, { ...input, order: 'pinyin', offset: 0, search: '00001234' }).rows.map((row) => row.id)).toEqual(
    ['m1234'],
  );
  expect(membersOn(db, { asOf: '2000-01-01', groupId: 'g1' })).toHaveLength(5_000);
});

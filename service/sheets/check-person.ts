import type { RosterField, RosterProblemCode } from '../../contract/roster-import.ts';
import type { IsoDate, PartialDate } from '../../contract/values.ts';
import { sexes } from '../../rules/codes/sex.ts';
import { earliestDay, isCertainlyBefore } from '../../rules/dates.ts';
import { maskIdNumber, maskPhone, readIdNumber } from '../../rules/id-number.ts';
import { confirmedDate } from '../../rules/member.ts';
import { agree, type KnownPerson } from './match-people.ts';
import type { PersonRow, RosterValues, RowFault } from './roster-values.ts';
import { cellAddress } from './sheet.ts';

/** A row after its values were held against each other and against what is known of the person. */
export interface CheckedPerson {
  readonly values: RosterValues;
  readonly faults: readonly RowFault[];
}

const dateFields = [
  'bornOn',
  'startedWorkOn',
  'appliedOn',
  'activistOn',
  'candidateOn',
  'joinedOn',
  'joinApprovedOn',
  'confirmedOn',
] as const;

/**
 * Cross-checks one person: ID number, birth and sex; order of the dates; category and dates. What the ID number
 * tells and the row leaves blank or vague (birth, sex) is filled in; what contradicts is a fault.
 */
export function checkPerson(person: PersonRow, known: KnownPerson | null, asOf: IsoDate): CheckedPerson {
  const values: RosterValues = { ...person.values };
  const faults: RowFault[] = [];
  const nameColumn = person.places.get('name')?.column ?? 0;

  function fault(code: RosterProblemCode, field: RosterField, detail: Record<string, string> = {}): void {
    const place = person.places.get(field) ?? person.blanks.get(field);
    const { written = '', ...where } = place ?? { row: person.row, column: nameColumn, title: '' };
    faults.push({ code, field, ...where, value: written, detail });
  }
  const hasFault = (field: RosterField) => person.faults.some((other) => other.field === field);
  const cellOf = (field: RosterField): Record<string, string> => {
    const place = person.places.get(field);
    return place === undefined ? {} : { otherCell: cellAddress(place.row, place.column) };
  };

  if (person.maskedId !== null && person.maskedId !== maskIdNumber(known?.fields.idNumber ?? null))
    fault('id-masked', 'idNumber');
  if (person.maskedPhone !== null && person.maskedPhone !== maskPhone(known?.fields.mobilePhone ?? null))
    fault('phone-masked', 'mobilePhone');

  const idNumber = values.idNumber ?? known?.fields.idNumber ?? null;
  const facts = idNumber === null ? null : readIdNumber(idNumber);
  let settlesBirth = false;
  if (facts?.bornOn != null) {
    const derived = facts.bornOn;
    settlesBirth = person.openBirth.some((candidate) => derived.startsWith(candidate));
    const isOnFile = known !== null && known.fields.bornOn === values.bornOn && known.fields.bornOnReason !== '';
    if (values.bornOn == null) {
      if (known?.fields.bornOn == null && (settlesBirth || !hasFault('bornOn'))) values.bornOn = derived;
    } else if (derived.startsWith(values.bornOn)) values.bornOn = derived;
    else if (!isOnFile)
      fault('birth-differs-from-id', 'bornOn', { written: values.bornOn, derived, ...cellOf('idNumber') });
  }
  if (facts?.sex != null) {
    if (values.sex === undefined) {
      const isUnknown = known === null || known.fields.sex === '0' || known.fields.sex === '9';
      if (isUnknown) values.sex = facts.sex;
    } else if (values.sex !== facts.sex) {
      const words = { written: sexes.names[values.sex] ?? '', derived: sexes.names[facts.sex] ?? '' };
      fault('sex-differs-from-id', 'sex', { ...words, ...cellOf('idNumber') });
    }
  } else if (values.sex === undefined && known === null && !hasFault('sex') && !hasFault('idNumber'))
    fault('sex-missing', 'sex');

  for (const field of dateFields) {
    const date = values[field];
    if (date != null && earliestDay(date) > asOf) fault('date-in-future', field, { asOf });
  }
  const joinedOn = values.joinedOn ?? known?.fields.joinedOn ?? null;
  const confirmedOn = values.confirmedOn ?? known?.fields.confirmedOn ?? null;
  if (
    joinedOn !== null &&
    confirmedOn !== null &&
    isCertainlyBefore(confirmedOn, joinedOn) &&
    (values.joinedOn ?? values.confirmedOn) != null
  )
    fault('confirmed-before-joined', values.confirmedOn == null ? 'joinedOn' : 'confirmedOn', {
      joinedOn,
      confirmedOn,
      ...cellOf('joinedOn'),
    });
  checkCategory();

  return {
    values,
    // A vague birth date that the ID number settles is no fault; a sex written as 0 neither, when the number tells.
    faults: [
      ...person.faults.filter(
        ({ field, code, value }) =>
          !(field === 'bornOn' && settlesBirth) && !(code === 'sex-unclear' && value === '0' && facts?.sex != null),
      ),
      ...faults,
    ],
  };

  function checkCategory(): void {
    const { category } = values;
    if (category === undefined) return;
    const confirmed: PartialDate | null = confirmedDate({ joinedOn, confirmedOn });
    const isConfirmed = confirmedOn !== null && earliestDay(confirmedOn) <= asOf;
    if (category === 'full' && confirmed === null) {
      if (!hasFault('confirmedOn') && !hasFault('joinedOn'))
        fault('confirmed-missing', 'confirmedOn', cellOf('category'));
    } else if (category === 'probationary' && joinedOn === null) {
      if (!hasFault('joinedOn')) fault('joined-missing', 'joinedOn', cellOf('category'));
    } else if (category === 'probationary' && isConfirmed) {
      fault('category-differs', 'category', { confirmedOn, ...cellOf('confirmedOn') });
    } else if (category === 'applicant' && joinedOn !== null) {
      fault('category-differs', 'category', { joinedOn, ...cellOf('joinedOn') });
    }
  }
}

/** Whether what is known says as much as what is written, or more. */
export function isAlreadyKnown(field: string, before: string, after: string): boolean {
  if (before === after) return true;
  if (before === '' || after === '') return after === '';
  if ((dateFields as readonly string[]).includes(field)) return before.length > after.length && agree(before, after);
  if (field === 'education') return after.endsWith('0') && before.startsWith(after.charAt(0));
  if (field === 'degree' || field === 'jobCode') return before.startsWith(after);
  return false;
}

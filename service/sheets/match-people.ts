import type { PostTitle } from '../../contract/branch.ts';
import type { Member } from '../../contract/member.ts';
import type { RosterProblemCode } from '../../contract/roster-import.ts';
import { maskIdNumber, maskPhone, readIdNumber } from '../../rules/id-number.ts';
import { nameKey } from './read-identity.ts';
import type { MemberField, PersonRow } from './roster-values.ts';

/** A person of the archive, as far as an import looks at one. */
export interface KnownPerson {
  readonly id: string;
  readonly revision: number;
  readonly fields: Pick<Member, MemberField | 'bornOnReason'>;
  /** Where the person is on the reference day; `null` when nowhere. */
  readonly branchId: string | null;
  readonly groupName: string;
  readonly postTitles: readonly PostTitle[];
  readonly isGroupLeader: boolean;
  /** Left the archive's branches: transferred out, died, struck off, … */
  readonly hasLeft: boolean;
}

export type Match =
  | { readonly kind: 'known'; readonly person: KnownPerson }
  | { readonly kind: 'new' }
  | { readonly kind: 'problem'; readonly code: RosterProblemCode; readonly detail: Record<string, string> };

/** Finds the person of a row: by ID number first, then by name and what else agrees. Never by name alone. */
export class PeopleIndex {
  readonly #byId = new Map<string, KnownPerson>();
  readonly #byName = new Map<string, KnownPerson[]>();

  constructor(people: readonly KnownPerson[]) {
    for (const person of people) {
      if (person.fields.idNumber !== null) this.#byId.set(person.fields.idNumber, person);
      const key = nameKey(person.fields.name);
      this.#byName.set(key, [...(this.#byName.get(key) ?? []), person]);
    }
  }

  find(row: PersonRow): Match {
    const { idNumber, name } = row.values;
    const sameId = idNumber == null ? undefined : this.#byId.get(idNumber);
    if (sameId !== undefined) return accept(sameId);
    const namesakes = name === undefined ? [] : (this.#byName.get(nameKey(name)) ?? []);
    const judged = namesakes.map((person) => ({ person, verdict: compare(row, person) }));
    const sure = judged.filter(({ verdict }) => verdict === 'same');
    const [only] = sure;
    if (sure.length === 1 && only !== undefined) return accept(only.person);
    if (sure.length > 1) return { kind: 'problem', code: 'person-ambiguous', detail: { count: String(sure.length) } };
    const clash = judged.find(({ verdict }) => verdict === 'other-id');
    if (clash !== undefined) {
      const known = maskIdNumber(clash.person.fields.idNumber);
      return { kind: 'problem', code: 'person-id-differs', detail: { known } };
    }
    const unclear = judged.filter(({ verdict }) => verdict === 'unclear').length;
    if (unclear > 0) return { kind: 'problem', code: 'person-ambiguous', detail: { count: String(unclear) } };
    return { kind: 'new' };
  }
}

function accept(person: KnownPerson): Match {
  return person.hasLeft
    ? { kind: 'problem', code: 'person-has-left', detail: { name: person.fields.name } }
    : { kind: 'known', person };
}

type Verdict = 'same' | 'other' | 'other-id' | 'unclear';

/** What a namesake is to the row. */
function compare(row: PersonRow, { fields }: KnownPerson): Verdict {
  const { idNumber, joinedOn, mobilePhone } = row.values;
  const bornOn = (idNumber == null ? null : readIdNumber(idNumber).bornOn) ?? row.values.bornOn ?? null;
  if (row.maskedId !== null && fields.idNumber !== null) {
    return row.maskedId === maskIdNumber(fields.idNumber) ? 'same' : 'other';
  }
  const isSameBirth = bornOn !== null && fields.bornOn !== null ? agree(bornOn, fields.bornOn) : null;
  if (idNumber != null && fields.idNumber !== null)
    return isSameBirth === true && isDayKnown(bornOn, fields.bornOn) ? 'other-id' : 'other';
  if (isSameBirth !== null) return isSameBirth ? 'same' : 'other';
  if (joinedOn != null && fields.joinedOn !== null && !agree(joinedOn, fields.joinedOn)) return 'unclear';
  const isSamePhone = mobilePhone !== undefined && mobilePhone !== '' && mobilePhone === fields.mobilePhone;
  const isSameMask = row.maskedPhone !== null && row.maskedPhone === maskPhone(fields.mobilePhone);
  const isSameJoining = joinedOn != null && fields.joinedOn !== null;
  return isSamePhone || isSameMask || isSameJoining ? 'same' : 'unclear';
}

/** Whether two dates can be the same day: one is the other, known more precisely. */
export function agree(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

function isDayKnown(a: string | null, b: string | null): boolean {
  return a?.length === 10 && b?.length === 10;
}

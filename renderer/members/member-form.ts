import type { Member, MemberView } from '../../contract/member.ts';
import type { Wire } from '../../contract/operations.ts';
import type { Stay } from './stays.ts';

/** Fields that are shown masked; their true value is not here unless it was typed. */
export const maskedFields = ['idNumber', 'mobilePhone', 'landline', 'emergencyContact'] as const;
export type MaskedField = (typeof maskedFields)[number];

/** What is done to a masked field: left alone, replaced by what is typed, or emptied. */
export type MaskedChange = { kind: 'keep' } | { kind: 'type'; value: string } | { kind: 'clear' };

type Plain = Omit<Member, 'id' | 'revision' | 'memberships' | 'statuses' | MaskedField>;
export type PlainField = keyof Plain;

/** The form of one person. Number fields may hold `NaN` while what is typed is no number. */
export interface MemberForm {
  plain: Plain;
  masked: Record<MaskedField, MaskedChange>;
  /** The first stay of a new person. */
  stay: Stay | null;
}

const blank: Plain = {
  name: '',
  formerName: '',
  pinyin: '',
  sex: '9',
  bornOn: null,
  bornOnReason: '',
  ethnicity: '01',
  nativePlace: '',
  birthPlace: '',
  education: null,
  degree: null,
  school: '',
  startedWorkOn: null,
  employer: '',
  jobCode: null,
  technicalTitle: null,
  socialStratum: '',
  isMigrantWorker: null,
  appliedOn: null,
  activistOn: null,
  candidateOn: null,
  joinedOn: null,
  joinApprovedOn: null,
  confirmedOn: null,
  confirmApprovedOn: null,
  probationExtendedMonths: 0,
  joinedBranchName: '',
  introducerNames: [],
  volunteerFormNumber: '',
  partyYearsCorrection: 0,
  householdAddress: '',
  residenceAddress: '',
  archivePlace: '',
  note: '',
};
const plainFields = Object.keys(blank) as PlainField[];

const untouched: MemberForm['masked'] = {
  idNumber: { kind: 'keep' },
  mobilePhone: { kind: 'keep' },
  landline: { kind: 'keep' },
  emergencyContact: { kind: 'keep' },
};

/** The form of a new person: nothing is guessed, the ethnicity too is chosen. */
export function newForm(stay: Stay): MemberForm {
  const typed = { kind: 'type', value: '' } as const;
  return {
    plain: { ...blank, ethnicity: null },
    masked: { idNumber: typed, mobilePhone: typed, landline: typed, emergencyContact: typed },
    stay,
  };
}

/** The form of a registered person. */
export function formOf(person: MemberView): MemberForm {
  const values = Object.fromEntries(plainFields.map((field) => [field, person[field]]));
  return { plain: values as unknown as Plain, masked: untouched, stay: null };
}

/** The fields that differ from those the form began with. */
export function changedFields(initial: MemberForm, form: MemberForm): PlainField[] {
  return plainFields.filter((field) => JSON.stringify(initial.plain[field]) !== JSON.stringify(form.plain[field]));
}

export function isFormChanged(initial: MemberForm, form: MemberForm): boolean {
  return (
    changedFields(initial, form).length > 0 ||
    JSON.stringify([initial.masked, initial.stay]) !== JSON.stringify([form.masked, form.stay])
  );
}

/**
 * What a save sends: only what was changed here, so that nothing read earlier overwrites anything. A masked field
 * goes along only when it was typed or emptied; typed blank it is left as it was.
 */
export function draftOf(
  { id, revision }: { id: string; revision: number },
  initial: MemberForm,
  form: MemberForm,
): Wire<'member.save'>['draft'] {
  const draft: Record<string, unknown> = { id, revision };
  // A new person without a name is told so together with everything else.
  if (revision === 0) draft.name = form.plain.name;
  for (const field of changedFields(initial, form)) draft[field] = form.plain[field];
  if (form.plain.introducerNames.some((name) => name.trim() === '') && draft.introducerNames !== undefined)
    draft.introducerNames = form.plain.introducerNames.filter((name) => name.trim() !== '');
  for (const field of maskedFields) {
    const change = form.masked[field];
    if (change.kind === 'clear') draft[field] = field === 'idNumber' ? null : '';
    else if (change.kind === 'type' && change.value.trim() !== '') draft[field] = change.value.trim();
  }
  if (form.stay !== null) draft.memberships = [form.stay];
  return draft as Wire<'member.save'>['draft'];
}

/** What she changed, put onto the record as it is now. */
export function withMine(base: MemberForm, form: MemberForm, theirs: MemberView): MemberForm {
  const now = formOf(theirs);
  const mine = Object.fromEntries(
    Object.entries(form.plain).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(base.plain[field as keyof typeof base.plain]),
    ),
  );
  return { ...now, plain: { ...now.plain, ...mine }, masked: form.masked };
}

/** An ID number as it is stored: half-width, no spaces, X in upper case. */
export function tidyIdNumber(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
}

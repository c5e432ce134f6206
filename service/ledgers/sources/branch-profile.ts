import type { Column, FormField } from '../../../contract/ledger.ts';
import { listCommitteeTerms } from '../../../db/queries/branches.ts';
import { isCollegeOrAbove } from '../../../rules/codes/education.ts';
import { isMinority } from '../../../rules/codes/ethnicity.ts';
import { organisationKindNames, unitKindNames } from '../../../rules/codes/organisation.ts';
import { ageOn, categoryOn } from '../../../rules/member.ts';
import { termExpiresOn, termOn } from '../../../rules/term.ts';
import { committee } from '../../../templates/ledgers/02-committee.ts';
import { frameWords, profileWords as words, writtenDay } from '../../../templates/ledgers/words.ts';
import type { FormSource, SourceContext } from '../source.ts';
import { phoneShown, registered } from '../words.ts';
import { committeeRows } from './committee.ts';

/** 党支部基本情况登记表: one form for the branch as it is on the day. */
export const branchProfileSource: FormSource = (context) => ({
  pages: () => [
    {
      recordId: context.branch.id,
      name: words.fullName,
      title: frameWords.title(context.options.year, context.branch.fullName, '党支部基本情况登记表'),
      heading: [],
      blocks: [
        { type: 'fields', columns: 2, fields: [...identity(context), ...term(context)] },
        { type: 'fields', columns: 4, fields: headcount(context) },
        { type: 'fields', columns: 2, fields: contact(context) },
        {
          type: 'table',
          title: words.committee,
          columns: officers,
          numbered: false,
          rows: committeeRows(context),
          emptyText: '无',
        },
      ],
      signatures: words.signatures,
    },
  ],
});

/** 书记/副书记/委员: 职务 first, then the columns of ledger 2 that the form asks for. */
const officers: readonly Column[] = [
  'post',
  'name',
  'sex',
  'bornOn',
  'education',
  'joinedOn',
  'heldFrom',
  'phone',
].flatMap((key) => committee.columns.filter((column) => column.key === key));

function field(label: string, value: FormField['value'], more: Partial<FormField> = {}): FormField {
  return { label, value, format: 'text', ...more };
}

function identity({ branch }: SourceContext): FormField[] {
  return [
    field(words.fullName, branch.fullName, { span: 2, required: true }),
    field(words.shortName, registered(branch.shortName)),
    field(words.code, registered(branch.code), { required: true }),
    field(words.kind, organisationKindNames[branch.kind]),
    field(words.superior, registered(branch.superiorName), { span: 2, required: true }),
    field(words.established, branch.establishedOn === null ? null : writtenDay(branch.establishedOn), {
      required: true,
    }),
    field(words.approval, registered(branch.approvalNumber)),
    field(words.unit, registered(branch.unitName), { required: true }),
    field(words.unitKind, branch.unitKind === null ? null : unitKindNames[branch.unitKind], { required: true }),
    field(words.rating, registered(branch.rating)),
  ];
}

function headcount({ roster, options, groups }: SourceContext): FormField[] {
  const counts = { members: 0, full: 0, probationary: 0, women: 0, minority: 0, young: 0, college: 0 };
  for (const { member } of roster.entries()) {
    counts.members += 1;
    if (categoryOn(member, options.asOf) === 'full') counts.full += 1;
    else counts.probationary += 1;
    if (member.sex === '2') counts.women += 1;
    if (isMinority(member.ethnicity)) counts.minority += 1;
    const age = ageOn(member.bornOn, options.asOf);
    if (age !== null && age <= 35) counts.young += 1;
    if (isCollegeOrAbove(member.education)) counts.college += 1;
  }
  const keys = ['members', 'full', 'probationary', 'women', 'minority', 'young', 'college'] as const;
  const fields = keys.map((key) => field(words[key], words.people(counts[key])));
  return [...fields, field(words.groups, String(groups.length))];
}

function term({ db, branch, options }: SourceContext): FormField[] {
  const current = termOn(listCommitteeTerms(db, { branchId: branch.id, asOf: options.asOf }), options.asOf);
  return [
    field(words.term, current === null ? null : words.termNumber(current.number), { required: true }),
    field(words.elected, current === null ? null : writtenDay(current.electedOn), { required: true }),
    field(words.years, current === null ? null : words.yearsOf(current.years), { required: true }),
    field(words.expires, current === null ? null : writtenDay(termExpiresOn(current)), { required: true }),
  ];
}

function contact({ branch, options }: SourceContext): FormField[] {
  const metres = branch.venueSquareMetres === null ? '' : words.squareMetres(branch.venueSquareMetres);
  return [
    field(words.venue, registered(`${branch.venue}${metres}`), { span: 2, required: true }),
    field(words.contact, registered(branch.contactName), { required: true }),
    field(words.phone, phoneShown(branch.contactPhone, options), { required: true }),
    field(words.address, registered(branch.address)),
    field(words.postcode, registered(branch.postcode)),
  ];
}

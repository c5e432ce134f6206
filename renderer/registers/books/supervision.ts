import {
  disciplineKindNames,
  lostCircumstanceNames,
  organizationalMeasureKindNames,
  talkKindNames,
  warningEducationKindNames,
} from '../../../rules/codes/supervision.ts';
import { text } from '../../text/zh-CN.ts';
import { type Book, named, plain, worded } from '../book.ts';

const { books, fields, monthsOf } = text.registers;

const talk: Book = {
  name: 'talk',
  group: 'supervision',
  ...books.talk,
  columns: [
    plain('heldOn', fields.heldOn, 110),
    worded('kind', fields.kind, talkKindNames, 100),
    {
      key: 'talkerIds',
      title: fields.talkers,
      width: 150,
      show: (line, nameOf) => (line.talkerIds as string[]).map(nameOf).join('、'),
    },
    named('subjectId', fields.subject),
    plain('followUp', fields.followUp),
  ],
  fields: [
    { key: 'heldOn', label: fields.heldOn, kind: 'day', isRequired: true },
    { key: 'kind', label: fields.kind, kind: 'choice', options: talkKindNames, isRequired: true },
    { key: 'talkerIds', label: fields.talkers, kind: 'people', most: 5, isRequired: true },
    { key: 'subjectId', label: fields.subject, kind: 'person', isRequired: true },
    { key: 'place', label: fields.place, kind: 'text' },
    { key: 'cause', label: fields.cause, kind: 'text' },
    { key: 'content', label: fields.content, kind: 'lines', isWide: true },
    { key: 'problems', label: fields.problems, kind: 'lines', isWide: true },
    { key: 'followUp', label: fields.followUp, kind: 'lines', isWide: true },
    { key: 'subjectSignedOn', label: fields.subjectSignedOn, kind: 'day' },
  ],
  blank: (day) => ({ heldOn: day, kind: 'heart-to-heart', talkerIds: [] }),
};

const rectification: Book = {
  name: 'rectification',
  group: 'supervision',
  ...books.rectification,
  columns: [
    plain('foundOn', fields.foundOn, 110),
    plain('problem', fields.problem),
    plain('source', fields.source, 110),
    plain('responsibleName', fields.responsible, 100),
    plain('dueOn', fields.dueOn, 110),
    plain('doneOn', fields.doneOn, 110),
  ],
  fields: [
    { key: 'foundOn', label: fields.foundOn, kind: 'day', isRequired: true },
    { key: 'year', label: fields.year, kind: 'number', isRequired: true },
    { key: 'problem', label: fields.problem, kind: 'text', isRequired: true, isWide: true },
    { key: 'source', label: fields.source, kind: 'text' },
    { key: 'responsibleId', nameKey: 'responsibleName', label: fields.responsible, kind: 'person', isOptional: true },
    { key: 'measure', label: fields.measure, kind: 'lines', isWide: true },
    { key: 'dueOn', label: fields.dueOn, kind: 'day' },
    { key: 'progress', label: fields.progress, kind: 'lines', isWide: true },
    { key: 'doneOn', label: fields.doneOn, kind: 'day' },
    { key: 'closedBy', label: fields.closedBy, kind: 'text' },
  ],
  blank: (day) => ({ foundOn: day, year: Number(day.slice(0, 4)), responsibleId: null, responsibleName: '' }),
};

const warningEducation: Book = {
  name: 'warningEducation',
  group: 'supervision',
  ...books.warningEducation,
  columns: [
    plain('heldOn', fields.heldOn, 110),
    worded('kind', fields.kind, warningEducationKindNames, 100),
    plain('topic', fields.topic),
    plain('hostName', fields.host, 100),
    plain('participants', fields.participants, 90),
  ],
  fields: [
    { key: 'heldOn', label: fields.heldOn, kind: 'day', isRequired: true },
    { key: 'kind', label: fields.kind, kind: 'choice', options: warningEducationKindNames, isRequired: true },
    { key: 'topic', label: fields.topic, kind: 'text', isRequired: true, isWide: true },
    { key: 'hostName', label: fields.host, kind: 'text' },
    { key: 'participants', label: fields.participants, kind: 'number', least: 0 },
    { key: 'content', label: fields.content, kind: 'lines', isWide: true },
    { key: 'cases', label: fields.cases, kind: 'lines', isWide: true },
  ],
  blank: (day) => ({ heldOn: day, kind: 'warning', topic: '' }),
};

const discipline: Book = {
  name: 'discipline',
  group: 'supervision',
  ...books.discipline,
  columns: [
    plain('decidedOn', fields.decidedOn, 110),
    named('memberId', fields.member),
    worded('kind', fields.kind, disciplineKindNames, 120),
    plain('authority', fields.authority),
    plain('documentNumber', fields.documentNumber, 160),
    plain('rightsRestoredOn', fields.rightsRestoredOn, 120),
  ],
  fields: [
    { key: 'memberId', label: fields.member, kind: 'person', isRequired: true },
    { key: 'kind', label: fields.kind, kind: 'choice', options: disciplineKindNames, isRequired: true },
    { key: 'cause', label: fields.cause, kind: 'text', isRequired: true, isWide: true },
    { key: 'authority', label: fields.authority, kind: 'text' },
    { key: 'documentNumber', label: fields.documentNumber, kind: 'text' },
    { key: 'decidedOn', label: fields.decidedOn, kind: 'day', isRequired: true },
    { key: 'effectiveOn', label: fields.effectiveOn, kind: 'day' },
    {
      key: 'months',
      label: fields.months,
      kind: 'choice',
      options: monthsOf,
      isNumber: true,
      isRequired: true,
      when: (draft) => draft.kind === 'probation-within-party',
    },
    {
      key: 'rightsRestoredOn',
      label: fields.rightsRestoredOn,
      kind: 'day',
      when: (draft) => draft.kind === 'probation-within-party',
    },
    { key: 'note', label: fields.note, kind: 'lines', isWide: true },
  ],
  blank: (day) => ({ decidedOn: day, kind: 'warning', cause: '' }),
};

const organizationalMeasure: Book = {
  name: 'organizationalMeasure',
  group: 'supervision',
  ...books.organizationalMeasure,
  columns: [
    plain('decidedOn', fields.decidedOn, 110),
    named('memberId', fields.member),
    worded('kind', fields.kind, organizationalMeasureKindNames, 130),
    plain('cause', fields.cause),
    plain('deadline', fields.deadline, 110),
    plain('reviewedOn', fields.reviewedOn, 110),
  ],
  fields: [
    { key: 'memberId', label: fields.member, kind: 'person', isRequired: true },
    { key: 'kind', label: fields.kind, kind: 'choice', options: organizationalMeasureKindNames, isRequired: true },
    { key: 'cause', label: fields.cause, kind: 'text', isRequired: true, isWide: true },
    { key: 'proposedOn', label: fields.proposedOn, kind: 'day' },
    { key: 'authority', label: fields.authority, kind: 'text' },
    { key: 'documentNumber', label: fields.documentNumber, kind: 'text' },
    { key: 'decidedOn', label: fields.decidedOn, kind: 'day', isRequired: true },
    { key: 'deadline', label: fields.deadline, kind: 'day', when: (draft) => draft.kind === 'correction-within-time' },
    { key: 'reviewedOn', label: fields.reviewedOn, kind: 'day' },
    { key: 'outcome', label: fields.outcome, kind: 'lines', isWide: true },
    { key: 'note', label: fields.note, kind: 'lines', isWide: true },
  ],
  blank: (day) => ({ decidedOn: day, kind: 'correction-within-time', cause: '' }),
};

const lostContact: Book = {
  name: 'lostContact',
  group: 'care',
  ...books.lostContact,
  columns: [
    plain('lostOn', fields.lostOn, 120),
    named('memberId', fields.member),
    worded('circumstance', fields.circumstance, lostCircumstanceNames, 130),
    plain('search', fields.search),
    plain('membershipStoppedOn', fields.membershipStoppedOn, 120),
    plain('foundOn', fields.foundAgainOn, 110),
  ],
  fields: [
    { key: 'memberId', label: fields.member, kind: 'person', isRequired: true },
    { key: 'lostOn', label: fields.lostOn, kind: 'partial-day', isRequired: true },
    {
      key: 'circumstance',
      label: fields.circumstance,
      kind: 'choice',
      options: lostCircumstanceNames,
      isRequired: true,
    },
    { key: 'search', label: fields.search, kind: 'lines', isWide: true },
    { key: 'foundOn', label: fields.foundAgainOn, kind: 'day' },
    { key: 'membershipStoppedOn', label: fields.membershipStoppedOn, kind: 'day' },
    { key: 'struckOffOn', label: fields.struckOffOn, kind: 'day' },
    {
      key: 'restoredOn',
      label: fields.restoredOn,
      kind: 'day',
      when: (draft) => Boolean(draft.foundOn) && Boolean(draft.membershipStoppedOn),
    },
    {
      key: 'restorationNumber',
      label: fields.restorationNumber,
      kind: 'text',
      when: (draft) => Boolean(draft.restoredOn),
    },
    { key: 'note', label: fields.note, kind: 'lines', isWide: true },
  ],
  blank: (day) => ({ lostOn: day, circumstance: '7' }),
};

export const supervisionBooks: readonly Book[] = [
  talk,
  rectification,
  warningEducation,
  discipline,
  organizationalMeasure,
  lostContact,
];

import {
  hardshipCategoryNames,
  honourLevelNames,
  serviceKindNames,
  transferDirectionNames,
  transferStateNames,
} from '../../../rules/codes/supervision.ts';
import { text } from '../../text/zh-CN.ts';
import { type Book, type Line, named, plain, worded } from '../book.ts';

const { books, fields, directions, branchItself, sexNames } = text.registers;

/** Of another branch, and here for the time being: this line is all there is of the person. */
const isGuest = (draft: Line) => draft.direction === 'in';

const mobileMember: Book = {
  name: 'mobileMember',
  group: 'care',
  ...books.mobileMember,
  columns: [
    plain('leftOn', fields.leftOn, 110),
    worded('direction', fields.direction, directions, 70),
    plain('name', fields.name, 120),
    plain('place', fields.place),
    {
      key: 'contacts',
      title: fields.contacts,
      width: 130,
      show: (line) =>
        (line.contacts as { on: string }[])
          .map((contact) => contact.on)
          .toSorted()
          .at(-1) ?? '',
    },
    plain('returnedOn', fields.returnedOn, 110),
  ],
  fields: [
    { key: 'direction', label: fields.direction, kind: 'choice', options: directions, isRequired: true },
    {
      key: 'memberId',
      nameKey: 'name',
      label: fields.member,
      kind: 'person',
      isRequired: true,
      when: (draft) => draft.direction === 'out',
    },
    { key: 'name', label: fields.name, kind: 'text', isRequired: true, when: isGuest },
    { key: 'sex', label: fields.sex, kind: 'choice', options: sexNames, when: isGuest },
    { key: 'bornOn', label: fields.bornOn, kind: 'partial-day', when: isGuest },
    { key: 'joinedOn', label: fields.joinedOn, kind: 'partial-day', when: isGuest },
    { key: 'leftOn', label: fields.leftOn, kind: 'partial-day', isRequired: true },
    { key: 'place', label: fields.place, kind: 'text' },
    { key: 'cause', label: fields.cause, kind: 'text' },
    { key: 'isAbroad', label: fields.isAbroad, kind: 'flag' },
    { key: 'cardNumber', label: fields.cardNumber, kind: 'text' },
    { key: 'otherOrganisation', label: fields.otherOrganisation, kind: 'text' },
    { key: 'contactName', label: fields.contactName, kind: 'text' },
    { key: 'contactPhone', label: fields.contactPhone, kind: 'text' },
    { key: 'participation', label: fields.participation, kind: 'lines', isWide: true },
    {
      key: 'contacts',
      label: fields.contacts,
      kind: 'entries',
      isWide: true,
      add: text.registers.addEntry,
      fields: [
        { key: 'on', label: fields.day, kind: 'day' },
        { key: 'by', label: fields.by, kind: 'text' },
        { key: 'method', label: fields.method, kind: 'text' },
        { key: 'content', label: fields.content, kind: 'text' },
      ],
    },
    { key: 'returnedOn', label: fields.returnedOn, kind: 'day' },
    { key: 'note', label: fields.note, kind: 'lines', isWide: true },
  ],
  blank: (day) => ({ direction: 'out', leftOn: day, name: '', contacts: [], isAbroad: false }),
};

const hardship: Book = {
  name: 'hardship',
  group: 'care',
  ...books.hardship,
  columns: [
    plain('since', fields.since, 110),
    named('memberId', fields.member),
    worded('category', fields.category, hardshipCategoryNames, 100),
    plain('helperName', fields.helper, 100),
    plain('measures', fields.measures),
    { key: 'visits', title: fields.visits, width: 90, show: (line) => String((line.visits as unknown[]).length) },
  ],
  fields: [
    { key: 'memberId', label: fields.member, kind: 'person', isRequired: true },
    { key: 'category', label: fields.category, kind: 'choice', options: hardshipCategoryNames, isRequired: true },
    { key: 'since', label: fields.since, kind: 'day', isRequired: true },
    { key: 'until', label: fields.until, kind: 'day' },
    { key: 'situation', label: fields.situation, kind: 'lines', isWide: true },
    { key: 'helperName', label: fields.helper, kind: 'text' },
    { key: 'measures', label: fields.measures, kind: 'lines', isWide: true },
    {
      key: 'visits',
      label: fields.visits,
      kind: 'entries',
      isWide: true,
      add: text.registers.addEntry,
      fields: [
        { key: 'on', label: fields.day, kind: 'day' },
        { key: 'form', label: fields.form, kind: 'text' },
        { key: 'amount', label: fields.amount, kind: 'money' },
        { key: 'goods', label: fields.goods, kind: 'text' },
        { key: 'fundSource', label: fields.fundSource, kind: 'text' },
        { key: 'receivedBy', label: fields.receivedBy, kind: 'text' },
      ],
    },
  ],
  blank: (day) => ({ since: day, category: 'illness', visits: [] }),
};

const honour: Book = {
  name: 'honour',
  group: 'care',
  ...books.honour,
  columns: [
    plain('grantedOn', fields.grantedOn, 110),
    {
      key: 'memberId',
      title: fields.member,
      width: 120,
      show: (line, nameOf) => (line.memberId === null ? branchItself : nameOf(line.memberId)),
    },
    plain('title', fields.title),
    worded('level', fields.level, honourLevelNames, 120),
    plain('authority', fields.grantor, 200),
  ],
  fields: [
    { key: 'grantedOn', label: fields.grantedOn, kind: 'day', isRequired: true },
    { key: 'memberId', label: fields.honoured, kind: 'person', isOptional: true },
    { key: 'title', label: fields.title, kind: 'text', isRequired: true, isWide: true },
    { key: 'level', label: fields.level, kind: 'choice', options: honourLevelNames, isRequired: true },
    { key: 'authority', label: fields.grantor, kind: 'text' },
    { key: 'documentNumber', label: fields.documentNumber, kind: 'text' },
    { key: 'note', label: fields.note, kind: 'lines', isWide: true },
  ],
  blank: (day) => ({ grantedOn: day, memberId: null, title: '', level: 'unit' }),
};

const service: Book = {
  name: 'service',
  group: 'care',
  ...books.service,
  columns: [
    plain('on', fields.day, 110),
    named('memberId', fields.member),
    worded('kind', fields.kind, serviceKindNames, 100),
    plain('content', fields.project),
    plain('hours', fields.hours, 110),
    plain('evaluation', fields.evaluation, 120),
  ],
  fields: [
    { key: 'memberId', label: fields.member, kind: 'person', isRequired: true },
    { key: 'kind', label: fields.kind, kind: 'choice', options: serviceKindNames, isRequired: true },
    { key: 'on', label: fields.day, kind: 'day', isRequired: true },
    { key: 'content', label: fields.project, kind: 'text', isRequired: true, isWide: true },
    { key: 'place', label: fields.place, kind: 'text' },
    { key: 'hours', label: fields.hours, kind: 'number', isWhole: false, least: 0 },
    { key: 'effect', label: fields.effect, kind: 'lines', isWide: true },
    { key: 'evaluation', label: fields.evaluation, kind: 'text' },
  ],
  blank: (day) => ({ on: day, kind: 'volunteer', content: '', hours: null }),
};

const secretaryProject: Book = {
  name: 'secretaryProject',
  group: 'care',
  ...books.secretaryProject,
  columns: [
    plain('startedOn', fields.startedOn, 110),
    plain('name', fields.projectName),
    plain('leaderName', fields.leader, 110),
    {
      key: 'milestones',
      title: fields.milestones,
      width: 90,
      show: (line) => {
        const milestones = line.milestones as { doneOn: string | null }[];
        return `${milestones.filter((each) => each.doneOn !== null).length}/${milestones.length}`;
      },
    },
    plain('endedOn', fields.endedOn, 110),
  ],
  fields: [
    { key: 'name', label: fields.projectName, kind: 'text', isRequired: true, isWide: true },
    { key: 'leaderName', label: fields.leader, kind: 'text' },
    { key: 'startedOn', label: fields.startedOn, kind: 'day', isRequired: true },
    { key: 'goal', label: fields.goal, kind: 'lines', isWide: true },
    {
      key: 'milestones',
      label: fields.milestones,
      kind: 'entries',
      isWide: true,
      add: text.registers.addEntry,
      fields: [
        { key: 'text', label: fields.milestone, kind: 'text' },
        { key: 'dueOn', label: fields.dueOn, kind: 'day' },
        { key: 'doneOn', label: fields.doneOn, kind: 'day' },
        { key: 'evidence', label: fields.evidence, kind: 'text' },
      ],
    },
    { key: 'result', label: fields.result, kind: 'lines', isWide: true },
    { key: 'endedOn', label: fields.endedOn, kind: 'day' },
    { key: 'evaluation', label: fields.evaluation, kind: 'text' },
  ],
  blank: (day) => ({ startedOn: day, name: '', milestones: [] }),
};

const transfer: Book = {
  name: 'transfer',
  group: 'movement',
  ...books.transfer,
  columns: [
    plain('startedOn', fields.startedOn, 110),
    named('memberId', fields.member),
    worded('direction', fields.direction, transferDirectionNames, 70),
    plain('otherOrganisation', fields.otherOrganisation),
    plain('letterNumber', fields.letterNumber, 110),
    plain('validUntil', fields.validUntil, 110),
    worded('state', fields.state, transferStateNames, 120),
  ],
  fields: [
    { key: 'direction', label: fields.direction, kind: 'choice', options: transferDirectionNames, isRequired: true },
    { key: 'memberId', label: fields.member, kind: 'person', isRequired: true },
    { key: 'otherOrganisation', label: fields.otherOrganisation, kind: 'text', isRequired: true, isWide: true },
    { key: 'startedOn', label: fields.startedOn, kind: 'day', isRequired: true },
    {
      key: 'state',
      label: fields.state,
      kind: 'choice',
      options: {
        started: transferStateNames.started,
        issued: transferStateNames.issued,
        returned: transferStateNames.returned,
      },
      isRequired: true,
      when: (draft) => draft.state !== 'accepted',
    },
    { key: 'letterNumber', label: fields.letterNumber, kind: 'text' },
    { key: 'issuedOn', label: fields.issuedOn, kind: 'day' },
    { key: 'validUntil', label: fields.validUntil, kind: 'day' },
    { key: 'duesPaidThrough', label: fields.duesPaidThrough, kind: 'partial-day' },
    { key: 'handlerName', label: fields.handler, kind: 'text' },
    { key: 'isWholeUnit', label: fields.isWholeUnit, kind: 'flag' },
    { key: 'note', label: fields.note, kind: 'lines', isWide: true },
  ],
  blank: (day) => ({ direction: 'out', startedOn: day, otherOrganisation: '', state: 'started', isWholeUnit: false }),
};

export const careBooks: readonly Book[] = [mobileMember, hardship, honour, service, secretaryProject, transfer];

import type { CellFormat, FormBlock, FormField, FormPage } from '../../../contract/ledger.ts';
import type { StatusKind } from '../../../contract/member.ts';
import { listBranches, listGroups, listPosts } from '../../../db/queries/branches.ts';
import type { RosterEntry } from '../../../db/queries/members.ts';
import { nameOf } from '../../../rules/codes/code-table.ts';
import { educations } from '../../../rules/codes/education.ts';
import { jobs } from '../../../rules/codes/job.ts';
import { entryKindNames, leaveKindNames, memberCategoryNames, statusKindNames } from '../../../rules/codes/member.ts';
import { statusDetailText } from '../../../rules/codes/supervision.ts';
import { earliestDay, holdsOn } from '../../../rules/dates.ts';
import { categoryOn, confirmedDate } from '../../../rules/member.ts';
import { memberCard } from '../../../templates/ledgers/04-member-card.ts';
import { peopleWords, cardWords as words } from '../../../templates/ledgers/words.ts';
import type { FormSource, SourceContext } from '../source.ts';
import { ethnicityWord, idNumberShown, phoneShown, postWord, registered, sexWord } from '../words.ts';
import { cardTable, historiesOf } from './member-card-history.ts';

/** 党员信息登记卡: the sixteen items and the history of each person of the roster; 党费 and 培训 are the branch's own. */
export const memberCardSource: FormSource = (context) => ({
  pages: function* () {
    const names = namesOf(context);
    const histories = historiesOf(context);
    for (const entry of context.roster.chosen()) yield cardOf(entry, context, names, histories(entry.member.id));
  },
});

interface Names {
  branches: Map<string, string>;
  groups: Map<string, string>;
  posts: ReturnType<typeof listPosts>;
}

function namesOf({ db, branch }: SourceContext): Names {
  return {
    branches: new Map(listBranches(db).map(({ id, fullName }) => [id, fullName])),
    groups: new Map(listGroups(db, {}).map(({ id, name }) => [id, name])),
    posts: listPosts(db, { branchId: branch.id }),
  };
}

function cardOf(entry: RosterEntry, context: SourceContext, names: Names, records: readonly FormBlock[]): FormPage {
  const { member } = entry;
  const isFull = categoryOn(member, context.options.asOf) === 'full';
  const { asOf } = context.options;
  const history = [stays(entry, names, asOf), posts(entry, names, asOf), statuses(entry, asOf)];
  return {
    recordId: member.id,
    name: member.name,
    title: memberCard.title,
    heading: [],
    blocks: [
      { type: 'fields', columns: 2, fields: items(entry, context, isFull) },
      ...history,
      ...records,
      { type: 'note', text: words.note },
    ],
    signatures: words.signatures,
  };
}

function items({ member }: RosterEntry, { branch, options }: SourceContext, isFull: boolean): FormField[] {
  const names = words.items;
  const required = (label: string, value: string | null, format: CellFormat = 'text'): FormField => ({
    label,
    value,
    format,
    required: true,
  });
  const wide = (field: FormField): FormField => ({ ...field, span: 2 });
  const coded = (name: string | null, code: string | null): string | null =>
    name === null ? null : words.coded(name, code ?? '');
  const phones = [phoneShown(member.mobilePhone, options) ?? '', phoneShown(member.landline, options) ?? ''] as const;
  return [
    required(names.name, member.name),
    required(names.sex, sexWord(member.sex)),
    required(names.ethnicity, ethnicityWord(member.ethnicity)),
    required(names.idNumber, idNumberShown(member.idNumber, options), 'id-number'),
    required(names.bornOn, member.bornOn, 'date'),
    required(names.education, coded(nameOf(educations, member.education), member.education)),
    required(names.category, memberCategoryNames[isFull ? 'full' : 'probationary']),
    required(names.branch, registered(branch.shortName) ?? branch.fullName),
    required(names.joinedOn, member.joinedOn, 'date'),
    { label: names.confirmedOn, value: isFull ? confirmedDate(member) : null, format: 'date', required: isFull },
    required(names.job, coded(nameOf(jobs, member.jobCode), member.jobCode)),
    required(names.phone, registered(words.phones(...phones))),
    wide(required(names.address, registered(member.residenceAddress))),
    { label: names.state, value: words.normal, format: 'text' },
    { label: names.outOfContact, value: statusOn(member.statuses, 'out-of-contact', options.asOf), format: 'text' },
    wide({ label: names.mobile, value: statusOn(member.statuses, 'mobile-out', options.asOf), format: 'text' }),
  ];
}

function statusOn(statuses: RosterEntry['member']['statuses'], kind: StatusKind, day: string): string {
  const status = statuses.find((each) => each.kind === kind && holdsOn(each, day));
  if (!status) return peopleWords.no;
  return status.detail === '' ? words.since(status.from) : words.sinceWith(status.from, statusDetailText(status));
}

/** Periods begun by the day; an end that came later was not known then. */
function begunBy<Period extends { from: string; to: string | null }>(
  periods: readonly Period[],
  day: string,
): Period[] {
  return periods
    .filter(({ from }) => earliestDay(from) <= day)
    .map((period) => ({ ...period, to: period.to !== null && earliestDay(period.to) <= day ? period.to : null }));
}

function stays({ member }: RosterEntry, { branches, groups }: Names, day: string): FormBlock {
  return cardTable(
    words.stays,
    words.stayColumns,
    begunBy(member.memberships, day).map((stay) => ({
      from: stay.from,
      to: stay.to,
      branch: branches.get(stay.branchId) ?? null,
      group: groups.get(stay.groupId ?? '') ?? null,
      entry: entryKindNames[stay.entryKind],
      leave: stay.leaveKind === null || stay.to === null ? null : leaveKindNames[stay.leaveKind],
      reason: registered(stay.reason),
    })),
  );
}

function posts({ member }: RosterEntry, { posts: all }: Names, day: string): FormBlock {
  return cardTable(
    words.posts,
    words.postColumns,
    begunBy(all, day)
      .filter(({ memberId }) => memberId === member.id)
      .map((post) => ({
        title: postWord(post.title),
        from: post.from,
        to: post.to,
        approval: registered(post.approvalNumber),
      })),
  );
}

/** Care for members in hardship is kept in its own ledger and does not go on the card. */
function statuses({ member }: RosterEntry, day: string): FormBlock {
  return cardTable(
    words.statuses,
    words.statusColumns,
    begunBy(member.statuses, day)
      .filter(({ kind }) => kind !== 'hardship')
      .map((status) => ({
        kind: statusKindNames[status.kind],
        from: status.from,
        to: status.to,
        detail: registered(statusDetailText(status)),
        document: registered(status.documentNumber),
      })),
  );
}

import type { Branch } from '../../contract/branch.ts';
import type { MemberRow } from '../../contract/member.ts';
import { postTitleNames } from '../../rules/codes/organisation.ts';
import { text } from '../text/zh-CN.ts';
import type { TableColumn } from '../ui/data-table.tsx';
import { MaskedValue } from '../ui/masked-value.tsx';
import { CategoryTag, StatusTag } from './tags.tsx';
import { branchName, wordOf } from './words.ts';

const words = text.member;

export type ColumnKey = keyof typeof words.columns;

type Reveal = (row: MemberRow, field: 'idNumber' | 'mobilePhone') => Promise<string | undefined>;

/** Every column of the list, in its order. `number` and `name` are always shown. */
export function memberColumns(
  reveal: Reveal,
  branches: readonly Branch[],
): readonly (TableColumn<MemberRow> & { key: ColumnKey })[] {
  const column = (
    key: ColumnKey,
    width: number | undefined,
    render: TableColumn<MemberRow>['render'],
    align?: 'right',
    say?: (row: MemberRow) => string,
  ) => ({
    key,
    title: words.columns[key],
    ...(width === undefined ? {} : { width }),
    render,
    ...(align === undefined ? {} : { align }),
    ...(say === undefined ? {} : { text: say }),
  });
  const orNone = (value: string | null) => value || <span className="member-none">{words.none}</span>;
  return [
    column('number', 40, (_row, index) => <span className="member-number">{index + 1}</span>, 'right'),
    column('name', 136, ({ name }) => (
      <span className="row-name" title={name}>
        {name}
      </span>
    )),
    column('sex', 34, ({ sex }) => (sex === '1' || sex === '2' ? wordOf('sex', sex) : '')),
    column('ethnicity', 76, ({ ethnicity }) => orNone(wordOf('ethnicity', ethnicity))),
    column('bornOn', 72, ({ bornOn }) => orNone(bornOn?.slice(0, 7) ?? null)),
    column('age', 48, ({ age }) => (age === null ? '' : words.age(age)), 'right'),
    column(
      'idNumber',
      212,
      (row) => (
        <MaskedValue
          masked={row.idNumberMasked}
          name={words.idNumberOf(row.name)}
          onReveal={() => reveal(row, 'idNumber')}
        />
      ),
      undefined,
      ({ idNumberMasked }) => idNumberMasked ?? '',
    ),
    column('joinedOn', 88, ({ joinedOn }) => orNone(joinedOn)),
    column('confirmedOn', 88, ({ confirmedOn }) => confirmedOn ?? ''),
    column(
      'partyYears',
      60,
      ({ partyYears, category }) =>
        partyYears !== null ? (
          words.years(partyYears)
        ) : (
          <span className="member-none">{category === 'former' ? '' : words.notStarted}</span>
        ),
      'right',
    ),
    column('group', 96, ({ groupName }) => <span title={groupName}>{groupName}</span>),
    column(
      'category',
      undefined,
      ({ category, statuses }) => (
        <span className="member-tags">
          <CategoryTag category={category} />
          {statuses.map((status) => (
            <StatusTag key={status} status={status} />
          ))}
        </span>
      ),
      undefined,
      ({ category, statuses }) => [category, ...statuses].map((each) => text.member.chips[each]).join('、'),
    ),
    column('posts', 96, ({ postTitles }) =>
      postTitles.map((title) => postTitleNames[title as keyof typeof postTitleNames]).join('、'),
    ),
    column('education', 96, ({ education }) => orNone(wordOf('education', education))),
    column(
      'mobilePhone',
      160,
      (row) => (
        <MaskedValue
          masked={row.mobilePhoneMasked}
          name={words.phoneOf(row.name)}
          onReveal={() => reveal(row, 'mobilePhone')}
        />
      ),
      undefined,
      ({ mobilePhoneMasked }) => mobilePhoneMasked ?? '',
    ),
    column('employer', 180, ({ employer }) => <span title={employer}>{employer}</span>),
    column('branch', 140, ({ branchId }) => (branchId === null ? '' : branchName(branches, branchId))),
  ];
}

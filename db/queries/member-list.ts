import type { MemberCategory, StatusKind } from '../../contract/member.ts';
import type { ReadableDb } from '../open.ts';
import type { MemberScope } from './members.ts';
import { begunBy, holdsOn } from './partial-dates.ts';
import { ranksOnDay } from './post-rank.ts';

export interface MemberFilter extends MemberScope {
  /** Name, former name, pinyin initials, pinyin, or the last characters of an ID number or phone. */
  search: string;
  category?: MemberCategory | undefined;
  status?: StatusKind | undefined;
  includeFormer: boolean;
  order: 'post' | 'pinyin' | 'strokes' | 'joined';
}

/** Counts are of the headcount (`isInHeadcount`) in scope and search, whatever category and status are asked for. */
export interface MemberCounts {
  full: number;
  probationary: number;
  women: number;
  minority: number;
}

/**
 * One page of the list: who, in order, with the initials; how many in all; the headcount.
 * Category and headcount say in SQL what `categoryOn` and `isInHeadcount` of `rules/member.ts` say (a test holds
 * them to it), so that 10,000 people are counted without being read.
 */
export function pageOfMembers(
  db: ReadableDb,
  filter: MemberFilter,
  page: { offset: number; limit: number },
): { rows: { id: string; initials: string }[]; total: number; counts: MemberCounts } {
  const search = searchParts(filter.search);
  const order = `${orders[filter.order]}, person.id`;
  const found = db.raw
    .prepare(
      `WITH base AS MATERIALIZED (${everybody(filter, search)}),
       person AS MATERIALIZED (${inScope(filter)}),
       total AS (SELECT count(*) FILTER (WHERE wanted) AS total,
         count(*) FILTER (WHERE counted AND category = 'full') AS "full",
         count(*) FILTER (WHERE counted AND category = 'probationary') AS probationary,
         count(*) FILTER (WHERE counted AND sex = '2') AS women,
         count(*) FILTER (WHERE counted AND ethnicity <> '01') AS minority
         FROM person),
       ranks AS (${ranksOnDay}),
       page AS (SELECT person.*, ranks.place AS rank FROM person LEFT JOIN ranks ON ranks.member_id = person.id
         WHERE wanted ORDER BY ${order} LIMIT :limit OFFSET :offset)
       SELECT total.*, member.id, member.initials
       FROM total LEFT JOIN page AS person LEFT JOIN member ON member.id = person.id ORDER BY ${order}`,
    )
    .all({
      day: filter.asOf,
      branch: filter.branchId ?? null,
      group: filter.groupId ?? null,
      category: filter.category ?? null,
      status: filter.status ?? null,
      ...search,
      ...page,
    }) as (MemberCounts & { total: number; id: string | null; initials: string })[];
  const { total = 0, full = 0, probationary = 0, women = 0, minority = 0 } = found[0] ?? {};
  return {
    rows: found.flatMap(({ id, initials }) => (id === null ? [] : [{ id, initials }])),
    total,
    counts: { full, probationary, women, minority },
  };
}

/** By post: 职务序, then group leaders, then everybody else, full members before probationary ones. */
const orders: Record<MemberFilter['order'], string> = {
  post: 'rank IS NULL, rank, standing, sort_key',
  pinyin: 'sort_key',
  strokes: 'sort_key',
  joined: 'person.joined_on IS NULL, person.joined_on, sort_key',
};

/** The column that decides in the end; the others are left where they are, for they are long. */
const sortKeys: Record<MemberFilter['order'], string> = {
  post: 'strokes_key',
  pinyin: 'pinyin_key',
  strokes: 'strokes_key',
  joined: 'pinyin_key',
};

/** Months in which admission knew no probation; the same as `withoutProbation` in `rules/member.ts`. */
const admittedWithoutProbation = `CASE length(joined_on) WHEN 4 THEN joined_on > '1969-04' AND joined_on < '1977'
  ELSE substr(joined_on, 1, 7) BETWEEN '1969-04' AND '1977-08' END`;

const confirmed = `coalesce(confirmed_on, CASE WHEN ${admittedWithoutProbation} THEN joined_on END)`;

/** One column of the stay that holds on the day, chosen as in `staysOnDay`; read from the index alone. */
const stayOn = (column: string) => `(SELECT ${column} FROM membership WHERE member_id = member.id
  AND ${holdsOn('valid_from', 'valid_to', ':day')} ORDER BY valid_from DESC LIMIT 1)`;

const hasStatus = (kind: string) => `member.id IN (SELECT member_id FROM member_status
  WHERE kind = ${kind} AND ${holdsOn('valid_from', 'valid_to', ':day')})`;

/** What has to be looked up for each person, once: SQLite would else repeat it wherever it is used. The sort and the
 * limit without a window function, too, are for speed: a page of 10,000 people takes a third of the time. */
function everybody(filter: MemberFilter, search: SearchParts): string {
  return `SELECT id, ${sortKeys[filter.order]} AS sort_key, joined_on, sex, ethnicity,
      ${begunBy(confirmed, ':day')} AS is_confirmed, ${begunBy('joined_on', ':day')} AS is_joined,
      ${stayOn('branch_id')} AS branch, ${filter.groupId === undefined ? 'NULL' : stayOn('group_id')} AS group_id,
      ${hasStatus("'membership-stopped'")} AS is_stopped,
      ${filter.status === undefined ? 'TRUE' : hasStatus(':status')} AS has_status
    FROM member WHERE ${search.text === undefined ? 'TRUE' : searchCondition(search)}`;
}

/**
 * The people in scope: who is there on the day; with the former, also who was there and is nowhere now. Somebody
 * registered without any membership belongs to no branch: shown when no branch is asked for, or with the former.
 */
function inScope({ branchId, groupId, category, includeFormer }: MemberFilter): string {
  const withFormer = includeFormer || category === 'former';
  const had = (condition: string) => `EXISTS (SELECT 1 FROM membership WHERE member_id = base.id AND ${condition})`;
  const begun = begunBy('valid_from', ':day');
  const inBranch = (column: string) => (branchId === undefined ? 'TRUE' : `${column} = :branch`);
  const inGroup = (column: string) => (groupId === undefined ? 'TRUE' : `${column} = :group`);
  const scopes = [`branch IS NOT NULL AND ${inBranch('branch')} AND ${inGroup('group_id')}`];
  if (withFormer)
    scopes.push(
      `branch IS NULL AND ${had(`${begun} AND ${inBranch('branch_id')} AND ${inGroup('membership.group_id')}`)}`,
    );
  if ((withFormer || branchId === undefined) && groupId === undefined) scopes.push(`NOT ${had('TRUE')}`);
  return `SELECT id, sort_key, joined_on, sex, ethnicity, category,
      CASE category WHEN 'full' THEN 0 WHEN 'probationary' THEN 1 WHEN 'applicant' THEN 2 ELSE 3 END AS standing,
      category IN ('full', 'probationary') AND branch IS NOT NULL AND NOT is_stopped AS counted,
      has_status AND ${category === undefined ? 'TRUE' : 'category = :category'} AS wanted
    FROM (SELECT *, CASE
        WHEN branch IS NULL AND ${had(begun)} THEN 'former'
        WHEN is_confirmed THEN 'full'
        WHEN is_joined THEN 'probationary'
        ELSE 'applicant' END AS category
      FROM base WHERE ${scopes.map((scope) => `(${scope})`).join(' OR ')})`;
}

interface SearchParts {
  /** Somewhere in the name. */
  text?: string;
  /** Somewhere in the initials. */
  letters?: string;
  /** The pinyin from some syllable on. */
  pinyin?: string;
  /** End of an ID number or phone. */
  tail?: string;
}

/** Three digits and more are read as an end of a number: fewer would match half the roster. */
function searchParts(search: string): SearchParts {
  const text = search.replaceAll(/\s/g, '').toLowerCase();
  if (text === '') return {};
  return {
    text: `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`,
    ...(/^[a-zü]+$/.test(text) ? { letters: `%${text}%`, pinyin: `%|${text.replaceAll(/ü|v/g, 'u')}%` } : {}),
    ...(/^\d{3,}x?$/.test(text) ? { tail: `%${text.toUpperCase()}` } : {}),
  };
}

function searchCondition(search: SearchParts): string {
  const conditions = [`name LIKE :text ESCAPE '\\'`, `former_name LIKE :text ESCAPE '\\'`];
  if (search.letters !== undefined) conditions.push('initials LIKE :letters', 'pinyin_search LIKE :pinyin');
  if (search.tail !== undefined)
    conditions.push('id_number LIKE :tail', 'mobile_phone LIKE :tail', 'landline LIKE :tail');
  return conditions.join(' OR ');
}

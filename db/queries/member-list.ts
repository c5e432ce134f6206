import type { MemberCategory, StatusKind } from '../../contract/member.ts';
import type { ReadableDb } from '../open.ts';
import { type MemberScope, postRank } from './members.ts';
import { begunBy, holdsOn } from './partial-dates.ts';

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
  const found = db.raw
    .prepare(
      `WITH person AS MATERIALIZED (${peopleOf(filter, search)}),
       total AS (SELECT count(*) FILTER (WHERE wanted) AS total,
         count(*) FILTER (WHERE counted AND category = 'full') AS "full",
         count(*) FILTER (WHERE counted AND category = 'probationary') AS probationary,
         count(*) FILTER (WHERE counted AND sex = '2') AS women,
         count(*) FILTER (WHERE counted AND ethnicity <> '01') AS minority
         FROM person),
       rank AS (SELECT member_id, min(${postRank}) AS place FROM post
         WHERE valid_from <= :day AND (valid_to IS NULL OR :day < valid_to) GROUP BY member_id),
       page AS (SELECT person.id, row_number() OVER (ORDER BY ${orders[filter.order]}, person.id) AS place
         FROM person LEFT JOIN rank ON rank.member_id = person.id WHERE wanted ORDER BY 2 LIMIT :limit OFFSET :offset)
       SELECT total.*, member.id, member.initials FROM total LEFT JOIN page LEFT JOIN member ON member.id = page.id
       ORDER BY page.place`,
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

const orders: Record<MemberFilter['order'], string> = {
  post: `rank.place IS NULL, rank.place, CASE category WHEN 'full' THEN 0 WHEN 'probationary' THEN 1 WHEN 'applicant' THEN 2 ELSE 3 END, strokes_key`,
  pinyin: 'pinyin_key',
  strokes: 'strokes_key',
  joined: 'joined_on IS NULL, joined_on, pinyin_key',
};

/** Months in which admission knew no probation; the same as `withoutProbation` in `rules/member.ts`. */
const admittedWithoutProbation = `CASE length(joined_on) WHEN 4 THEN joined_on > '1969-04' AND joined_on < '1977'
  ELSE substr(joined_on, 1, 7) BETWEEN '1969-04' AND '1977-08' END`;

const confirmed = `coalesce(confirmed_on, CASE WHEN ${admittedWithoutProbation} THEN joined_on END)`;

/** The stay that holds on the day, as in {@link staysOnDay}, for one column; read from the index alone. */
const stayOn = (column: string) => `(SELECT ${column} FROM membership WHERE member_id = member.id
  AND ${holdsOn('valid_from', 'valid_to', ':day')} ORDER BY valid_from DESC LIMIT 1)`;

const hasStatus = (kind: string) => `EXISTS (SELECT 1 FROM member_status WHERE member_id = person.id
  AND kind = ${kind} AND ${holdsOn('valid_from', 'valid_to', ':day')})`;

const hasMembership = (condition: string) =>
  `EXISTS (SELECT 1 FROM membership WHERE member_id = member.id AND ${condition})`;

/**
 * The people in scope: who is there on the day; with the former, also who was there and is nowhere now. Somebody
 * registered without any membership belongs to no branch: shown when no branch is asked for, or with the former.
 */
function peopleOf(filter: MemberFilter, search: SearchParts): string {
  const { branchId, groupId, category, status } = filter;
  const withFormer = filter.includeFormer || category === 'former';
  const place = (branch: string, group: string) =>
    `${branchId === undefined ? 'TRUE' : `${branch} = :branch`} AND ${groupId === undefined ? 'TRUE' : `${group} = :group`}`;
  const scopes = [`here IS NOT NULL AND ${place('here', 'group_here')}`];
  if (withFormer)
    scopes.push(
      `here IS NULL AND ${hasMembership(`${begunBy('valid_from', ':day')} AND ${place('branch_id', 'group_id')}`)}`,
    );
  if ((withFormer || branchId === undefined) && groupId === undefined) scopes.push(`NOT ${hasMembership('TRUE')}`);
  return `SELECT *, category IN ('full', 'probationary') AND here IS NOT NULL AND NOT ${hasStatus("'membership-stopped'")} AS counted,
      ${category === undefined ? 'TRUE' : 'category = :category'} AND ${status === undefined ? 'TRUE' : hasStatus(':status')} AS wanted
    FROM (
      SELECT id, initials, pinyin_key, strokes_key, joined_on, sex, ethnicity, here,
        CASE
          WHEN here IS NULL AND ${hasMembership(begunBy('valid_from', ':day'))} THEN 'former'
          WHEN ${begunBy(confirmed, ':day')} THEN 'full'
          WHEN ${begunBy('joined_on', ':day')} THEN 'probationary'
          ELSE 'applicant' END AS category
      FROM (SELECT *, ${stayOn('branch_id')} AS here, ${groupId === undefined ? 'NULL' : stayOn('group_id')} AS group_here FROM member) AS member
      WHERE (${scopes.map((scope) => `(${scope})`).join(' OR ')})
        ${search.text === undefined ? '' : `AND (${searchCondition(search)})`}) AS person`;
}

interface SearchParts {
  /** Somewhere in the name. */
  text?: string;
  /** Beginning of the initials or of the pinyin. */
  letters?: string;
  /** End of an ID number or phone. */
  tail?: string;
}

/** Three digits and more are read as an end of a number: fewer would match half the roster. */
function searchParts(search: string): SearchParts {
  const text = search.replaceAll(/\s/g, '').toLowerCase();
  if (text === '') return {};
  return {
    text: `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`,
    ...(/^[a-zü]+$/.test(text) ? { letters: `${text.replaceAll('ü', 'v')}%` } : {}),
    ...(/^\d{3,}x?$/.test(text) ? { tail: `%${text.toUpperCase()}` } : {}),
  };
}

function searchCondition(search: SearchParts): string {
  const conditions = [`name LIKE :text ESCAPE '\\'`, `former_name LIKE :text ESCAPE '\\'`];
  if (search.letters !== undefined)
    conditions.push('initials LIKE :letters', `replace(pinyin_key, ' ', '') LIKE :letters`);
  if (search.tail !== undefined)
    conditions.push('id_number LIKE :tail', 'mobile_phone LIKE :tail', 'landline LIKE :tail');
  return conditions.join(' OR ');
}

import type { MemberCategory, StatusKind } from '../../contract/member.ts';
import type { ReadableDb } from '../open.ts';
import { type MemberScope, postRank, staysOnDay } from './members.ts';
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
  const people = peopleOf(search);
  const values = {
    day: filter.asOf,
    branch: filter.branchId ?? null,
    group: filter.groupId ?? null,
    former: filter.includeFormer || filter.category === 'former' ? 1 : 0,
    category: filter.category ?? null,
    status: filter.status ?? null,
    ...search,
  };
  const { total, ...counts } = db.raw
    .prepare(
      `${people} SELECT count(*) FILTER (WHERE ${wanted}) AS total,
         count(*) FILTER (WHERE counted AND category = 'full') AS "full",
         count(*) FILTER (WHERE counted AND category = 'probationary') AS probationary,
         count(*) FILTER (WHERE counted AND sex = '2') AS women,
         count(*) FILTER (WHERE counted AND ethnicity <> '01') AS minority
       FROM person`,
    )
    .get(values) as MemberCounts & { total: number };
  const rows = db.raw
    .prepare(
      `${people}, rank AS (SELECT member_id, min(${postRank}) AS place FROM post
         WHERE valid_from <= :day AND (valid_to IS NULL OR :day < valid_to) GROUP BY member_id)
       SELECT person.id, initials FROM person LEFT JOIN rank ON rank.member_id = person.id
       WHERE ${wanted} ORDER BY ${orders[filter.order]}, person.id LIMIT :limit OFFSET :offset`,
    )
    .all({ ...values, ...page }) as { id: string; initials: string }[];
  return { rows, total, counts };
}

const orders: Record<MemberFilter['order'], string> = {
  post: `place IS NULL, place, CASE category WHEN 'full' THEN 0 WHEN 'probationary' THEN 1 WHEN 'applicant' THEN 2 ELSE 3 END, strokes_key`,
  pinyin: 'pinyin_key',
  strokes: 'strokes_key',
  joined: 'joined_on IS NULL, joined_on, pinyin_key',
};

const wanted = `(:category IS NULL OR category = :category) AND (:status IS NULL OR EXISTS (
  SELECT 1 FROM member_status WHERE member_id = person.id AND kind = :status AND ${holdsOn('valid_from', 'valid_to', ':day')}))`;

/** Months in which admission knew no probation; the same as `withoutProbation` in `rules/member.ts`. */
const admittedWithoutProbation = `CASE length(joined_on) WHEN 4 THEN joined_on > '1969-04' AND joined_on < '1977'
  ELSE substr(joined_on, 1, 7) BETWEEN '1969-04' AND '1977-08' END`;

const confirmed = `coalesce(confirmed_on, CASE WHEN ${admittedWithoutProbation} THEN joined_on END)`;

const hasBegunHere = `EXISTS (SELECT 1 FROM membership WHERE member_id = member.id AND ${begunBy('valid_from', ':day')}
  AND (:branch IS NULL OR branch_id = :branch) AND (:group IS NULL OR group_id = :group))`;

/**
 * The people in scope: who is there on the day; with `former`, also who was there and is nowhere now. Somebody
 * registered without any membership belongs to no branch: shown when no branch is asked for, or with the former.
 */
function peopleOf(search: SearchParts): string {
  return `WITH stay AS (${staysOnDay}),
  stopped AS (SELECT DISTINCT member_id FROM member_status
    WHERE kind = 'membership-stopped' AND ${holdsOn('valid_from', 'valid_to', ':day')}),
  person AS (
    SELECT id, initials, pinyin_key, strokes_key, joined_on, sex, ethnicity, category,
      category IN ('full', 'probationary') AND is_here AND NOT EXISTS (SELECT 1 FROM stopped WHERE member_id = id) AS counted
    FROM (
      SELECT member.id, initials, pinyin_key, strokes_key, joined_on, sex, ethnicity,
        stay.member_id IS NOT NULL AS is_here,
        CASE
          WHEN stay.member_id IS NULL AND EXISTS (
            SELECT 1 FROM membership WHERE member_id = member.id AND ${begunBy('valid_from', ':day')}) THEN 'former'
          WHEN ${begunBy(confirmed, ':day')} THEN 'full'
          WHEN ${begunBy('joined_on', ':day')} THEN 'probationary'
          ELSE 'applicant' END AS category
      FROM member LEFT JOIN stay ON stay.member_id = member.id
      WHERE ((stay.member_id IS NOT NULL AND (:branch IS NULL OR stay.branch_id = :branch)
          AND (:group IS NULL OR stay.group_id = :group))
        OR (:former AND stay.member_id IS NULL AND ${hasBegunHere})
        OR ((:former OR :branch IS NULL) AND :group IS NULL
          AND NOT EXISTS (SELECT 1 FROM membership WHERE member_id = member.id)))
        ${search.text === undefined ? '' : `AND (${searchCondition(search)})`}))`;
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

import { PostTitle } from '../../contract/branch.ts';

/** SQL: place of a post in 职务序, the printing order. */
export const postRank = `CASE "post"."title" ${PostTitle.options.map((title, place) => `WHEN '${title}' THEN ${place}`).join(' ')} END`;

/** Posts and groups name their last day, as in `rules/roster.ts`. */
const inForce = 'valid_from <= :day AND (valid_to IS NULL OR :day <= valid_to)';

/** SQL: `member_id` and `place` of everybody who holds a post or leads a group on the day `:day`, group leaders last. */
export const ranksOnDay = `SELECT member_id, min(place) AS place FROM (
  SELECT member_id, ${postRank} AS place FROM post WHERE ${inForce}
  UNION ALL SELECT leader_id, 1000 FROM party_group WHERE leader_id IS NOT NULL AND ${inForce}) GROUP BY member_id`;

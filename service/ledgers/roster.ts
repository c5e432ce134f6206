import type { LedgerOptions } from '../../contract/ledger.ts';
import { keptResult } from '../../db/kept.ts';
import type { ReadableDb } from '../../db/open.ts';
import { pageOfMembers } from '../../db/queries/member-list.ts';
import { type RosterEntry, rosterOf } from '../../db/queries/members.ts';
import { isInHeadcount } from '../../rules/member.ts';

/** People read at once; the roster itself is never held, only the ids. */
const chunk = 200;

/** The headcount of a branch on the day, in the order asked for; read in parts, again for every pass. */
export class Roster {
  readonly #db: ReadableDb;
  readonly #options: LedgerOptions;

  constructor(db: ReadableDb, options: LedgerOptions) {
    this.#db = db;
    this.#options = options;
  }

  /** Ids of everybody with the relation here, applicants too, in order. */
  get ids(): readonly string[] {
    const { asOf, branchId, order } = this.#options;
    const filter = { asOf, branchId, order, search: '', includeFormer: false };
    return keptResult(this.#db, `roster ${asOf} ${branchId} ${order}`, () => {
      const { rows } = pageOfMembers(this.#db, filter, { offset: 0, limit: 1_000_000 });
      return rows.map(({ id }) => id);
    });
  }

  /** Those of `entries` that were chosen; all, where nobody was. */
  *chosen(): Generator<RosterEntry> {
    const { people } = this.#options;
    const wanted = people && new Set(people);
    for (const entry of this.entries()) if (wanted === undefined || wanted.has(entry.member.id)) yield entry;
  }

  /** Full and probationary members, one after another. */
  *entries(): Generator<RosterEntry> {
    const { asOf, branchId } = this.#options;
    const { ids } = this;
    for (let start = 0; start < ids.length; start += chunk) {
      for (const entry of rosterOf(this.#db, ids.slice(start, start + chunk), asOf)) {
        if (isInHeadcount(entry.member, asOf, branchId)) yield entry;
      }
    }
  }
}

import Database from 'better-sqlite3';

/** One statement as it was run, with what was bound. */
interface Ran {
  readonly statement: Database.Statement;
  readonly bound: unknown[];
  readonly isRaw: boolean;
}

let ran: Ran[] | undefined;

/**
 * Lets {@link statementsOf} see what runs on connections opened from now on. The bench's own process only.
 */
export function watchStatements(): void {
  const prototype = Database.prototype as { prepare(sql: string): Database.Statement };
  const prepare = prototype.prepare;
  prototype.prepare = function (this: Database.Database, sql: string) {
    const statement = prepare.call(this, sql);
    let isRaw = false;
    const raw = statement.raw;
    statement.raw = (toggle = true) => {
      isRaw = toggle;
      return raw.call(statement, toggle);
    };
    for (const method of ['all', 'get'] as const) {
      const own = statement[method];
      statement[method] = (...bound: unknown[]) => {
        ran?.push({ statement, bound, isRaw });
        return own.apply(statement, bound) as never;
      };
    }
    return statement;
  } as typeof prepare;
}

/** The queries that `work` runs. */
export async function statementsOf(work: () => Promise<unknown>): Promise<readonly Ran[]> {
  const seen: Ran[] = [];
  ran = seen;
  try {
    await work();
  } finally {
    ran = undefined;
  }
  return seen;
}

/** The same rows, fetched and dropped: what SQLite alone takes for them. */
export function runBare(statements: readonly Ran[]): void {
  for (const { statement, bound, isRaw } of statements) {
    if (statement.reader) statement.raw(isRaw).all(...bound);
  }
}

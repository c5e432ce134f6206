import type { OperationKind } from '../../contract/operation.ts';

/**
 * What others have to wait for while one works alone: `all` calls, for what replaces or closes the archive; `writes`,
 * so that nothing comes between a copy and what it is made for; `nothing`.
 */
export type Hold = 'all' | 'writes' | 'nothing';

/**
 * Lets calls in, and holds back those that must not meet what works alone, from the moment that is asked for. What
 * works alone does so one by one.
 */
export class Turnstile {
  #last: Promise<unknown> = Promise.resolve();
  readonly #holds: Hold[] = [];

  /** Resolves when a call of this kind may begin. */
  async pass(kind: OperationKind): Promise<void> {
    while (this.isHeld(kind)) await this.#last;
  }

  isHeld(kind: OperationKind): boolean {
    return this.#holds.some((hold) => hold === 'all' || (hold === 'writes' && kind !== 'read'));
  }

  /** Runs `work` after whatever works alone before it. Never inside another one's work: it would wait for itself. */
  alone<Result>(hold: Hold, work: () => Promise<Result>): Promise<Result> {
    this.#holds.push(hold);
    const run = this.#last.then(work).finally(() => this.#holds.shift());
    this.#last = run.catch(() => undefined);
    return run;
  }
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '../../contract/failure.ts';

/**
 * Lets a long loop be cancelled and lets others work: every 200 steps it gives up its turn, so that a
 * cancel can arrive and what was written can leave the memory.
 */
export class Pace {
  readonly #signal: AbortSignal | undefined;
  #steps = 0;

  constructor(signal?: AbortSignal) {
    this.#signal = signal;
  }

  /** @throws AppError `cancelled` */
  async step(): Promise<void> {
    this.#steps += 1;
    if (this.#steps % 200 === 0) await this.turn();
  }

  /** @throws AppError `cancelled` */
  async turn(): Promise<true> {
    await nextTurn();
    if (this.#signal?.aborted) throw new AppError({ code: 'cancelled' });
    return true;
  }
}

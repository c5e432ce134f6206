import { cell, type Density, densities } from '../../../templates/look.ts';
import { linesIn, rowHeight } from './rows.ts';

/** A row, a part of a row, or the heading of a block, on the page it was given. */
export interface Slot {
  kind: 'row' | 'group';
  /** Of the row, from 0, in the order of the source. */
  row: number;
  from: number;
  to: number;
  height: number;
}

/** What page breaks are decided from; all that is kept of a row. */
export interface RowLines {
  lines: number;
  /** First row of a block: its heading stands above. */
  opensBlock: boolean;
}

export interface Room {
  /** For rows on page 1, and on later pages. */
  first: number;
  later: number;
  /** Taken by totals and signatures below the last row. */
  ending: number;
  /** Size the body is set in. */
  size: number;
}

/** Puts rows on pages. A short ledger is set closer when that saves its last page. */
export function breakPages(rows: readonly RowLines[], room: Room): Slot[][] {
  const tries = densities.map((density) => () => breakWith(rows, room, density));
  let pages = tries[0]?.() ?? [[]];
  for (const attempt of tries.slice(1)) {
    if (pages.length !== 2) break;
    const closer = attempt();
    if (closer.length < pages.length) pages = closer;
  }
  return pages;
}

function breakWith(rows: readonly RowLines[], room: Room, density: Density): Slot[][] {
  const breaker = new PageBreaker(room, density);
  for (const [index, { lines, opensBlock }] of rows.entries()) {
    if (opensBlock) breaker.group(index);
    breaker.row(index, lines);
  }
  return breaker.finish();
}

/**
 * Puts rows on pages. A row stays whole unless it is taller than a page; the heading of a block goes with
 * its first row; totals and signatures go with the last row, never alone.
 */
class PageBreaker {
  readonly #room: Room;
  readonly #density: Density;
  readonly #pages: Slot[][] = [[]];
  #left: number;
  #heading: Slot | null = null;

  constructor(room: Room, density: Density) {
    this.#density = density;
    this.#room = room;
    this.#left = room.first;
  }

  group(row: number): void {
    this.#heading = { kind: 'group', row, from: 0, to: 0, height: cell.rowHeight };
  }

  row(row: number, lines: number): void {
    const height = rowHeight(lines, this.#room.size, this.#density);
    const heading = this.#heading;
    this.#heading = null;
    const needed = height + (heading?.height ?? 0);
    if (needed > this.#left && needed <= this.#room.later) this.#newPage();
    if (heading) this.#put(heading);
    if (height <= this.#left) {
      this.#put({ kind: 'row', row, from: 0, to: lines, height });
      return;
    }
    this.#split(row, lines);
  }

  /** A row taller than a page: as many lines as fit, then on. */
  #split(row: number, lines: number): void {
    let from = 0;
    while (from < lines) {
      const fits = linesIn(this.#left, this.#room.size);
      if (fits < Math.min(3, lines - from)) {
        this.#newPage();
        continue;
      }
      const to = Math.min(lines, from + fits);
      this.#put({ kind: 'row', row, from, to, height: rowHeight(to - from, this.#room.size) });
      from = to;
    }
  }

  #put(slot: Slot): void {
    this.#pages.at(-1)?.push(slot);
    this.#left -= slot.height;
  }

  #newPage(): void {
    this.#pages.push([]);
    this.#left = this.#room.later;
  }

  finish(): Slot[][] {
    if (this.#room.ending > this.#left) this.#carryLast();
    return this.#pages;
  }

  /** Takes the last row (with its heading, if it has one) along to the page of the totals. */
  #carryLast(): void {
    const last = this.#pages.at(-1);
    const row = last?.pop();
    if (!last || !row) return;
    const heading = last.at(-1)?.kind === 'group' ? last.pop() : undefined;
    const { size, later, ending } = this.#room;
    const isAlone = last.length === 0;
    if ((isAlone || row.from > 0 || row.height > later - ending) && row.to - row.from > 3) {
      if (heading) last.push(heading);
      const cut = row.to - 3;
      last.push({ ...row, to: cut, height: rowHeight(cut - row.from, size) });
      this.#newPage();
      this.#put({ ...row, from: cut, height: rowHeight(3, size) });
      return;
    }
    if (!isAlone) this.#newPage();
    if (heading) this.#put(heading);
    this.#put(row);
  }
}

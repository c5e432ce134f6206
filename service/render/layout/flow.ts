import type { PageBuilder } from './page-builder.ts';

/** Piece of a form that is never cut: a line of prose, a row. Pages are made of these. */
export interface FlowItem {
  height: number;
  /** Must not be the last on its page. */
  keepWithNext: boolean;
  /** Inside the frame that runs around the form. */
  isBoxed: boolean;
  /** Keeps a distance from the frame: prose, notes, titled tables. */
  isInset: boolean;
  /** Nothing but distance: dropped at the top of a page. */
  isGap: boolean;
  /** Repeated above this item when it begins a page: the heading of its table. */
  head?: FlowItem;
  draw: (page: PageBuilder, y: number) => void;
}

/** Left and right edge. */
export interface Box {
  left: number;
  right: number;
}

/** Most lines of one cell that are kept together; the rest goes on in a row below, so that nothing is lost. */
export const mostLines = 30;

/** A boxed item that may stand anywhere, unless `more` says otherwise. */
export function item(height: number, draw: FlowItem['draw'], more: Partial<FlowItem> = {}): FlowItem {
  return { height, draw, keepWithNext: false, isBoxed: true, isInset: false, isGap: false, ...more };
}

/** Distance between two blocks. */
export function gap(height: number): FlowItem {
  return item(height, () => undefined, { isGap: true });
}

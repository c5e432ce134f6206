import { z } from 'zod';

const Rectangle = z.strictObject({ x: z.int(), y: z.int(), width: z.int(), height: z.int() });
type Rectangle = z.infer<typeof Rectangle>;

export const WindowPlace = z.strictObject({ bounds: Rectangle, isMaximized: z.boolean() });
export type WindowPlace = z.infer<typeof WindowPlace>;

export const smallest = { width: 1024, height: 680 };
const first = { width: 1366, height: 768 };
/** As much of the title bar must lie on a display, so that it can be dragged back. */
const visibleTitle = { width: 100, height: 30 };

/** Where the window goes: where it was, when its title bar is on some display; else in the middle of the first one. */
export function placeWindow(saved: WindowPlace | null, workAreas: Rectangle[]): Partial<Rectangle> & typeof first {
  const area = workAreas[0] ?? { x: 0, y: 0, ...first };
  const isReachable = saved !== null && workAreas.some((display) => showsTitle(saved.bounds, display));
  if (saved !== null && isReachable) return saved.bounds;
  return { width: Math.min(first.width, area.width), height: Math.min(first.height, area.height) };
}

function showsTitle(bounds: Rectangle, display: Rectangle): boolean {
  const width = Math.min(bounds.x + bounds.width, display.x + display.width) - Math.max(bounds.x, display.x);
  return (
    width >= visibleTitle.width && bounds.y >= display.y && bounds.y + visibleTitle.height <= display.y + display.height
  );
}

import { expect, test } from 'vitest';
import { placeWindow } from './window-place.ts';

const office = { x: 0, y: 0, width: 1920, height: 1040 };
const second = { x: 1920, y: -200, width: 1280, height: 1024 };
const at = (x: number, y: number) => ({ bounds: { x, y, width: 1366, height: 768 }, isMaximized: false });

test('the first time it is as large as the display allows, up to the size it is laid out for', () => {
  expect(placeWindow(null, [office])).toEqual({ width: 1366, height: 768 });
  expect(placeWindow(null, [{ x: 0, y: 0, width: 1280, height: 720 }])).toEqual({ width: 1280, height: 720 });
});

test('it comes back where it was, on the second display too', () => {
  expect(placeWindow(at(100, 50), [office])).toEqual(at(100, 50).bounds);
  expect(placeWindow(at(2000, -100), [office, second])).toEqual(at(2000, -100).bounds);
});

test.each([
  ['on a display that was unplugged', at(2000, -100)],
  ['above the upper edge', at(100, -40)],
  ['below the lower edge', at(100, 1030)],
  ['with a sliver of its title left', at(1850, 50)],
  ['with its title left of the display', at(-1300, 50)],
])('%s it would be out of reach, so it starts in the middle', (_name, saved) => {
  expect(placeWindow(saved, [office])).toEqual({ width: 1366, height: 768 });
});

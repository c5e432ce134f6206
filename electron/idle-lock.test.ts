import { expect, test } from 'vitest';
import { createIdleLock } from './idle-lock.ts';

/** A day at the office on a clock of its own: `pass` lets seconds go by, with a look every ten of them. */
function office(options: { minutes?: number; systemCounts?: boolean } = {}) {
  let seconds = 0;
  let touched = 0;
  const happened: string[] = [];
  const idleLock = createIdleLock({
    minutes: () => options.minutes ?? 15,
    systemIdleSeconds: () => (options.systemCounts === false ? 0 : seconds - touched),
    now: () => seconds * 1000,
    warn: () => happened.push('warn'),
    lock: () => happened.push(`lock at ${seconds}`),
  });
  return {
    happened,
    idleLock,
    touch: () => {
      touched = seconds;
    },
    pass: (more: number) => {
      for (const end = seconds + more; seconds < end; ) {
        seconds += 10;
        idleLock.look();
      }
    },
  };
}

test('nobody at work for the set time: a warning in the last minute, then the lock, once', () => {
  const { happened, pass } = office();
  pass(15 * 60);
  expect(happened.filter((what) => what === 'warn').length).toBeGreaterThan(3);
  expect(happened.at(-1)).toBe('lock at 900');
  pass(60 * 60);
  expect(happened.at(-1)).toBe('lock at 900');
});

test('a touch of the keyboard, in whatever program, starts the time anew', () => {
  const { happened, pass, touch } = office();
  pass(13 * 60);
  touch();
  pass(13 * 60);
  expect(happened).toEqual([]);
});

test('where the system does not count, what the page saw decides', () => {
  const { happened, pass, idleLock } = office({ systemCounts: false });
  pass(13 * 60);
  idleLock.activity();
  pass(13 * 60);
  expect(happened).toEqual([]);
  pass(2 * 60);
  expect(happened.at(-1)).toBe('lock at 1680');
});

test('after coming back, the lock works again', () => {
  const { happened, pass, touch } = office({ minutes: 5 });
  pass(5 * 60);
  touch();
  pass(5 * 60 + 10);
  expect(happened.filter((what) => what.startsWith('lock'))).toHaveLength(2);
});

test('zero minutes: never', () => {
  const { happened, pass } = office({ minutes: 0 });
  pass(24 * 3600);
  expect(happened).toEqual([]);
});

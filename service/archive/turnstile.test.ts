import { expect, test } from 'vitest';
import type { OperationKind } from '../../contract/operation.ts';
import { type Hold, Turnstile } from './turnstile.ts';

/** Who comes in while somebody works alone, and who has to wait until that is done. */
async function enterDuring(hold: Hold, kind: OperationKind): Promise<'at once' | 'afterwards'> {
  const turnstile = new Turnstile();
  const order: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const alone = turnstile.alone(hold, () => promise).then(() => order.push('alone'));
  const call = turnstile.pass(kind).then(() => order.push('call'));
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  resolve();
  await Promise.all([alone, call]);
  return order[0] === 'call' ? 'at once' : 'afterwards';
}

test('a copy that was asked for holds nobody, one before a change holds the writes, a closing holds all', async () => {
  for (const kind of ['read', 'write', 'job'] as const) expect(await enterDuring('nothing', kind)).toBe('at once');
  expect(await enterDuring('writes', 'read')).toBe('at once');
  expect(await enterDuring('writes', 'write')).toBe('afterwards');
  expect(await enterDuring('writes', 'job')).toBe('afterwards');
  for (const kind of ['read', 'write', 'job'] as const) expect(await enterDuring('all', kind)).toBe('afterwards');
});

test('what works alone does so one by one, also after one that failed', async () => {
  const turnstile = new Turnstile();
  const order: string[] = [];
  const step = (name: string, fails = false) =>
    turnstile.alone('all', async () => {
      order.push(`${name} begins`);
      await Promise.resolve();
      order.push(`${name} ends`);
      if (fails) throw new Error(name);
    });
  const all = await Promise.allSettled([step('first', true), step('second')]);
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  await turnstile.pass('write');
});

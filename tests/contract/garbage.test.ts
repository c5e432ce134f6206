import { expect, test } from 'vitest';
import { operations } from '../../contract/operations.ts';
import { openTestArchive } from '../service/open-archive.ts';

const megabyte = 'x'.repeat(1_000_000);

const garbage: [string, unknown][] = [
  ['null', null],
  ['nothing', undefined],
  ['a number', 42],
  ['a string of 1 MB', megabyte],
  ['a list', []],
  ['an unknown field', { surprise: 1 }],
  ['__proto__', JSON.parse('{"__proto__":{"id":"x"}}')],
  ['constructor', JSON.parse('{"constructor":{"prototype":{"id":"x"}}}')],
];

/** An empty object is garbage wherever the input has a field that must be there. */
function needsSomething(name: keyof typeof operations): boolean {
  return !operations[name].input.safeParse({}).success;
}

/** Wrong types in every field of an operation's input, one at a time and all at once. */
function wrongTypes(name: keyof typeof operations): unknown[] {
  const schema = operations[name].input as unknown as { shape?: Record<string, unknown> };
  const fields = Object.keys(schema.shape ?? {});
  const wrong = [{ nested: [megabyte] }, megabyte, -1.5, [[]]];
  return wrong
    .map((value) => Object.fromEntries(fields.map((field) => [field, value])))
    .filter(() => fields.length > 0);
}

test('every operation refuses garbage with invalid-input, and writes nothing', async () => {
  const archive = await openTestArchive();
  const before = (await archive.call('history.list', {})).total;
  const accepted: string[] = [];
  for (const name of Object.keys(operations) as (keyof typeof operations)[]) {
    const inputs = [...garbage, ...wrongTypes(name).map((input): [string, unknown] => ['wrong types', input])];
    if (needsSomething(name)) inputs.push(['{}', {}]);
    for (const [what, input] of inputs) {
      const result = await archive.service.call(name, input);
      if (result.ok || result.failure.code !== 'invalid-input') accepted.push(`${name} took ${what}`);
    }
  }
  expect(accepted).toEqual([]);
  expect((await archive.call('history.list', {})).total).toBe(before);
});

/** The fields of the draft that a save takes, read off its schema. */
function draftFields(name: keyof typeof operations): string[] {
  const schema = operations[name].input as unknown as { shape?: { draft?: { shape?: Record<string, unknown> } } };
  return Object.keys(schema.shape?.draft?.shape ?? {});
}

test('every field of every draft refuses wrong types and endless text, each by its own name', async () => {
  const archive = await openTestArchive();
  const saves = (Object.keys(operations) as (keyof typeof operations)[]).filter((name) => name.endsWith('.save'));
  expect(saves.every((name) => draftFields(name).length > 2)).toBe(true);
  const wrong = [{ surprise: [1] }, megabyte, [[[]]], Number.MAX_VALUE];
  const accepted: string[] = [];
  for (const name of saves) {
    for (const field of draftFields(name)) {
      for (const value of wrong) {
        const draft = { id: 'x', revision: 0, [field]: value };
        const result = await archive.service.call(name, { draft });
        const fields = !result.ok && result.failure.code === 'invalid-input' ? Object.keys(result.failure.fields) : [];
        if (!fields.some((path) => path.split('.').includes(field))) accepted.push(`${name} ${field} ${typeof value}`);
      }
    }
  }
  expect(accepted).toEqual([]);
}, 60_000);

test('an operation that does not exist, or is only inherited, is refused', async () => {
  const archive = await openTestArchive();
  for (const name of ['member.explode', 'toString', '__proto__', 'constructor', ''])
    expect(await archive.refused(name, {})).toMatchObject({ code: 'unknown-operation' });
});

test('the prototype of objects is as it was after all of that', () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>).id).toBeUndefined();
});

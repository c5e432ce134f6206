import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngineMessage } from '../../contract/port.ts';
import type { Shell, ShellEvent } from '../../contract/shell.ts';
import { type Launched, launch } from './launch.ts';

/** What the tests keep in the page between two steps. */
interface Kept {
  shell: Shell;
  ports: MessagePort[];
  received: EngineMessage[];
  events: ShellEvent[];
}
declare const window: Window & Kept;

// The utility process is what users get; the child process is for the substitute runtime only.
describe.each(['utility', 'fork'] as const)('page and engine joined by %s', (transport) => {
  let launched: Launched;

  beforeAll(async () => {
    launched = await launch({ echoEngine: true, transport });
    await launched.page.evaluate(keepWhatArrives);
  });
  afterAll(() => launched.close());

  function post(message: unknown, port = -1) {
    return launched.page.evaluate(([message, port]) => window.ports.at(port)?.postMessage(message), [
      message,
      port,
    ] as const);
  }
  async function call(id: number, name: string, input: unknown = null): Promise<unknown> {
    await post({ type: 'call', id, name, input });
    return result(id);
  }
  async function result(id: number): Promise<unknown> {
    const handle = await launched.page.waitForFunction(
      (id) => window.received.find((message) => message.type === 'result' && message.id === id),
      id,
    );
    return handle.jsonValue();
  }

  test('a call reaches the engine and its answer the page, Chinese, dates of nothing and megabytes alike', async () => {
    const input = { text: '支部台账', nothing: null, long: '长'.repeat(1_000_000) };
    expect(await call(1, 'echo', input)).toEqual({ type: 'result', id: 1, ok: true, value: input });
  });

  test('progress arrives in order, before the result', async () => {
    await call(2, 'count', 5);
    const own = await launched.page.evaluate(() =>
      window.received.filter((message) => 'id' in message && message.id === 2),
    );
    expect(own.map((message) => (message.type === 'progress' ? message.progress.done : message.type))).toEqual([
      1,
      2,
      3,
      4,
      5,
      'result',
    ]);
  });

  test('a cancelled call ends as cancelled', async () => {
    await post({ type: 'call', id: 3, name: 'count', input: 1_000_000 });
    await post({ type: 'cancel', id: 3 });
    expect(await result(3)).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  });

  test('a grant is with the engine before the page has its token', async () => {
    await launched.answerDialog(launched.folder);
    const granted = await launched.page.evaluate(() => window.shell.choose({ kind: 'export-folder' }));
    expect(await call(4, 'take', granted?.token)).toMatchObject({ value: 'write-folder' });
    expect(await call(5, 'take', granted?.token)).toMatchObject({ value: null });
    expect(JSON.stringify(granted)).not.toContain(launched.folder);
  });

  test('the engine sees no environment that steers Node, and no path of a grant in its command line', async () => {
    const { value } = (await call(6, 'arguments')) as { value: string[] };
    expect(value.join('\n')).not.toMatch(/NODE_OPTIONS|ELECTRON_RUN_AS_NODE|ZHIBU_/);
    expect(value).toContain('PATH');
  });

  test('a killed engine is reported, and the next one answers on a new port without being asked', async () => {
    const before = await launched.enginePid();
    const ports = await launched.page.evaluate(() => window.ports.length);
    await post({ type: 'call', id: 7, name: 'wait', input: null });
    await launched.killEngine();
    await launched.page.waitForFunction(() => window.events.some(({ type }) => type === 'engine-stopped'));
    await launched.page.waitForFunction((ports) => window.ports.length > ports, ports);
    expect(await call(8, 'echo', '还在')).toMatchObject({ value: '还在' });
    expect(await launched.enginePid()).not.toBe(before);
  });

  test('grants go to the new engine', async () => {
    await launched.answerDialog(launched.folder);
    const granted = await launched.page.evaluate(() => window.shell.choose({ kind: 'export-folder' }));
    expect(await call(9, 'take', granted?.token)).toMatchObject({ value: 'write-folder' });
  });

  test('locking reaches the engine before the page is loaded anew', async () => {
    await Promise.all([launched.page.waitForEvent('load'), launched.page.evaluate(() => void window.shell.lock())]);
    await launched.page.evaluate(keepWhatArrives);
    expect(await call(10, 'locks')).toMatchObject({ value: 1 });
  });

  test('an engine that dies again and again is given up, and the page told', async () => {
    for (let round = 0; round < 5; round += 1) {
      const ports = await launched.page.evaluate(() => window.ports.length);
      await post({ type: 'call', id: 20 + round, name: 'die', input: null });
      await launched.page.waitForFunction(
        (ports) => window.ports.length > ports || window.events.some(({ type }) => type === 'engine-failed'),
        ports,
      );
      if (await launched.page.evaluate(() => window.events.some(({ type }) => type === 'engine-failed'))) return;
    }
    expect.unreachable('it was started again every time');
  });
});

/** Runs in the page. */
async function keepWhatArrives(): Promise<void> {
  window.ports = [];
  window.received = [];
  window.events = [];
  window.shell.subscribe((event) => window.events.push(event));
  const first = new Promise<void>((resolve) => {
    window.addEventListener('message', ({ data, ports: [port] }: MessageEvent) => {
      if (data?.type !== 'engine-port' || port === undefined) return;
      port.onmessage = (event: MessageEvent<EngineMessage>) => window.received.push(event.data);
      window.ports.push(port);
      resolve();
    });
  });
  await window.shell.connect();
  await first;
}

import { MessageChannel } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import type { ClientMessage, EngineMessage } from '../../contract/port.ts';
import { type Client, type ClientPort, createClient } from '../../renderer/data/client.ts';

/** An engine that answers as told; the real one meets this client in engine.test.ts. */
function engine(client: Client, answer: (message: ClientMessage, reply: (message: EngineMessage) => void) => void) {
  const { port1, port2 } = new MessageChannel();
  port2.on('message', (message: ClientMessage) => answer(message, (reply) => port2.postMessage(reply)));
  client.attach(port1 as unknown as ClientPort);
  onTestFinished(() => port1.close());
  return { send: (message: EngineMessage) => port2.postMessage(message), end: () => port2.close() };
}

const echo = (message: ClientMessage, reply: (message: EngineMessage) => void) => {
  if (message.type === 'call') reply({ type: 'result', id: message.id, ok: true, value: message.input });
};

test('answers reach the call they belong to, in whatever order they come', async () => {
  const client = createClient();
  const late: (() => void)[] = [];
  engine(client, (message, reply) => {
    if (message.type !== 'call') return;
    const answer = () => reply({ type: 'result', id: message.id, ok: true, value: message.input });
    if (late.length === 0) late.push(answer);
    else {
      answer();
      late[0]?.();
    }
  });
  const first = client.call('branch.get', { id: 'one' });
  const second = client.call('branch.get', { id: 'two' });
  expect(await Promise.all([first, second])).toEqual([{ id: 'one' }, { id: 'two' }]);
});

test('calls made before the engine is there are answered when it comes', async () => {
  const client = createClient();
  const early = client.call('branch.get', { id: 'early' });
  engine(client, echo);
  expect(await early).toEqual({ id: 'early' });
});

test('a refusal is thrown with its failure', async () => {
  const client = createClient();
  engine(client, (message, reply) =>
    reply({ type: 'result', id: message.id, ok: false, failure: { code: 'wrong-passphrase' } }),
  );
  await expect(client.call('branch.list', {})).rejects.toMatchObject({ failure: { code: 'wrong-passphrase' } });
});

test('when the engine dies every waiting call is rejected, and a new engine answers again', async () => {
  const client = createClient();
  const states: string[] = [];
  client.onState((state) => states.push(state));
  const calls: string[] = [];
  engine(client, (message) => {
    if (message.type === 'call') calls.push(message.name);
  });
  const waiting = [client.call('branch.list', {}), client.call('branch.save', { draft: { id: 'a', revision: 0 } })];
  client.detach();
  for (const call of waiting) await expect(call).rejects.toMatchObject({ failure: { code: 'engine-stopped' } });
  await expect(client.call('branch.list', {})).rejects.toMatchObject({ failure: { code: 'engine-stopped' } });

  const repeated: string[] = [];
  engine(client, (message, reply) => {
    if (message.type === 'call') repeated.push(message.name);
    echo(message, reply);
  });
  expect(await client.call('branch.get', { id: 'after' })).toEqual({ id: 'after' });
  expect(repeated).toEqual(['branch.get']);
  expect(states).toEqual(['ready', 'stopped', 'ready']);
});

test('progress and cancel belong to one call', async () => {
  const client = createClient();
  const { send } = engine(client, (message, reply) => {
    if (message.type === 'cancel') reply({ type: 'result', id: message.id, ok: false, failure: { code: 'cancelled' } });
  });
  const controller = new AbortController();
  const seen: number[] = [];
  const call = client.call(
    'branch.list',
    {},
    {
      signal: controller.signal,
      onProgress: ({ done }) => {
        seen.push(done);
        controller.abort();
      },
    },
  );
  send({ type: 'progress', id: 99, progress: { done: 7, total: 9, label: '' } });
  send({ type: 'progress', id: 1, progress: { done: 3, total: 9, label: '党员花名册' } });
  await expect(call).rejects.toMatchObject({ failure: { code: 'cancelled' } });
  expect(seen).toEqual([3]);
});

test('events reach every listener until it leaves', async () => {
  const client = createClient();
  const { send } = engine(client, echo);
  const heard: string[] = [];
  const leave = client.onEvent((event) => heard.push(`first ${event.type}`));
  client.onEvent((event) => heard.push(`second ${event.type}`));
  send({ type: 'event', event: { type: 'archive-opened' } });
  await client.call('branch.list', {});
  leave();
  send({ type: 'event', event: { type: 'archive-closed' } });
  await client.call('branch.list', {});
  expect(heard).toEqual(['first archive-opened', 'second archive-opened', 'second archive-closed']);
});

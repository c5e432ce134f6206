import { MessageChannel } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import type { ClientMessage, EngineEvent, EngineMessage } from '../../contract/port.ts';
import { type ClientPort, createClient } from '../../renderer/data/client.ts';
import { serve } from '../../service/serve.ts';
import { openTestArchive, passphrase, type TestArchive } from '../service/open-archive.ts';

/** The window's client and the real engine, joined by a channel as in the window. */
async function joined() {
  const archive = await openTestArchive();
  const client = createClient();
  const join = (engine: TestArchive['service']) => {
    const { port1, port2 } = new MessageChannel();
    serve(
      {
        post: (message: EngineMessage) => port2.postMessage(message),
        onMessage: (listener: (message: ClientMessage) => void) => port2.on('message', listener),
        onClose: (listener: () => void) => port2.on('close', listener),
      },
      engine,
    );
    client.attach(port1 as unknown as ClientPort);
    onTestFinished(() => port1.close());
  };
  join(archive.service);
  return { ...archive, client, join };
}

test('a read, a write and a refusal cross the channel as themselves', async () => {
  const { client, branchId } = await joined();
  expect(await client.call('branch.list', {})).toMatchObject([{ id: branchId, revision: 1 }]);
  const draft = { id: branchId, revision: 1, venue: '社区二楼' };
  expect(await client.call('branch.save', { draft, reason: '搬家' })).toMatchObject({ revision: 2, venue: '社区二楼' });
  await expect(client.call('branch.save', { draft: { ...draft, venue: '社区三楼' } })).rejects.toMatchObject({
    failure: { code: 'stale-record', currentRevision: 2 },
  });
});

test('what one page changes, the events tell', async () => {
  const { client, branchId } = await joined();
  const events: EngineEvent[] = [];
  client.onEvent((event) => events.push(event));
  await client.call('group.save', {
    draft: { id: 'g1', revision: 0, branchId, name: '第一党小组', from: '2026-01-01' },
  });
  expect(events).toContainEqual({ type: 'changed', records: ['group'], change: expect.any(Number) });
});

test('after the engine died a save is not repeated by itself, and the next engine asks for the archive', async () => {
  const { client, branchId, service, join, folder } = await joined();
  const save = client.call('branch.save', { draft: { id: branchId, revision: 1, venue: '社区二楼' }, reason: '搬家' });
  client.detach();
  await expect(save).rejects.toMatchObject({ failure: { code: 'engine-stopped' } });
  service.stop();
  join(service);
  await expect(client.call('branch.list', {})).rejects.toMatchObject({ failure: { code: 'no-archive-open' } });
  const token = service.grant(folder, 'read-folder');
  expect(await client.call('archive.open', { folder: token, passphrase })).toMatchObject({ isOpen: true });
  const [branch] = await client.call('branch.list', {});
  // The save was on its way: it may have been carried out once, never twice.
  expect(branch?.revision).toBeLessThanOrEqual(2);
});

test('a page that is gone is told nothing more', async () => {
  const { service, call, branchId } = await openTestArchive();
  const posted: EngineMessage[] = [];
  let leave = () => {};
  serve(
    {
      post: (message) => void posted.push(message),
      onMessage: () => undefined,
      onClose: (listener) => {
        leave = listener;
      },
    },
    service,
  );
  await call('branch.save', { draft: { id: branchId, revision: 1, venue: '二楼' } });
  expect(posted.length).toBeGreaterThan(0);
  const before = posted.length;
  leave();
  await call('branch.save', { draft: { id: branchId, revision: 2, venue: '三楼' } });
  expect(posted).toHaveLength(before);
});

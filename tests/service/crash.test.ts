import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { openTestArchive, passphrase } from './open-archive.ts';

/** Runs saves in another process, kills it with SIGKILL once `until` were acknowledged; returns those. */
async function saveAndKill(folder: string, until: number): Promise<string[]> {
  const script = join(import.meta.dirname, 'saving-child.ts');
  const child = spawn(process.execPath, [script, folder, passphrase], { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === until) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  return acknowledged;
}

test('every save acknowledged before a kill -9 is there afterwards, whole, and the archive is sound', async () => {
  const archive = await openTestArchive();
  await archive.call('archive.close', {});
  const acknowledged = await saveAndKill(archive.folder, 200);
  const folder = archive.service.grant(archive.folder, 'read-folder');
  await archive.call('archive.open', { folder, passphrase });
  const stored = new Set((await archive.call('record.dump', { record: 'member' })).map((member) => member.id));
  expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
  expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true, integrity: [], historyBrokenAt: null });
});

test('the lock of a killed program does not keep anybody out', async () => {
  const archive = await openTestArchive();
  await archive.call('archive.close', {});
  await saveAndKill(archive.folder, 1);
  const folder = archive.service.grant(archive.folder, 'read-folder');
  expect(await archive.call('archive.open', { folder, passphrase })).toMatchObject({ isOpen: true });
});

test('a save repeated because its acknowledgement was lost is the same save', async () => {
  const archive = await openTestArchive();
  const draft = { id: 'm1', revision: 0, name: '党员一' };
  const first = await archive.call('member.save', { draft });
  const again = await archive.call('member.save', { draft });
  expect(again.revision).toBe(first.revision);
  expect(await archive.refused('member.save', { draft: { ...draft, name: '别人' } })).toMatchObject({
    code: 'stale-record',
    currentRevision: 1,
  });
});

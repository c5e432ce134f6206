import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, expect, test } from 'vitest';
import { openTestArchive, passphrase } from '../service/open-archive.ts';
import { newFolder, removeFolders, startReceiver } from './setting.ts';

const program = join(import.meta.dirname, '..', '..', 'service', 'cli', 'main.ts');
afterEach(() => removeFolders());

/** Runs `zhibu` as a process of its own, beside this one that may be serving it. */
function zhibu(...args: string[]): Promise<{ code: number | null; output: string; error: string }> {
  const child = spawn(process.execPath, [program, ...args]);
  const heard = { output: '', error: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    heard.output += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    heard.error += chunk.toString();
  });
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, ...heard }));
  });
}

test('from the terminal: seal to a file, open it, push it; refusals end with 1, wrong usage with 2', async () => {
  const folder = newFolder('terminal');
  const path = (name: string): string => join(folder, name);
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  writeFileSync(path('superior.key'), `${identity}\n`);
  writeFileSync(path('pass'), `${passphrase}\n`);
  const archive = await openTestArchive();
  await archive.call('member.save', { draft: { id: 'm1', revision: 0, name: '买买提植入标记' } });
  await archive.call('archive.close', {});
  const withPass = ['--passphrase-file', path('pass'), '--json'];

  const sealed = await zhibu(
    'snapshot',
    'seal',
    archive.folder,
    '--to',
    recipient,
    '--out',
    path('s.tar'),
    ...withPass,
  );
  expect(sealed).toMatchObject({ code: 0, error: '' });
  expect(JSON.parse(sealed.output)).toMatchObject({ sequence: 1, file: path('s.tar') });

  const into = ['--identity', path('superior.key'), '--into', path('opened')];
  expect(await zhibu('snapshot', 'open', path('s.tar'), ...into)).toMatchObject({ code: 0 });
  expect(readFileSync(path('opened/member.jsonl'), 'utf8')).toContain('买买提植入标记');

  const running = await startReceiver();
  try {
    writeFileSync(path('token'), `${running.token}\n`);
    const target = ['--server', running.url, '--token-file', path('token')];
    const pushed = await zhibu('snapshot', 'push', archive.folder, ...target, ...withPass);
    expect(pushed).toMatchObject({ code: 0, error: '' });
    expect(JSON.parse(pushed.output)).toMatchObject({ resumed: false, receipt: { sequence: 1 } });
    expect(readdirSync(join(running.dataFolder, 'snapshots', '000001'))).toHaveLength(1);
  } finally {
    await running.stop();
  }

  const refused = await zhibu(
    'snapshot',
    'seal',
    archive.folder,
    '--to',
    'age1x',
    '--out',
    path('no.tar'),
    ...withPass,
  );
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.output)).toMatchObject({ failure: { reason: 'bad-recipient' } });
  expect(existsSync(path('no.tar'))).toBe(false);
  expect((await zhibu('snapshot', 'open', path('s.tar'))).code).toBe(2);
  rmSync(archive.folder, { recursive: true, force: true });
}, 300_000);

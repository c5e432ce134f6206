import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { Output } from '../../contract/operations.ts';
import { createService } from '../../service/service.ts';
import { reportProjection } from '../../service/snapshot/projection.ts';
import { type RunningReceiver, removeFolders, startReceiver } from '../upload/setting.ts';
import { openTestArchive, passphrase, type TestArchive, testKeyCost } from './open-archive.ts';

// Each job starts a thread, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const planted = '买买提植入标记';
const secretPhone = '13912345678';
const secretWords = '会上说的话不外传';
let archive: TestArchive;
let folder = '';
let recipient = '';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhibu-snapshots-'));
  const identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  writeFileSync(join(folder, 'superior.key'), `# 上级私钥\n${identity}\n`);
  archive = await openTestArchive();
  await archive.call('member.save', {
    draft: { id: 'm1', revision: 0, name: planted, mobilePhone: secretPhone, idNumber: '11010119900307457X' },
  });
  await archive.call('meeting.save', {
    draft: {
      id: 'g1',
      revision: 0,
      branchId: archive.branchId,
      types: ['members-meeting'],
      title: '十月支部党员大会',
      heldOn: '2026-10-20',
      agenda: [{ id: 'a1', title: '学习', content: secretWords }],
      discussion: secretWords,
    },
  });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  removeFolders();
});

function seal(name = 'out.tar', recipients: string[] | undefined = [recipient]) {
  return archive.call('snapshot.seal', {
    file: archive.service.grant(join(folder, name), 'write-file'),
    ...(recipients === undefined ? {} : { recipients }),
  });
}

function open(name = 'out.tar', more: { signer?: string; into?: string; identity?: string } = {}) {
  const { service } = archive;
  return {
    file: service.grant(join(folder, name), 'read-file'),
    identity: service.grant(join(folder, more.identity ?? 'superior.key'), 'read-file'),
    folder: service.grant(join(folder, more.into ?? 'opened'), 'write-folder'),
    ...(more.signer === undefined ? {} : { signer: more.signer }),
  };
}

async function receiver(): Promise<RunningReceiver> {
  const running = await startReceiver();
  onTestFinished(() => running.stop());
  return running;
}

function lines(table: string): Record<string, unknown>[] {
  const text = readFileSync(join(folder, 'opened', `${table}.jsonl`), 'utf8');
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
}

function filesHolding(root: string, words: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(Buffer.from(words)));
}

test('what leaves is what the projection names: no telephone, no ID number, nothing said at a meeting', async () => {
  await seal();
  await archive.call('snapshot.open', open());
  expect(lines('member')).toEqual([expect.objectContaining({ id: 'm1', name: planted })]);
  expect(lines('meeting')).toEqual([
    expect.objectContaining({ title: '十月支部党员大会', agenda: [{ id: 'a1', title: '学习' }] }),
  ]);
  for (const secret of [secretPhone, '11010119900307457X', secretWords]) {
    expect(filesHolding(join(folder, 'opened'), secret)).toEqual([]);
  }
  for (const { table, fields } of reportProjection) {
    for (const row of lines(table)) expect(Object.keys(row)).toEqual([...fields]);
  }
});

test('the preview counts what sealing seals, and the file holds no readable name', async () => {
  const preview = await archive.call('snapshot.preview', {});
  const sealed = await seal();
  expect(sealed.tables).toEqual(preview);
  expect(preview.find((table) => table.name === 'member')?.rows).toBe(1);
  expect(filesHolding(folder, planted)).toEqual([]);
  expect(filesHolding(archive.folder, planted)).toEqual([]);
});

test('sealed files are numbered and name the one before; the recipients are kept for the next', async () => {
  const first = await seal('1.tar');
  const second = await seal('2.tar', undefined);
  expect([first.sequence, second.sequence]).toEqual([1, 2]);
  expect(second.recipients).toEqual(first.recipients);
  const status = await archive.call('snapshot.status', {});
  expect(status.target.recipients).toEqual([recipient]);
  expect(status.identity?.signer).toBe(first.signer);
  const inspected = await archive.call('snapshot.inspect', {
    file: archive.service.grant(join(folder, '2.tar'), 'read-file'),
  });
  expect(inspected).toEqual(second);
});

test('sealing and pushing are in the history of the branch', async () => {
  await seal();
  const history = await archive.call('history.list', { record: 'branch', id: archive.branchId });
  expect(JSON.stringify(history)).toContain('snapshot.seal');
});

test('sealing without anybody to seal to, or to mixed keys, is refused and leaves no file', async () => {
  const file = () => archive.service.grant(join(folder, 'no.tar'), 'write-file');
  const mixed = [recipient, await identityToRecipient(await generateHybridIdentity())];
  expect(await archive.refused('snapshot.seal', { file: file() })).toMatchObject({ reason: 'bad-recipient' });
  expect(await archive.refused('snapshot.seal', { file: file(), recipients: mixed })).toMatchObject({
    reason: 'bad-recipient',
  });
  expect(await archive.refused('snapshot.saveTarget', { recipients: mixed })).toMatchObject({
    reason: 'bad-recipient',
  });
  expect(existsSync(join(folder, 'no.tar'))).toBe(false);
});

test('opening needs no archive, remembers the signer and refuses another one', async () => {
  await seal();
  const { signer } = await archive.call('snapshot.identity', {});
  const service = createService({ keyCost: testKeyCost, checkAnswers: true });
  onTestFinished(() => service.stop());
  const desk = { ...archive, service };
  archive = desk;
  const opened = await service.call('snapshot.open', open());
  expect(opened).toMatchObject({ ok: true, value: { isKnownSigner: false, signer, branchName: expect.any(String) } });
  const again = await service.call('snapshot.open', open('out.tar', { into: 'again' }));
  expect(again).toMatchObject({ ok: true, value: { isKnownSigner: true } });

  const known = join(folder, 'superior.key.signers.json');
  const foreign = `RW${'A'.repeat(54)}`;
  writeFileSync(known, readFileSync(known, 'utf8').replace(signer, foreign));
  const refused = await service.call('snapshot.open', open('out.tar', { into: 'third' }));
  expect(refused).toMatchObject({ ok: false, failure: { code: 'snapshot-refused', reason: 'unknown-signer' } });
  writeFileSync(known, '{');
  expect(await service.call('snapshot.open', open('out.tar', { into: 'third' }))).toMatchObject({ ok: false });
  expect(existsSync(join(folder, 'third'))).toBe(false);
});

test('a signer given by hand is held to', async () => {
  await seal();
  const { signer } = await archive.call('snapshot.identity', {});
  const foreign = `RW${'A'.repeat(54)}`;
  expect(await archive.refused('snapshot.open', open('out.tar', { signer: foreign }))).toMatchObject({
    reason: 'unknown-signer',
  });
  expect(existsSync(join(folder, 'opened'))).toBe(false);
  expect((await archive.call('snapshot.open', open('out.tar', { signer }))).isKnownSigner).toBe(true);
});

test('a damaged file, a foreign identity and a missing file are told apart, and nothing is written', async () => {
  await seal();
  const bytes = readFileSync(join(folder, 'out.tar'));
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1500) ^ 1, bytes.length - 1500);
  writeFileSync(join(folder, 'bad.tar'), bytes);
  writeFileSync(join(folder, 'foreign.key'), await generateX25519Identity());
  expect(await archive.refused('snapshot.open', open('bad.tar'))).toMatchObject({ reason: 'tampered' });
  expect(await archive.refused('snapshot.open', open('out.tar', { identity: 'foreign.key' }))).toMatchObject({
    reason: 'not-for-you',
  });
  expect(await archive.refused('snapshot.open', open('none.tar'))).toMatchObject({
    code: 'file-unreadable',
    reason: 'missing',
  });
  expect(readdirSync(folder).sort()).toEqual(['bad.tar', 'foreign.key', 'out.tar', 'superior.key']);
});

test('a push brings the snapshot to the receiver; status and deliveries tell of it', async () => {
  const running = await receiver();
  await archive.call('snapshot.saveTarget', { url: running.url, token: running.token, recipients: [recipient] });
  expect((await archive.call('snapshot.status', {})).lastDelivered).toBeNull();
  const pushed = await archive.call('snapshot.push', {});
  expect(pushed).toMatchObject({ resumed: false, receipt: { sequence: 1, branch: { id: archive.branchId } } });
  const status = await archive.call('snapshot.status', {});
  expect(status).toMatchObject({
    target: { url: running.url, hasToken: true, hasAuthority: false },
    lastDelivered: { number: pushed.receipt.number },
    pending: null,
  });
  expect(JSON.stringify(status)).not.toContain(running.token);
  await archive.call('snapshot.push', {});
  const deliveries: Output<'snapshot.deliveries'> = await archive.call('snapshot.deliveries', {});
  expect(deliveries.map(({ receipt }) => receipt.sequence)).toEqual([2, 1]);
  expect(filesHolding(running.dataFolder, planted)).toEqual([]);
});

test('the chain survives closing and opening the archive', async () => {
  const running = await receiver();
  await archive.call('snapshot.saveTarget', { url: running.url, token: running.token, recipients: [recipient] });
  await archive.call('snapshot.push', {});
  await archive.call('archive.close', {});
  await archive.call('archive.open', { folder: archive.service.grant(archive.folder, 'read-folder'), passphrase });
  expect((await archive.call('snapshot.push', {})).receipt.sequence).toBe(2);
});

test('another address begins a new chain; a wrong or an insecure one is refused', async () => {
  const first = await receiver();
  const second = await receiver();
  await archive.call('snapshot.saveTarget', { url: first.url, token: first.token, recipients: [recipient] });
  await archive.call('snapshot.push', {});
  await archive.call('snapshot.saveTarget', { url: second.url, token: second.token });
  expect((await archive.call('snapshot.push', {})).receipt.sequence).toBe(1);
  expect(await archive.call('snapshot.deliveries', {})).toHaveLength(2);
  expect(await archive.refused('snapshot.saveTarget', { url: 'http://example.org' })).toMatchObject({
    code: 'server-insecure',
  });
  expect(await archive.refused('snapshot.saveTarget', { url: 'example.org' })).toMatchObject({ code: 'invalid-input' });
  expect((await archive.call('snapshot.status', {})).target.url).toBe(second.url);
});

test('two pushes at once go one after the other', async () => {
  const running = await receiver();
  await archive.call('snapshot.saveTarget', { url: running.url, token: running.token, recipients: [recipient] });
  const both = await Promise.all([archive.call('snapshot.push', {}), archive.call('snapshot.push', {})]);
  expect(both.map(({ receipt }) => receipt.sequence)).toEqual([1, 2]);
});

test('a push without address, token or recipient says what is missing', async () => {
  expect(await archive.refused('snapshot.push', {})).toMatchObject({ fields: { url: ['missing'] } });
  await archive.call('snapshot.saveTarget', { url: 'http://127.0.0.1:9' });
  expect(await archive.refused('snapshot.push', {})).toMatchObject({ fields: { token: ['missing'] } });
});

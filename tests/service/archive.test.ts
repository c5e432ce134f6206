import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createService } from '../../service/service.ts';
import { openTestArchive, passphrase, type TestArchive, testKeyCost } from './open-archive.ts';

const planted = '买买提植入标记';

async function withMember(): Promise<TestArchive> {
  const archive = await openTestArchive();
  await archive.call('member.save', { draft: { id: 'm1', revision: 0, name: planted } });
  return archive;
}

function open(archive: TestArchive, secret = passphrase) {
  return archive.service.call('archive.open', {
    folder: archive.service.grant(archive.folder, 'read-folder'),
    passphrase: secret,
  });
}

async function refusedOpen(archive: TestArchive, secret = passphrase) {
  const result = await open(archive, secret);
  if (result.ok) throw new Error('it opened');
  return result.failure;
}

/** Every file of the archive that holds the planted name, in either encoding. */
function filesWithPlantedName(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return bytes.includes(Buffer.from(planted)) || bytes.includes(Buffer.from(planted, 'utf16le'));
    });
}

test('no file of the archive holds a readable name: while open, after a copy, after closing', async () => {
  const archive = await withMember();
  expect(filesWithPlantedName(archive.folder)).toEqual([]);
  await archive.call('copy.make', {});
  expect(filesWithPlantedName(archive.folder)).toEqual([]);
  await archive.call('archive.close', {});
  expect(filesWithPlantedName(archive.folder)).toEqual([]);
  expect(readFileSync(join(archive.folder, 'archive.db')).subarray(0, 15).toString('latin1')).not.toBe(
    'SQLite format 3',
  );
});

test('a wrong passphrase is told apart from a missing and from a damaged archive', async () => {
  const archive = await withMember();
  await archive.call('archive.close', {});
  expect(await refusedOpen(archive, 'nicht das Wort')).toEqual({ code: 'wrong-passphrase' });
  const database = join(archive.folder, 'archive.db');
  const bytes = readFileSync(database);
  bytes.fill(7, 100, 4000);
  writeFileSync(database, bytes);
  expect(await refusedOpen(archive)).toMatchObject({ code: 'archive-damaged' });
  rmSync(database);
  expect(await refusedOpen(archive)).toEqual({ code: 'archive-missing' });
});

test('an archive of a newer program is refused and left as it is', async () => {
  const archive = await withMember();
  const { key } = await archive.call('archive.revealKey', { passphrase });
  await archive.call('archive.close', {});
  const { default: Database } = await import('better-sqlite3');
  const raw = new Database(join(archive.folder, 'archive.db'));
  raw.pragma(`cipher = 'sqlcipher'`);
  raw.pragma('legacy = 4');
  raw.pragma(`key = "x'${key}'"`);
  raw.pragma('user_version = 99990');
  raw.pragma('wal_checkpoint(TRUNCATE)');
  raw.close();
  const before = readFileSync(join(archive.folder, 'archive.db'));
  expect(await refusedOpen(archive)).toMatchObject({ code: 'schema-too-new', found: 99990 });
  expect(readFileSync(join(archive.folder, 'archive.db')).equals(before)).toBe(true);
});

test('a second program cannot open an archive that is open, and can once it is closed', async () => {
  const archive = await withMember();
  const second = createService({ keyCost: testKeyCost });
  const input = () => ({ folder: second.grant(archive.folder, 'read-folder'), passphrase });
  expect(await second.call('archive.open', input())).toEqual({ ok: false, failure: { code: 'archive-in-use' } });
  await archive.call('archive.close', {});
  expect(await second.call('archive.open', input())).toMatchObject({ ok: true });
  second.stop();
});

test('a folder with something in it is never made into an archive, and is left as it was', async () => {
  const archive = await withMember();
  const other = createService({ keyCost: testKeyCost });
  const result = await other.call('archive.create', {
    folder: other.grant(archive.folder, 'write-folder'),
    name: 'x',
    person: 'x',
    passphrase,
    branch: { id: 'b', revision: 0, fullName: 'x' },
  });
  expect(result).toEqual({ ok: false, failure: { code: 'archive-exists' } });
  expect((await archive.call('record.dump', { record: 'member' })).length).toBe(1);
});

test('a refused first branch leaves no half archive behind', async () => {
  const archive = await withMember();
  const folder = `${archive.folder}-second`;
  const other = createService({ keyCost: testKeyCost });
  const result = await other.call('archive.create', {
    folder: other.grant(folder, 'write-folder'),
    name: 'x',
    person: 'x',
    passphrase: 'short',
    branch: { id: 'b', revision: 0, fullName: 'x' },
  });
  expect(result).toMatchObject({ ok: false, failure: { code: 'weak-passphrase' } });
  expect(existsSync(folder)).toBe(false);
});

test('the printed recovery code opens the archive and sets a new passphrase; the old one opens it no more', async () => {
  const root = await openTestArchive();
  const folder = `${root.folder}-recovered`;
  const service = createService({ keyCost: testKeyCost });
  const created = await service.call('archive.create', {
    folder: service.grant(folder, 'write-folder'),
    name: 'x',
    person: '王书记',
    passphrase,
    branch: { id: 'b', revision: 0, fullName: '支部' },
  });
  if (!created.ok) throw new Error('not created');
  const { recoveryCode } = created.value as { recoveryCode: string };
  await service.call('archive.close', {});
  const reopened = await service.call('archive.openWithRecoveryCode', {
    folder: service.grant(folder, 'read-folder'),
    recoveryCode: recoveryCode.toLowerCase(),
    person: '王书记',
    newPassphrase: '另一个更长的口令',
  });
  expect(reopened).toMatchObject({ ok: true, value: { isOpen: true, person: '王书记' } });
  await service.call('archive.close', {});
  const grant = () => service.grant(folder, 'read-folder');
  expect(await service.call('archive.open', { folder: grant(), passphrase })).toMatchObject({ ok: false });
  expect(await service.call('archive.open', { folder: grant(), passphrase: '另一个更长的口令' })).toMatchObject({
    ok: true,
  });
  service.stop();
});

test('the recovery code counts as kept only after groups of it were typed back', async () => {
  const archive = await openTestArchive();
  const { recoveryCode } = await archive.call('archive.renewRecoveryCode', { passphrase });
  const groups = recoveryCode.split('-');
  const typed = (first: string) => ({ positions: [1, 4], groups: [first, groups[4] ?? ''] });
  expect(await archive.refused('archive.confirmRecoveryCode', typed('0000'))).toMatchObject({
    code: 'wrong-recovery-code',
  });
  expect((await archive.call('archive.status', {})).isRecoveryConfirmed).toBe(false);
  await archive.call('archive.confirmRecoveryCode', typed(groups[1] ?? ''));
  expect((await archive.call('archive.status', {})).isRecoveryConfirmed).toBe(true);
});

test('a changed passphrase opens the same records', async () => {
  const archive = await withMember();
  await archive.call('archive.changePassphrase', { passphrase, newPassphrase: '新的口令也要够长' });
  await archive.call('archive.close', {});
  expect(await refusedOpen(archive)).toEqual({ code: 'wrong-passphrase' });
  expect(await open(archive, '新的口令也要够长')).toMatchObject({ ok: true });
  expect((await archive.call('record.dump', { record: 'member' }))[0]).toMatchObject({ name: planted });
});

test('a restore brings back what was, and keeps what is aside', async () => {
  const archive = await withMember();
  const copy = await archive.call('copy.make', {});
  await archive.call('member.save', { draft: { id: 'm2', revision: 0, name: '后来的人' } });
  const { keptAside } = await archive.call('copy.restore', { id: copy.id });
  const names = (await archive.call('record.dump', { record: 'member' })).map((member) => member.name);
  expect(names).toEqual([planted]);
  expect(existsSync(join(archive.folder, keptAside))).toBe(true);
  const reasons = (await archive.call('copy.list', {})).map((each) => each.reason);
  expect(reasons).toContain('before-restore');
});

test('a damaged copy is found out, and is never restored', async () => {
  const archive = await withMember();
  const copy = await archive.call('copy.make', {});
  const file = join(archive.folder, 'copies', `${copy.id}.db`);
  const bytes = readFileSync(file);
  bytes.fill(1, 5000, 5100);
  writeFileSync(file, bytes);
  expect((await archive.call('copy.verify', { id: copy.id })).verifiedAt).toBeNull();
  expect(await archive.refused('copy.restore', { id: copy.id })).toMatchObject({ code: 'copy-unverified' });
  expect((await archive.call('record.dump', { record: 'member' })).length).toBe(1);
});

test('closing makes a verified copy when something changed, and none when nothing did', async () => {
  const archive = await withMember();
  const first = await archive.call('archive.close', {});
  await open(archive);
  const second = await archive.call('archive.close', {});
  expect(second.copy?.id).toBe(first.copy?.id);
});

test('a copy on a USB stick is a whole archive that opens by itself', async () => {
  const archive = await withMember();
  const stick = join(archive.folder, '..', 'stick');
  await archive.call('copy.make', { folder: archive.service.grant(stick, 'write-folder') });
  const other = createService({ keyCost: testKeyCost });
  const folder = other.grant(join(stick, '测试支部.zhibu'), 'read-folder');
  expect(await other.call('archive.open', { folder, passphrase })).toMatchObject({ ok: true });
  other.stop();
});

test('a copied database file with a bit flipped anywhere in it does not verify', async () => {
  const archive = await withMember();
  const copy = await archive.call('copy.make', {});
  const file = join(archive.folder, 'copies', `${copy.id}.db`);
  const original = readFileSync(file);
  for (const offset of [0, 1023, Math.floor(original.length / 2), original.length - 1]) {
    const bytes = Buffer.from(original);
    bytes.writeUInt8(bytes.readUInt8(offset) ^ 4, offset);
    writeFileSync(file, bytes);
    expect((await archive.call('copy.verify', { id: copy.id })).verifiedAt).toBeNull();
  }
});

test('without an open archive no record can be read or written', async () => {
  const service = createService();
  expect(await service.call('branch.list', {})).toEqual({ ok: false, failure: { code: 'no-archive-open' } });
  expect(await service.call('copy.list', {})).toEqual({ ok: false, failure: { code: 'no-archive-open' } });
});

test('a token works once, and only the way it was given', async () => {
  const archive = await withMember();
  await archive.call('archive.close', {});
  const token = archive.service.grant(archive.folder, 'write-folder');
  const input = { folder: token, passphrase };
  expect(await archive.refused('archive.open', input)).toEqual({ code: 'no-such-grant' });
  const good = { folder: archive.service.grant(archive.folder, 'read-folder'), passphrase };
  expect((await archive.service.call('archive.open', good)).ok).toBe(true);
  expect(await archive.refused('archive.open', good)).toEqual({ code: 'no-such-grant' });
});

test('reading and saving go on while a copy is made; the copy holds one moment of the archive and tells how far it is', async () => {
  const archive = await withMember();
  const told: number[] = [];
  const done: string[] = [];
  const copying = archive.service
    .call('copy.make', {}, { signal: new AbortController().signal, progress: ({ done }) => told.push(done) })
    .then((result) => {
      done.push('copy');
      return result;
    });
  await archive.call('member.save', { draft: { id: 'm2', revision: 0, name: '后来的人' } });
  done.push('save');
  expect(await copying).toMatchObject({ ok: true });
  expect(done).toEqual(['save', 'copy']);
  expect(told.length).toBeGreaterThan(1);
  expect(told.at(-1)).toBe(100);
  expect(told).toEqual([...told].sort((left, right) => left - right));
  const [copy] = await archive.call('copy.list', {});
  expect(await archive.call('copy.verify', { id: copy?.id ?? '' })).toMatchObject({ digest: copy?.digest });
});

test('closing waits for its copy, says so, and lets nothing in between', async () => {
  const archive = await withMember();
  const events: string[] = [];
  archive.service.onEvent(({ type }) => events.push(type));
  await archive.call('copy.make', {});
  const saving = archive.service.call('member.save', { draft: { id: 'm2', revision: 0, name: '后来的人' } });
  const closing = archive.service.call('archive.close', {});
  const late = archive.service.call('member.save', { draft: { id: 'm3', revision: 0, name: '太晚的人' } });
  expect(await saving).toMatchObject({ ok: true });
  expect(await closing).toMatchObject({ ok: true, value: { copy: { reason: 'close' } } });
  expect(await late).toEqual({ ok: false, failure: { code: 'no-archive-open' } });
  expect(await open(archive)).toMatchObject({ ok: true });
  expect((await archive.call('record.dump', { record: 'member' })).map(({ id }) => id)).toEqual(['m1', 'm2']);
  expect(events).toContain('archive-closing');
  expect(events.lastIndexOf('archive-closing')).toBeLessThan(events.lastIndexOf('archive-closed'));
});

test('a copy that is cancelled leaves nothing, and what an earlier one left half done never counts and goes', async () => {
  const archive = await withMember();
  const folder = join(archive.folder, 'copies');
  const first = await archive.call('copy.make', {});
  writeFileSync(join(folder, '20200101T000000-close.db.part'), 'half a copy');
  writeFileSync(join(folder, '20200101T000001-close.json.0a1b2c3d.tmp'), '{');
  expect((await archive.call('copy.list', {})).map(({ id }) => id)).toEqual([first.id]);
  const controller = new AbortController();
  const cancelled = await archive.service.call(
    'copy.make',
    {},
    { signal: controller.signal, progress: () => controller.abort() },
  );
  expect(cancelled).toEqual({ ok: false, failure: { code: 'cancelled' } });
  expect(readdirSync(folder).sort()).toEqual([`${first.id}.db`, `${first.id}.json`]);
});

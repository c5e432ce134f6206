import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Output } from '../../contract/operations.ts';
import { openTestArchive, passphrase, type TestArchive } from './open-archive.ts';

const grant = (archive: TestArchive) => archive.service.grant(archive.folder, 'read-folder');

async function withDamage(damage: (database: string) => void): Promise<TestArchive> {
  const archive = await openTestArchive();
  await archive.call('member.save', { draft: { id: 'm1', revision: 0, name: '王秀英' } });
  await archive.call('archive.close', {});
  damage(join(archive.folder, 'archive.db'));
  return archive;
}

async function restoreNewest(archive: TestArchive): Promise<Output<'archive.restoreCopy'>> {
  const [copy] = await archive.call('archive.copies', { folder: grant(archive) });
  return archive.call('archive.restoreCopy', { folder: grant(archive), passphrase, id: copy?.id ?? '' });
}

test('a damaged archive is restored from its copy, and what was damaged is kept aside as it was', async () => {
  let damaged = Buffer.alloc(0);
  const archive = await withDamage((database) => {
    damaged = readFileSync(database).fill(7, 100, 4000);
    writeFileSync(database, damaged);
  });
  const { keptAside, status } = await restoreNewest(archive);
  expect(status.isOpen).toBe(true);
  expect(await archive.call('record.dump', { record: 'member' })).toMatchObject([{ name: '王秀英' }]);
  expect(readFileSync(join(archive.folder, keptAside)).equals(damaged)).toBe(true);
});

test('an archive whose file is gone is restored too', async () => {
  const archive = await withDamage((database) => rmSync(database));
  expect(await restoreNewest(archive)).toMatchObject({ keptAside: '', status: { isOpen: true } });
  expect(await archive.call('record.dump', { record: 'member' })).toMatchObject([{ name: '王秀英' }]);
});

test('neither a wrong passphrase nor a bent copy puts anything in the place of the archive', async () => {
  const archive = await withDamage((database) => writeFileSync(database, 'not a database'));
  const [copy] = await archive.call('archive.copies', { folder: grant(archive) });
  const id = copy?.id ?? '';
  expect(
    await archive.refused('archive.restoreCopy', { folder: grant(archive), passphrase: 'not the word', id }),
  ).toEqual({
    code: 'wrong-passphrase',
  });
  const file = join(archive.folder, 'copies', `${id}.db`);
  writeFileSync(file, readFileSync(file).fill(1, 5000, 5100));
  expect(await archive.refused('archive.restoreCopy', { folder: grant(archive), passphrase, id })).toMatchObject({
    code: 'copy-unverified',
  });
  expect(readFileSync(join(archive.folder, 'archive.db'), 'utf8')).toBe('not a database');
  expect(readdirSync(archive.folder).filter((name) => name.startsWith('archive-'))).toEqual([]);
});

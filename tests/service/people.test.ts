import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openTestArchive, passphrase } from './open-archive.ts';
import { openStaffedArchive, staff } from './people-archive.ts';

describe('people', () => {
  test('an archive begins with one person, who is its secretary and may do everything', async () => {
    const archive = await openTestArchive();
    const { people, self } = await archive.call('person.list', {});
    expect(people).toMatchObject([{ id: self, name: '欧阳静', role: 'secretary' }]);
    const status = await archive.call('archive.status', {});
    expect(status).toMatchObject({ role: 'secretary', concealed: [], confirmers: [] });
    expect(status.rights).toContain('manage');
  });

  test('each opens it with their own passphrase, named or not, and what they write carries their name', async () => {
    const archive = await openStaffedArchive();
    for (const [name, { role }] of Object.entries(staff))
      expect(await archive.as(name)).toMatchObject({ person: name, role });
    await archive.as('赵录入');
    await archive.call('member.save', { draft: { id: 'm1', revision: 0, name: '周敏' } });
    const { entries } = await archive.call('history.list', { record: 'member', id: 'm1' });
    expect(new Set(entries.map(({ actor }) => actor))).toEqual(new Set(['赵录入']));
    const folder = archive.service.grant(archive.folder, 'read-folder');
    const unnamed = await archive.call('archive.open', { folder, passphrase: staff.李纪检?.passphrase ?? '' });
    expect(unnamed.person).toBe('李纪检');
    const grant = () => archive.service.grant(archive.folder, 'read-folder');
    for (const wrong of [
      { passphrase: '谁的口令都不是呀' },
      { passphrase, person: '李纪检' },
      { passphrase, person: '没有这个人' },
    ])
      expect(await archive.refused('archive.open', { folder: grant(), ...wrong })).toEqual({
        code: 'wrong-passphrase',
      });
    expect((await archive.call('archive.people', { folder: grant() })).people).toEqual(Object.keys(staff));
  });

  test('another name or role holds at once; a name belongs to one person, and one secretary stays', async () => {
    const archive = await openStaffedArchive();
    const { people, self } = await archive.call('person.list', {});
    const clerk = people.find(({ name }) => name === '赵录入');
    if (clerk === undefined) throw new Error('no clerk');
    const { id, revision } = clerk;
    expect(await archive.refused('person.save', { draft: { id, revision, name: '欧阳静' } })).toMatchObject({
      code: 'duplicate-record',
    });
    expect(await archive.refused('person.save', { draft: { id: self, revision: 1, role: 'inspector' } })).toEqual({
      code: 'last-secretary',
    });
    await archive.call('person.save', { draft: { id, revision, name: '赵敏之', role: 'secretary' }, reason: '接任' });
    const folder = archive.service.grant(archive.folder, 'read-folder');
    const opened = await archive.call('archive.open', {
      folder,
      person: '赵敏之',
      passphrase: staff.赵录入?.passphrase ?? '',
    });
    expect(opened).toMatchObject({ person: '赵敏之', role: 'secretary', confirmers: ['欧阳静', '王组织'] });
  });

  test('a passphrase that was reset opens, the one before does not; the history says who reset it', async () => {
    const archive = await openStaffedArchive();
    const { people } = await archive.call('person.list', {});
    const id = people.find(({ name }) => name === '赵录入')?.id ?? '';
    const reset = { id, newPassphrase: '重设以后的新口令', passphrase };
    expect(await archive.refused('person.resetPassphrase', { ...reset, passphrase: '不是书记的口令' })).toEqual({
      code: 'wrong-passphrase',
    });
    await archive.call('person.resetPassphrase', reset);
    const grant = () => archive.service.grant(archive.folder, 'read-folder');
    expect(
      await archive.refused('archive.open', {
        folder: grant(),
        person: '赵录入',
        passphrase: staff.赵录入?.passphrase ?? '',
      }),
    ).toEqual({ code: 'wrong-passphrase' });
    const { rows } = await archive.call('change.list', { record: 'person', id });
    expect(rows[0]).toMatchObject({ actor: '欧阳静', operation: 'person.resetPassphrase' });
    await archive.call('archive.open', { folder: grant(), passphrase: '重设以后的新口令' });
  });
});

describe('removal', () => {
  const files = ['keys.json', 'keys.backup.json'] as const;

  test('with a new key nothing in the folder opens with the old passphrase, not even by an earlier key file; others open as before', async () => {
    const archive = await openStaffedArchive();
    await archive.call('member.save', { draft: { id: 'm1', revision: 0, name: '周敏' } });
    const copy = await archive.call('copy.make', {});
    const kept = files.map((name) => readFileSync(join(archive.folder, name)));
    const aside = `${archive.folder}-elsewhere`;
    cpSync(archive.folder, aside, { recursive: true });
    const { people } = await archive.call('person.list', {});
    const { id, revision } = people.find(({ name }) => name === '王组织') ?? { id: '', revision: 0 };
    const { keyChange } = await archive.call('person.remove', { id, revision, reason: '工作调动', passphrase });
    expect(keyChange).toMatchObject({ copies: 1, copiesLeft: [], dropped: [] });
    expect((await archive.call('record.dump', { record: 'member' }))[0]).toMatchObject({ name: '周敏' });
    const groups = (keyChange?.recoveryCode ?? '').split('-').slice(0, 2);
    expect(await archive.refused('member.save', { draft: { id: 'm2', revision: 0, name: '吴兰' } })).toEqual({
      code: 'recovery-code-unconfirmed',
    });
    await archive.call('archive.confirmRecoveryCode', { groups, positions: [0, 1] });
    await archive.call('member.save', { draft: { id: 'm2', revision: 0, name: '吴兰' } });
    expect((await archive.call('copy.verify', { id: copy.id })).verifiedAt).not.toBeNull();
    expect((await archive.call('archive.verify', {})).ok).toBe(true);

    expect(await archive.as('赵录入')).toMatchObject({ person: '赵录入' });
    const own = staff.王组织?.passphrase ?? '';
    const open = (folder: string) => ({ folder: archive.service.grant(folder, 'read-folder'), passphrase: own });
    await archive.call('archive.close', {});
    expect(await archive.refused('archive.open', open(archive.folder))).toEqual({ code: 'wrong-passphrase' });
    // The key file of before gives the key of before, and that opens nothing here.
    const now = files.map((name) => readFileSync(join(archive.folder, name)));
    for (const [index, name] of files.entries()) writeFileSync(join(archive.folder, name), kept[index] ?? '');
    expect(await archive.refused('archive.open', open(archive.folder))).toMatchObject({ code: 'archive-damaged' });
    for (const [index, name] of files.entries()) writeFileSync(join(archive.folder, name), now[index] ?? '');
    await archive.as('欧阳静');
    // A whole folder carried away before is beyond reach: it opens as it did.
    expect(await archive.call('archive.open', open(aside))).toMatchObject({ person: '王组织' });
  });

  test('without a new key the slot is gone, and an earlier key file opens nothing in the program either', async () => {
    const archive = await openStaffedArchive();
    const kept = files.map((name) => readFileSync(join(archive.folder, name)));
    const { people, self } = await archive.call('person.list', {});
    const clerk = people.find(({ name }) => name === '赵录入');
    if (clerk === undefined) throw new Error('no clerk');
    const { id, revision } = clerk;
    const removal = { id, revision, reason: '不再录入', newKey: false };
    expect(await archive.refused('person.remove', { ...removal, passphrase: '猜一个口令看看' })).toEqual({
      code: 'wrong-passphrase',
    });
    expect(await archive.refused('person.remove', { ...removal, id: self, revision: 1, passphrase })).toMatchObject({
      code: 'record-in-use',
    });
    expect((await archive.call('person.remove', { ...removal, passphrase })).keyChange).toBeNull();
    await archive.call('archive.close', {});
    const open = () => ({
      folder: archive.service.grant(archive.folder, 'read-folder'),
      passphrase: staff.赵录入?.passphrase ?? '',
    });
    expect(await archive.refused('archive.open', open())).toEqual({ code: 'wrong-passphrase' });
    // With the file of before the key can be had; the program still knows who may come in, other tools do not ask.
    for (const [index, name] of files.entries()) writeFileSync(join(archive.folder, name), kept[index] ?? '');
    expect(await archive.refused('archive.open', open())).toMatchObject({ code: 'not-permitted' });
  });

  test('a change of keys that was cut off is finished by the next opening', async () => {
    const archive = await openStaffedArchive();
    await archive.call('member.save', { draft: { id: 'm1', revision: 0, name: '周敏' } });
    await archive.call('archive.close', {});
    const before = files.map((name) => readFileSync(join(archive.folder, name)));
    const database = readFileSync(join(archive.folder, 'archive.db'));
    const { rotateDataKey, unlockWithPassphrase } = await import('../../service/keys/key-file.ts');
    const { readKeys, writeKeys } = await import('../../service/keys/key-store.ts');
    const keys = await readKeys(archive.folder);
    const { dataKey } = await unlockWithPassphrase(keys, passphrase);
    await writeKeys(archive.folder, (await rotateDataKey(keys, dataKey)).file);
    // Power gone here: new key file, old database, old copies.
    await archive.as('赵录入');
    expect((await archive.call('record.dump', { record: 'member' }))[0]).toMatchObject({ name: '周敏' });
    await archive.as('欧阳静');
    for (const copy of await archive.call('copy.list', {}))
      expect((await archive.call('copy.verify', { id: copy.id })).verifiedAt).not.toBeNull();
    expect((await readKeys(archive.folder)).retired).toBeUndefined();
    expect(readFileSync(join(archive.folder, 'archive.db')).equals(database)).toBe(false);
    expect(readFileSync(join(archive.folder, 'keys.json')).equals(before[0] ?? Buffer.alloc(0))).toBe(false);
  });
});

test('a restore of an earlier copy neither brings back who was removed nor shuts out who was added since', async () => {
  const archive = await openTestArchive();
  const first = {
    name: '李纪检',
    role: 'discipline-commissioner',
    newPassphrase: '纪检委员自己的口令',
    passphrase,
  } as const;
  const removed = await archive.call('person.add', first);
  const copy = await archive.call('copy.make', {});
  await archive.call('person.remove', { id: removed.id, revision: 1, reason: '换人', passphrase, newKey: false });
  await archive.call('person.add', { ...first, name: '孙纪检', newPassphrase: '新来的纪检委员口令' });
  await archive.call('copy.restore', { id: copy.id });
  const { people } = await archive.call('person.list', {});
  expect(people.map(({ name }) => name).toSorted()).toEqual(['孙纪检', '欧阳静'].toSorted());
  const folder = archive.service.grant(archive.folder, 'read-folder');
  expect(await archive.call('archive.open', { folder, passphrase: '新来的纪检委员口令' })).toMatchObject({
    role: 'discipline-commissioner',
  });
});

test('who opens with the recovery code under a new name is a secretary; under their own they keep their role', async () => {
  const archive = await openStaffedArchive();
  const { recoveryCode } = await archive.call('archive.renewRecoveryCode', { passphrase });
  await archive.call('archive.close', {});
  const recover = (person: string) =>
    archive.call('archive.openWithRecoveryCode', {
      folder: archive.service.grant(archive.folder, 'read-folder'),
      recoveryCode,
      person,
      newPassphrase: '恢复以后的新口令',
    });
  expect(await recover('赵录入')).toMatchObject({ role: 'data-entry' });
  expect(await recover('新任书记')).toMatchObject({ role: 'secretary' });
});

test('nothing is written before the recovery code was typed back; a practice archive does not ask', async () => {
  const archive = await openTestArchive();
  const { recoveryCode } = await archive.call('archive.renewRecoveryCode', { passphrase });
  for (const [name, input] of [
    ['member.save', { draft: { id: 'm1', revision: 0, name: '周敏' } }],
    [
      'setting.save',
      { draft: { id: 's1', revision: 0, key: 'due.home-days', value: 3, validFrom: '2026-01-01', source: 'x' } },
    ],
  ] as const)
    expect(await archive.refused(name, input)).toEqual({ code: 'recovery-code-unconfirmed' });
  expect((await archive.call('member.list', { asOf: '2026-11-24' })).total).toBe(0);
  await archive.call('copy.make', {});
  const groups = recoveryCode.split('-').slice(0, 2);
  await archive.call('archive.confirmRecoveryCode', { groups, positions: [0, 1] });
  await archive.call('member.save', { draft: { id: 'm1', revision: 0, name: '周敏' } });
});

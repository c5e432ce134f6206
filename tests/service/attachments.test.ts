import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Attachment } from '../../contract/attachment.ts';
import type { Wire } from '../../contract/operations.ts';
import { drawPdf, drawPicture } from '../../service/demo/drawn-files.ts';
import { openTestArchive, type TestArchive } from './open-archive.ts';

let archive: TestArchive;
let files = '';
const removals: (() => void)[] = [];
let counter = 0;

const marker = 'PLAINTEXT-MARKER-OF-AN-ATTACHMENT';

/** A picture unlike any other unless `shade` is the same. */
function picture(shade: number, takenOn: string | null = null): Buffer {
  return drawPicture({ width: 8, height: 8 }, (x, y) => [shade, x * 20, y * 20], takenOn);
}

/** A picture of a few bytes that claims twenty thousand points each way. */
function wall(): Buffer {
  const bytes = drawPicture({ width: 1, height: 1 }, () => [0, 0, 0], null);
  bytes.writeUInt32BE(20_000, 16);
  bytes.writeUInt32BE(20_000, 20);
  return bytes;
}

function written(name: string, bytes: Buffer | string): string {
  writeFileSync(join(files, name), bytes);
  return archive.service.grant(join(files, name), 'read-file');
}

function wire(...grants: string[]): Wire<'attachment.add'> {
  counter += 1;
  const owner = { record: 'meeting', recordId: 'meeting-1' } as const;
  return { id: `a${counter}`, ...owner, slot: 'photo', files: grants.map((grant) => ({ grant })) };
}

const add = (...grants: string[]): Promise<Attachment> => archive.call('attachment.add', wire(...grants));
const space = () => archive.call('attachment.space', {});
const remove = ({ id, revision }: Attachment) => archive.call('attachment.remove', { id, revision, reason: '附错了' });

beforeAll(async () => {
  archive = await openTestArchive({ whenDone: (done) => removals.push(done) });
  files = join(archive.folder, '..', '外来');
  mkdirSync(files);
  await archive.call('meeting.save', {
    draft: {
      id: 'meeting-1',
      revision: 0,
      branchId: archive.branchId,
      types: ['members-meeting'],
      title: '支部党员大会',
      heldOn: '2026-11-20',
    },
  });
});
afterAll(() => {
  for (const done of removals) done();
});

test('a file is what its bytes are, with the day the camera wrote and the pages it has', async () => {
  const photo = await add(written('合影.txt', picture(1, '2026-11-19')));
  expect(photo).toMatchObject({ takenOn: '2026-11-19', pageCount: 1, addedBy: '欧阳静' });
  expect(photo.pages).toMatchObject([{ fileName: '合影.txt', mediaType: 'image/png', takenOn: '2026-11-19' }]);
  const scan = await add(written('记录.pdf', drawPdf(3)));
  expect(scan).toMatchObject({ pageCount: 3, takenOn: null, pages: [{ mediaType: 'application/pdf' }] });
  expect(await archive.call('attachment.list', { record: 'meeting', recordId: 'meeting-1' })).toEqual([photo, scan]);
  const dumped = await archive.call('record.dump', { record: 'attachment' });
  expect(dumped.map(({ pages }) => (pages as Attachment['pages'])[0]?.hash)).toEqual([
    photo.pages[0]?.hash,
    scan.pages[0]?.hash,
  ]);
});

test('the same content is kept once, and freed with the last link, whose removal stays in the history', async () => {
  const before = await space();
  const bytes = picture(2);
  const first = await add(written('甲.png', bytes));
  const second = await add(written('乙.png', bytes));
  expect(await space()).toMatchObject({
    attachments: before.attachments + 2,
    contents: before.contents + 1,
    bytes: before.bytes + bytes.length,
  });
  expect(await remove(first)).toEqual({ freed: 0 });
  expect(await remove(second)).toEqual({ freed: bytes.length });
  expect(await space()).toEqual(before);
  const { entries } = await archive.call('history.list', { record: 'attachment', id: second.id });
  expect(entries[0]).toMatchObject({ action: 'delete', reason: '附错了', actor: '欧阳静' });
  expect(JSON.stringify(entries)).not.toContain(bytes.toString('base64').slice(40, 80));
});

test('several images are the pages of one attachment in the order given; anything else stands alone', async () => {
  const pages = await add(...[5, 3, 4].map((shade) => written(`第${shade}页.png`, picture(shade))));
  expect(pages.pages.map(({ fileName }) => fileName)).toEqual(['第5页.png', '第3页.png', '第4页.png']);
  expect(pages.pageCount).toBe(3);
  const mixed = wire(written('页.png', picture(6)), written('文.pdf', drawPdf(1)));
  expect(await archive.refused('attachment.add', mixed)).toMatchObject({ reason: 'not-an-image', file: '文.pdf' });
});

test.each([
  ['程序.jpg', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100)]), 'executable'],
  ['脚本.pdf', '#!/bin/sh\nrm -rf /\n', 'executable'],
  ['空.png', '', 'empty'],
  ['随便.docx', 'not a document at all', 'unknown-type'],
  ['一面墙.png', wall(), 'not-shown'],
  ['新手机.heic', Buffer.from('00000018667479706865696300000000', 'hex'), 'not-shown'],
])('%s is refused by what it is, named', async (name, bytes, reason) => {
  const before = await space();
  const refusal = await archive.refused('attachment.add', wire(written(name, bytes)));
  expect(refusal).toEqual({ code: 'attachment-refused', file: name, reason, limit: 0 });
  expect(await space()).toEqual(before);
});

test('a file over the limit is refused with its name and the limit, whichever way it comes', async () => {
  const id = 'limit';
  const setting = { id, key: 'attachment.file-limit', value: 1, validFrom: '2026-01-01', source: '测试' };
  const saved = await archive.call('setting.save', { draft: { ...setting, revision: 0 } });
  const limit = 1024 * 1024;
  const refusal = { code: 'attachment-refused', file: '大.png', reason: 'too-large', limit };
  const large = written('大.png', Buffer.alloc(limit + 1, 1));
  expect(await archive.refused('attachment.add', wire(large))).toEqual(refusal);
  const piece = { transferId: 't1', fileName: '大.png', bytes: Buffer.alloc(limit).toString('base64') };
  await archive.call('attachment.receive', { ...piece, offset: 0 });
  expect(await archive.refused('attachment.receive', { ...piece, offset: limit })).toEqual(refusal);
  await archive.call('setting.remove', { id, revision: saved.revision, reason: '测试' });
});

test('a photo made smaller keeps the day of the one it was made from, and only the smaller one is kept', async () => {
  const [small, original] = [picture(31), picture(32, '2026-11-18')];
  const chosen = written('手机照片.png', original);
  expect(await archive.call('attachment.stage', { transferId: 'whole', file: chosen })).toEqual({
    total: original.length,
  });
  const { bytes } = await archive.call('attachment.readStaged', { transferId: 'whole', offset: 0 });
  expect(Buffer.from(bytes, 'base64').equals(original)).toBe(true);
  const piece = { transferId: 'small', fileName: '手机照片.png', offset: 0, bytes: small.toString('base64') };
  await archive.call('attachment.receive', piece);
  const before = (await space()).bytes;
  const files = [{ transferId: 'small', shrunkFrom: 'whole' }];
  const added = await archive.call('attachment.add', { ...wire(), files });
  expect(added).toMatchObject({ takenOn: '2026-11-18', byteSize: small.length, pages: [{ takenOn: '2026-11-18' }] });
  expect((await space()).bytes).toBe(before + small.length);
  expect(await archive.refused('attachment.readStaged', { transferId: 'whole', offset: 0 })).toEqual({
    code: 'no-such-grant',
  });
});

test('bytes come piece by piece in order, are attached once, and read back as they were', async () => {
  const bytes = Buffer.concat([picture(7), Buffer.alloc(700_000, 7)]);
  const cut = 300_000;
  const send = (offset: number, part: Buffer) =>
    archive.service.call('attachment.receive', {
      ...{ transferId: 't2', fileName: '粘贴.png', offset },
      bytes: part.toString('base64'),
    });
  expect(await send(0, bytes.subarray(0, cut))).toMatchObject({ ok: true, value: { received: cut } });
  expect(await send(cut + 1, bytes.subarray(cut))).toMatchObject({ ok: false });
  await send(0, bytes.subarray(0, cut));
  await send(cut, bytes.subarray(cut));
  const input = { ...wire(), files: [{ transferId: 't2' }] };
  const added = await archive.call('attachment.add', input);
  expect(await archive.call('attachment.add', input)).toEqual(added);
  expect(await archive.refused('attachment.add', { ...input, id: 'again' })).toEqual({ code: 'no-such-grant' });
  const read = async (offset: number) =>
    Buffer.from((await archive.call('attachment.read', { id: added.id, position: 0, offset })).bytes, 'base64');
  expect((await read(0)).equals(bytes)).toBe(true);
  expect((await read(262_100)).equals(bytes.subarray(262_100))).toBe(true);
  expect((await read(bytes.length)).length).toBe(0);
});

test('a grant is good for one file, once, and for reading alone', async () => {
  const grant = written('一次.png', picture(8));
  await add(grant);
  expect(await archive.refused('attachment.add', wire(grant))).toEqual({ code: 'no-such-grant' });
  const forWriting = archive.service.grant(join(files, '一次.png'), 'write-file');
  expect(await archive.refused('attachment.add', wire(forWriting))).toEqual({ code: 'no-such-grant' });
  expect(await archive.refused('attachment.add', wire('0'.repeat(32)))).toEqual({ code: 'no-such-grant' });
});

test('a copy is saved with the ending of what it is, only where granted, and the access is recorded', async () => {
  const added = await add(written('照片.exe', picture(9)), written('照片.com', picture(10)));
  const out = join(files, '另存');
  const folder = archive.service.grant(out, 'write-folder');
  const { files: names } = await archive.call('attachment.export', { id: added.id, folder });
  expect(names).toEqual(['照片.png', '照片 (2).png']);
  expect(readFileSync(join(out, '照片 (2).png')).equals(picture(10))).toBe(true);
  const file = archive.service.grant(join(files, '选的名.png'), 'write-file');
  await archive.call('attachment.export', { id: added.id, position: 0, file });
  expect(readFileSync(join(files, '选的名.png')).equals(picture(9))).toBe(true);
  const wrong = archive.service.grant(files, 'read-folder');
  expect(await archive.refused('attachment.export', { id: added.id, folder: wrong })).toEqual({
    code: 'no-such-grant',
  });
  const { entries } = await archive.call('history.list', { record: 'attachment', id: added.id });
  expect(entries.filter(({ action }) => action === 'export')).toHaveLength(2);
});

test('nothing is attached to a record that is not there, and a record with attachments is not removed', async () => {
  const grant = written('无主.png', picture(11));
  const missing = { ...wire(grant), recordId: 'nobody' };
  expect(await archive.refused('attachment.add', missing)).toMatchObject({ code: 'no-such-record', id: 'nobody' });
  const honour = { branchId: archive.branchId, grantedOn: '2026-07-01', title: '先进基层党组织' };
  await archive.call('honour.save', { draft: { id: 'h1', revision: 0, ...honour } });
  const added = await archive.call('attachment.add', { ...wire(grant), record: 'honour', recordId: 'h1' });
  const removal = { id: 'h1', revision: 1, reason: '登记错了' };
  expect(await archive.refused('honour.remove', removal)).toMatchObject({ code: 'record-in-use', by: 'attachment' });
  await remove(added);
  await archive.call('honour.remove', removal);
});

test('the ledger of meetings counts what is attached', async () => {
  const options = { branchId: archive.branchId, year: 2026, asOf: '2026-11-24' };
  const { page } = await archive.call('ledger.preview', { id: '13-members-meetings', options });
  expect(JSON.stringify(page)).toMatch(/照片\d/);
});

test('what is said of the files can be corrected; the files stay', async () => {
  const added = await add(written('改.png', picture(12, '2026-11-20')));
  const draft = {
    id: added.id,
    revision: 1,
    slot: 'sign-in' as const,
    takenOn: '2026-11',
    originalLocation: '二楼柜三',
  };
  const saved = await archive.call('attachment.save', { draft });
  expect(saved).toEqual({ ...added, ...draft, revision: 2 });
  expect(await archive.refused('attachment.save', { draft: { ...draft, title: '改' } })).toMatchObject({
    code: 'stale-record',
  });
  expect(await archive.refused('attachment.save', { draft: { ...draft, pages: [] } })).toMatchObject({
    code: 'invalid-input',
  });
  const counts = await archive.call('attachment.counts', { record: 'meeting', recordIds: ['meeting-1'] });
  expect(counts).toContainEqual({ recordId: 'meeting-1', slot: 'sign-in', attachments: 1, pages: 1 });
});

test('a small picture is kept for a content, and only a picture', async () => {
  const added = await add(written('缩.png', picture(13)));
  const place = { id: added.id, position: 0 };
  expect(await archive.call('attachment.thumbnail', place)).toEqual({ image: null });
  const image = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]).toString('base64');
  await archive.call('attachment.keepThumbnail', { ...place, image });
  expect(await archive.call('attachment.thumbnail', place)).toEqual({ image });
  const other = Buffer.from('<svg onload="x">').toString('base64');
  expect(await archive.refused('attachment.keepThumbnail', { ...place, image: other })).toMatchObject({
    code: 'invalid-input',
  });
});

test('a removal cannot be undone once the content is freed; the undo says so and changes nothing', async () => {
  const added = await add(written('撤.png', picture(14)));
  await remove(added);
  const { rows } = await archive.call('change.list', { record: 'attachment', id: added.id });
  const plan = await archive.call('change.planUndo', { change: rows[0]?.number ?? 0 });
  expect(plan.obstacles).not.toEqual([]);
});

test('content lies nowhere in plain bytes, travels in verified copies, and is back after a restore', async () => {
  const bytes = Buffer.concat([picture(15), Buffer.from(marker.repeat(2000))]);
  const added = await add(written('标记.png', bytes));
  const copy = await archive.call('copy.make', {});
  expect(copy.verifiedAt).not.toBeNull();
  const all = readdirSync(archive.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(all.length).toBeGreaterThan(2);
  for (const entry of all) expect(readFileSync(join(entry.parentPath, entry.name)).includes(marker)).toBe(false);
  await remove(added);
  await archive.call('copy.restore', { id: copy.id });
  expect(await archive.call('attachment.get', { id: added.id })).toEqual(added);
  const { bytes: read } = await archive.call('attachment.read', { id: added.id, position: 0 });
  expect(Buffer.from(read, 'base64').equals(bytes)).toBe(true);
});

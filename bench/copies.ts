import { randomBytes, randomUUID } from 'node:crypto';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { pieceBytes } from '../contract/attachment.ts';
import { drawPicture } from '../service/demo/drawn-files.ts';
import type { Service } from '../service/service.ts';
import { compare, demand, type Measurement, median, middle, openDemo, withFolder } from './measure.ts';

const photos = 16;
const photoBytes = 4 * 1024 * 1024;

/** A verified copy of an archive full of photos, and how long a save takes while it is being made. */
export function benchCopies(): Promise<Measurement[]> {
  return withFolder(async (folder) => {
    const service = await openDemo(folder, 40, 1);
    const [branch] = await demand<{ id: string; revision: number }[]>(service, 'branch.list', {});
    if (branch === undefined) throw new Error('no branch');
    for (let photo = 0; photo < photos; photo++) await attach(service, branch.id);
    const copy = () => demand(service, 'copy.make', {});
    await copy();
    const ours = await median(3, copy);
    const file = join(folder, 'demo-40.zhibu', 'archive.db');
    const bare = await median(3, () => cpSync(file, join(folder, 'bare.db')));

    let { revision } = branch;
    const save = async () => {
      const draft = { id: branch.id, revision, shortName: `支部${revision % 2}` };
      ({ revision } = await demand<{ revision: number }>(service, 'branch.save', { draft, reason: '测速' }));
    };
    const alone = await median(20, save);
    const meanwhile: number[] = [];
    let isCopying = true;
    const copying = copy().finally(() => {
      isCopying = false;
    });
    while (isCopying) {
      const start = performance.now();
      await save();
      meanwhile.push(performance.now() - start);
      // The answer of the thread needs a turn to come in.
      await new Promise(setImmediate);
    }
    await copying;
    service.stop();
    return [
      compare(`verified copy with ${(photos * photoBytes) / 1024 / 1024} MB of photos`, ours, 'the file copied', bare),
      compare('branch.save while it is made', middle(meanwhile), 'the same with nothing else', alone),
      compare('the slowest of them', Math.max(...meanwhile), 'the same with nothing else', alone),
    ];
  });
}

async function attach(service: Service, recordId: string): Promise<void> {
  const picture = drawPicture({ width: 8, height: 8 }, () => [9, 9, 9], null);
  const bytes = Buffer.concat([picture, randomBytes(photoBytes - picture.length)]);
  const transferId = randomUUID();
  for (let offset = 0; offset < bytes.length; offset += pieceBytes) {
    const piece = bytes.subarray(offset, offset + pieceBytes).toString('base64');
    await demand(service, 'attachment.receive', { transferId, fileName: '照片.png', offset, bytes: piece });
  }
  const owner = { record: 'branch', recordId };
  await demand(service, 'attachment.add', { id: randomUUID(), ...owner, slot: 'photo', files: [{ transferId }] });
}

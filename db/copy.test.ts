import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readContents, writeVerifiedCopy } from './copy.ts';
import { openForReading, openForWriting } from './open.ts';
import { writeFact } from './queries/facts.ts';

const hexKey = '5a'.repeat(32);

function archive() {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-copy-'));
  const file = join(folder, 'archive.db');
  const db = openForWriting(file, hexKey);
  onTestFinished(() => {
    db.raw.close();
    rmSync(folder, { recursive: true, force: true });
  });
  writeFact(db, 'created-at', '2026-11-24');
  return { folder, file, db, target: join(folder, 'copy.db') };
}

test('what is written while the copy is checked is not in it, and does not make it differ', () => {
  const { file, db, target } = archive();
  const before = readContents(db).digest;
  let writes = 0;
  const copy = writeVerifiedCopy({ file, hexKey }, target, () => {
    writes++;
    writeFact(db, 'created-at', `2026-11-25 ${writes}`);
  });
  expect(writes).toBeGreaterThan(0);
  expect(copy.digest).toBe(before);
  const opened = openForReading(target, hexKey);
  expect(readContents(opened).digest).toBe(before);
  opened.close();
  expect(readContents(db).digest).not.toBe(before);
});

test('a copy that is spoilt on the way never gets its name, and nothing of it is left', () => {
  const { folder, file, target } = archive();
  let spoilt = false;
  const spoil = () => {
    if (spoilt) return;
    spoilt = true;
    const partial = `${target}.part`;
    const bytes = readFileSync(partial);
    bytes.fill(9, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 64);
    writeFileSync(partial, bytes);
  };
  expect(() => writeVerifiedCopy({ file, hexKey }, target, spoil)).toThrow();
  expect(spoilt).toBe(true);
  expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual([]);
});

test('work that is ended on the way leaves nothing', () => {
  const { folder, file, target } = archive();
  const end = (share: number) => {
    if (share > 0.5) throw new Error('ended');
  };
  expect(() => writeVerifiedCopy({ file, hexKey }, target, end)).toThrow('ended');
  expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual([]);
});

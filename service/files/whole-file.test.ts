import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../contract/failure.ts';
import { fillWholeFile, writeWholeFile } from './whole-file.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhibu-write-'));
});
afterEach(() => rm(folder, { recursive: true }));

const end = (out: NodeJS.WritableStream, text: string): Promise<string> =>
  new Promise((resolve) => out.end(text, () => resolve('done')));

describe('fillWholeFile', () => {
  it('shows the file only when it is whole', async () => {
    const target = join(folder, '党员花名册.xlsx');
    const result = await fillWholeFile(target, { replace: false }, async (out) => {
      out.write('half');
      expect(await readdir(folder)).not.toContain('党员花名册.xlsx');
      return end(out, ' and half');
    });
    expect(result).toBe('done');
    expect(await readdir(folder)).toEqual(['党员花名册.xlsx']);
    expect(await readFile(target, 'utf8')).toBe('half and half');
  });

  it('leaves nothing behind, and the former file untouched, when it fails or is cancelled', async () => {
    const target = join(folder, 'a.pdf');
    await writeFile(target, 'former');
    for (const fault of [new Error('fault'), new AppError({ code: 'cancelled' })]) {
      const failing = fillWholeFile(target, { replace: true }, async (out) => {
        out.write('half');
        throw fault;
      });
      await expect(failing).rejects.toBe(fault);
    }
    expect(await readdir(folder)).toEqual(['a.pdf']);
    expect(await readFile(target, 'utf8')).toBe('former');
  });

  it('replaces only when told to', async () => {
    const target = join(folder, 'a.pdf');
    await writeFile(target, 'former');
    await expect(fillWholeFile(target, { replace: false }, (out) => end(out, 'new'))).rejects.toMatchObject({
      failure: { code: 'file-unwritable', file: 'a.pdf', reason: 'exists' },
    });
    await fillWholeFile(target, { replace: true }, (out) => end(out, 'new'));
    expect(await readFile(target, 'utf8')).toBe('new');
  });

  it('says why a file cannot be written, and never where', async () => {
    const nowhere = fillWholeFile(join(folder, 'no', 'a.pdf'), { replace: true }, (out) => end(out, 'x'));
    await expect(nowhere).rejects.toMatchObject({
      failure: { code: 'file-unwritable', file: 'a.pdf', reason: 'missing' },
    });
    await mkdir(join(folder, 'taken.pdf'));
    const taken = fillWholeFile(join(folder, 'taken.pdf'), { replace: true }, (out) => end(out, 'x'));
    await expect(taken).rejects.toMatchObject({
      failure: { code: 'file-unwritable', file: 'taken.pdf', reason: 'other' },
    });
  });

  it('writes what is at hand over what was there, whole', async () => {
    const target = join(folder, 'keys.json');
    await writeWholeFile(target, 'first');
    await writeWholeFile(target, Buffer.from('second'));
    expect(await readdir(folder)).toEqual(['keys.json']);
    expect(await readFile(target, 'utf8')).toBe('second');
  });
});

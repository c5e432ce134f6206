import { execFileSync } from 'node:child_process';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { Column, LedgerDocument } from '../../contract/ledger.ts';
import { rosterDocument, tableDocument } from './fixtures.ts';
import { minutesDocument } from './minutes-fixtures.ts';
import { renderPdf } from './pdf.ts';
import { drawPage } from './preview.ts';
import type { RenderResult } from './render.ts';

const madeAt = new Date('2026-06-30T02:00:00Z');

async function pdf(document: LedgerDocument): Promise<RenderResult & { bytes: Buffer; text: string[] }> {
  const out = new PassThrough();
  const [bytes, result] = await Promise.all([buffer(out), renderPdf(document, out, { madeAt })]);
  return { ...result, bytes, text: pageTexts(bytes) };
}

/** What another program reads from each page, without the distances. */
function pageTexts(bytes: Buffer): string[] {
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes, maxBuffer: 1 << 28 }).toString();
  return text
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/[ \t\u3000]+/g, ''));
}

const column = (key: string, title: string, format: Column['format']): Column => ({ key, title, format, width: 8 });

describe('renderPdf', () => {
  it('is searchable: another program reads back what was written', async () => {
    const { text, pages, missing } = await pdf(rosterDocument(16));
    expect(pages).toBe(text.length);
    expect(missing).toEqual([]);
    for (const expected of [
      '2026年度中共××市第一中学支部委员会党员花名册',
      '公民身份号码',
      '买买提·艾力',
      '第1页共1页',
      '填表人：',
    ]) {
      expect(text.join('')).toContain(expected);
    }
  });

  it('carries its typefaces, and only their used part', async () => {
    const { bytes } = await pdf(rosterDocument(16));
    const fonts = execFileSync('pdffonts', ['-'], { input: bytes }).toString().trim().split('\n').slice(2);
    expect(fonts).toHaveLength(3);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+Noto(Serif|Sans)SC.*yes +yes +yes/);
    expect(bytes.length).toBeLessThan(400_000);
  });

  it('is equal byte by byte for equal input', async () => {
    const [one, other] = await Promise.all([pdf(rosterDocument(40)), pdf(rosterDocument(40))]);
    expect(one.bytes.equals(other.bytes)).toBe(true);
  });

  it('writes rare characters, and names those that no typeface has instead of a box', async () => {
    const names = ['䶮', '㛃', '𬍛', '喆', '堃', '𤰉'];
    const rows = names.map((name) => ({ name: `李${name}` }));
    const { text, missing } = await pdf(tableDocument([column('name', '姓名', 'text')], rows));
    expect(missing).toEqual([{ character: '𤰉', where: '第 6 行“姓名”' }]);
    for (const name of names.slice(0, 5)) expect(text[0]).toContain(`李${name}`);
    expect(text[0]).toContain('李〓');
  });

  it('breaks no ID number, day or phone, however many columns there are', async () => {
    const full = rosterDocument(30, (cells) => ({ ...cells, idNumber: '99990119700315002X', phone: '13900008842' }));
    const { bytes } = await pdf(full);
    const words = execFileSync('pdftotext', ['-', '-'], { input: bytes }).toString().split(/\s+/);
    expect(words.filter((word) => word === '99990119700315002X')).toHaveLength(30);
    expect(words.filter((word) => word === '13900008842')).toHaveLength(30);
    expect(words.filter((word) => /^\d{4}\.\d{2}$/.test(word)).length).toBeGreaterThan(100);
  });

  it('repeats the head on every page and keeps every row', async () => {
    const { text, pages } = await pdf(
      rosterDocument(200, (cells, index) => ({ ...cells, note: `备注${index + 1}号` })),
    );
    expect(pages).toBeGreaterThan(5);
    for (const page of text) expect(page).toContain('公民身份号码');
    for (const [index, page] of text.entries()) expect(page).toContain(`第${index + 1}页共${pages}页`);
    const found = text.join('').match(/备注\d+号/g);
    expect(new Set(found).size).toBe(200);
  });

  it('never leaves totals and signatures alone on a page', async () => {
    for (let count = 10; count <= 60; count += 1) {
      const numbered = rosterDocument(count, (cells, index) => ({ ...cells, note: `备注${index + 1}号` }));
      const { drawn } = await drawPage(numbered, 1000);
      const texts = drawn.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
      for (const expected of ['合计', '填表人：', `备注${count}号`]) expect(texts).toContain(expected);
    }
  });

  it('splits a row taller than a page and loses nothing of it', async () => {
    const sentences = Array.from({ length: 400 }, (_, index) => `第${index + 1}句发言。`).join('');
    const columns = [column('day', '日期', 'date'), column('content', '内容', 'long-text')];
    for (const rows of [1, 2, 3]) {
      const data = Array.from({ length: rows }, () => ({ day: '2026-06-12', content: sentences.repeat(3) }));
      const { text, pages } = await pdf(tableDocument(columns, data));
      expect(pages).toBeGreaterThan(2);
      const all = text.join('').replace(/\s/g, '');
      for (const number of [1, 57, 200, 399, 400]) {
        expect(all.split(`第${number}句发言。`).length - 1).toBeGreaterThanOrEqual(rows * 2);
      }
      expect(text.at(-1)).toContain('填表人：');
    }
  });

  it('prints 无 with head and signatures when there is nothing to report', async () => {
    const { text } = await pdf(rosterDocument(0));
    expect(text).toHaveLength(1);
    expect(text[0]).toMatch(/\n无\n/);
    expect(text[0]).toContain('填表人：');
    expect(text[0]).not.toContain('合计');
  });

  it('prints 无 and who signs for it when there is no form to print', async () => {
    const { text } = await pdf(minutesDocument());
    expect(text).toHaveLength(1);
    expect(text[0]).toContain('无');
    expect(text[0]).toContain('填表人：');
  });

  it('gives each form its own pages, keeps all prose and the signatures with some of it', async () => {
    const { text, pages } = await pdf(minutesDocument(22, 1));
    expect(pages).toBe(4);
    const all = text.join('').replace(/\s/g, '');
    expect(all.match(/李喆同志自确定为发展对象以来/g)).toHaveLength(23);
    expect(text[0]).toContain('主持人');
    expect(text[2]).toContain('主持人（签字）：');
    expect(text[2]).toContain('四、决议');
    expect(text[3]).toContain('支部党员大会会议记录');
  });

  it('stops when cancelled', async () => {
    const controller = new AbortController();
    const out = new PassThrough();
    out.resume();
    const onProgress = (): void => controller.abort();
    const options = { madeAt, signal: controller.signal, onProgress };
    await expect(renderPdf(rosterDocument(500), out, options)).rejects.toMatchObject({
      failure: { code: 'cancelled' },
    });
  });
});

describe('drawPage', () => {
  it('gives the wanted page and the number of all', async () => {
    const { drawn, page, pages } = await drawPage(rosterDocument(100), 2);
    expect(page).toBe(2);
    expect(pages).toBeGreaterThan(3);
    const texts = drawn.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    expect(texts).toContain(`第 2 页　共 ${pages} 页`);
    expect((await drawPage(rosterDocument(100), 999)).page).toBe(pages);
  });

  it('writes nothing outside the page', async () => {
    const { drawn } = await drawPage(rosterDocument(30), 1);
    for (const mark of drawn.marks) {
      if (mark.kind !== 'text') continue;
      expect(mark.x).toBeGreaterThan(40);
      expect(mark.x + mark.width).toBeLessThan(drawn.width - 40);
    }
  });
});

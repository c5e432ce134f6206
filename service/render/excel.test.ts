import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { read, utils } from '@e965/xlsx';
import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import type { Column, LedgerDocument } from '../../contract/ledger.ts';
import { renderExcel } from './excel.ts';
import { rosterDocument, tableDocument } from './fixtures.ts';
import { minutesDocument } from './minutes-fixtures.ts';

const madeAt = new Date('2026-06-30T02:00:00Z');

async function workbook(document: LedgerDocument): Promise<{ bytes: Buffer; cut: string[] }> {
  const out = new PassThrough();
  const [bytes, { cut }] = await Promise.all([buffer(out), renderExcel(document, out, { madeAt })]);
  return { bytes, cut };
}

/** Values of the first sheet as another library reads them; raw, dates as their shown text. */
function rows(bytes: Buffer): (string | number | null)[][] {
  const book = read(bytes, { cellDates: false });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (!sheet) throw new Error('no sheet');
  return utils.sheet_to_json(sheet, { header: 1, raw: true, defval: null });
}

/** One part of the package, unzipped by hand. */
function part(bytes: Buffer, name: string): string {
  const book = read(bytes, { bookFiles: true }) as unknown as {
    files: Record<string, { content: Uint8Array | string }>;
  };
  const found = Object.entries(book.files).find(([path]) => path.replace(/^\//, '') === name)?.[1];
  if (!found) throw new Error(`no part ${name}`);
  return Buffer.from(found.content as Uint8Array).toString('utf8');
}

const column = (key: string, title: string, format: Column['format'], more: Partial<Column> = {}): Column => ({
  key,
  title,
  format,
  width: 8,
  ...more,
});

describe('renderExcel', () => {
  it('writes title, line 2, head in order, rows, totals and signatures', async () => {
    const { bytes } = await workbook(rosterDocument(6));
    const found = rows(bytes);
    expect(found[0]?.[0]).toBe('2026年度中共××市第一中学支部委员会党员花名册');
    expect(found[1]?.filter((value) => value !== null)).toEqual([
      '填报单位：中共××市第一中学支部委员会（盖章）',
      '截至日期：2026年6月30日',
      '单位：人',
    ]);
    expect(found[2]).toEqual(
      '序号 姓名 性别 民族 出生年月 籍贯 学历 学位 公民身份号码 参加工作时间 入党时间 转正时间 党龄 工作单位及职务 党内职务 所属党小组 联系电话 备注'.split(
        ' ',
      ),
    );
    expect(found[3]?.slice(0, 4)).toEqual([1, '王秀英', '女', '汉族']);
    expect(found[9]?.[0]).toBe('合计');
    expect(String(found[9]?.[2])).toContain('党员 6 人');
    expect(found[10]?.filter((value) => value !== null)).toEqual([
      '填表人：',
      '党支部书记：',
      '填报日期：　　　年　　月　　日',
    ]);
  });

  it('is read alike by a second library: text as text, days as days, unknown as empty', async () => {
    const { bytes } = await workbook(rosterDocument(6));
    const { sheets } = await readXlsx(bytes);
    const row = sheets[0]?.rows[7];
    expect(row?.[1]).toBe('周昇');
    expect(row?.[8]).toBe('999901********0023');
    expect(row?.[10]).toEqual(new Date('2025-11-01T00:00:00Z'));
    expect(row?.[11] ?? null).toBeNull();
    expect(row?.[12] ?? null).toBeNull();
  });

  it('sets up the page: A4 across, one page wide, head repeated, frozen, numbered', async () => {
    const { bytes } = await workbook(rosterDocument(3));
    const sheet = part(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet).toMatch(/<pageSetup[^>]*paperSize="9"/);
    expect(sheet).toMatch(/<pageSetup[^>]*orientation="landscape"/);
    expect(sheet).toMatch(/<pageSetup[^>]*fitToWidth="1"/);
    expect(sheet).toMatch(/<pageSetup[^>]*fitToHeight="0"/);
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(sheet).toMatch(/<pane [^>]*ySplit="3"[^>]*state="frozen"/);
    expect(sheet).toContain('第 &amp;P 页　共 &amp;N 页');
    expect(sheet).toMatch(/<pageMargins left="0.6299" right="0.6299" top="0.7874" bottom="0.7087"/);
    expect(part(bytes, 'xl/workbook.xml')).toMatch(/_xlnm.Print_Titles[^>]*>&apos;党员花名册&apos;!\$3:\$3</);
    expect(part(bytes, 'docProps/core.xml')).toContain('2026-06-30T02:00:00Z');
  });

  it('writes no formula, whatever stands in the data', async () => {
    const evil = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x","y")', '_x0041_', 'a\ufffeb', '<&">'];
    const columns = [column('text', '文本', 'text'), column('day', '日期', 'date')];
    const { bytes } = await workbook(
      tableDocument(
        columns,
        evil.map((text) => ({ text, day: text })),
      ),
    );
    const sheet = part(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet).not.toContain('<f>');
    expect(sheet).not.toContain('<f ');
    const { sheets } = await readXlsx(bytes);
    const found = sheets[0]?.rows.slice(3, 3 + evil.length).map((row) => row[1]);
    expect(found).toEqual(evil.map((text) => text.replace('\ufffe', '')));
  });

  it('shows money, shares and days by number format and totals them', async () => {
    const columns = [
      column('name', '姓名', 'text'),
      column('paid', '金额', 'money', { total: 'sum' }),
      column('rate', '出勤率', 'percent', { total: 'average' }),
      column('day', '日期', 'date', { total: 'count' }),
    ];
    const data = [
      { name: '甲', paid: 123_456, rate: 1, day: '2026-01-05' },
      { name: '乙', paid: 20, rate: 0.5, day: '2026-02' },
      { name: '丙', paid: null, rate: null, day: null },
    ];
    const { bytes } = await workbook(tableDocument(columns, data));
    const book = read(bytes, { cellNF: true });
    const sheet = book.Sheets[book.SheetNames[0] ?? ''];
    expect(sheet?.C4).toMatchObject({ t: 'n', v: 1234.56, z: '#,##0.00' });
    expect(sheet?.E4?.z).toBe('yyyy.mm.dd');
    expect(sheet?.E5?.z).toBe('yyyy.mm');
    expect(sheet?.C6?.v ?? null).toBeNull();
    expect([sheet?.A7?.v, sheet?.C7?.v, sheet?.D7?.v, sheet?.E7?.v]).toEqual(['合计', 1234.76, 0.75, 2]);
  });

  it('writes grouped heads over their columns and a heading row for each block', async () => {
    const columns = [
      column('group', '党小组', 'text'),
      column('a', '一月', 'integer', { group: '次数' }),
      column('b', '二月', 'integer', { group: '次数' }),
    ];
    const data = [
      { group: '第一党小组', a: 1, b: 2 },
      { group: '第一党小组', a: 1, b: 2 },
      { group: '第二党小组', a: 3, b: 4 },
    ];
    const { bytes } = await workbook(tableDocument(columns, data, { groupBy: 'group' }));
    const found = rows(bytes);
    expect(found[2]?.slice(0, 4)).toEqual(['序号', '党小组', '次数', null]);
    expect(found[3]?.slice(0, 4)).toEqual([null, null, '一月', '二月']);
    expect(found.slice(4, 9).map((row) => row[0])).toEqual(['第一党小组', 1, 2, '第二党小组', 3]);
    const sheet = part(bytes, 'xl/worksheets/sheet1.xml');
    for (const merge of ['A1:D1', 'A3:A4', 'B3:B4', 'C3:D3', 'A5:D5', 'A8:D8']) {
      expect(sheet).toContain(`<mergeCell ref="${merge}"/>`);
    }
  });

  it('prints 无 with head and signatures when there is nothing to report', async () => {
    const found = rows((await workbook(rosterDocument(0))).bytes);
    expect(found[2]?.[1]).toBe('姓名');
    expect(found[3]?.[0]).toBe('无');
    expect(found[4]?.[0]).toBe('填表人：');
  });

  it('cuts what no cell can hold and names the cell', async () => {
    const { cut } = await workbook(
      tableDocument([column('text', '内容', 'long-text')], [{ text: '党'.repeat(40_000) }]),
    );
    expect(cut).toEqual(['测试台账!B4']);
  });

  it('gives each form its own sheet, with all prose and the vote', async () => {
    const { bytes } = await workbook(minutesDocument(3, 1));
    const book = read(bytes);
    expect(book.SheetNames).toEqual(['06-12 党员大会', '06-12 党员大会（2）']);
    const text = utils.sheet_to_csv(book.Sheets['06-12 党员大会'] ?? {});
    for (const expected of [
      '支部党员大会会议记录',
      '主持人,',
      '王秀英（支部书记）',
      '三、表决',
      '应到有表决权',
      '报上级党委审批',
    ]) {
      expect(text).toContain(expected);
    }
    expect(text.match(/李喆同志自确定为发展对象以来/g)).toHaveLength(3);
  });

  it('stops when cancelled', async () => {
    const controller = new AbortController();
    const out = new PassThrough();
    out.resume();
    const onProgress = (): void => controller.abort();
    const options = { madeAt, signal: controller.signal, onProgress };
    await expect(renderExcel(rosterDocument(5000), out, options)).rejects.toMatchObject({
      failure: { code: 'cancelled' },
    });
  });
});

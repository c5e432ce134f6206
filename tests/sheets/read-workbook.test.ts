import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../contract/failure.ts';
import { fileLimits } from '../../service/sheets/guard.ts';
import { readWorkbook } from '../../service/sheets/read-workbook.ts';
import { cellAddress, columnLetters, parseAddress, type Workbook } from '../../service/sheets/sheet.ts';
import { csvText, gbk, plainHeadings, plainRow, rawXlsx, rawZip, xls, xlsx } from '../fixtures/rosters.ts';

async function refusal(bytes: Buffer, name = '名册.xlsx'): Promise<string> {
  try {
    await readWorkbook(bytes, name);
    return 'read';
  } catch (error) {
    if (error instanceof AppError && error.failure.code === 'file-unreadable') return error.failure.reason;
    throw error;
  }
}

function texts(workbook: Workbook, sheet = 0): string[][] {
  return [...(workbook.sheets[sheet]?.rows.values() ?? [])].map((row) => [...row.values()].map((cell) => cell.shown));
}

const rows = [plainHeadings, plainRow(0), plainRow(1), ['3', '李𬍛', '男', '', '', '', '']];
const filled = rows.map((row) => row.filter((value) => value !== ''));

describe('formats', () => {
  test('.xlsx', async () => {
    expect(texts(await readWorkbook(await xlsx(rows), '名册.xlsx'))).toEqual(filled);
  });

  test('.xls, also when named .et', async () => {
    const workbook = await readWorkbook(xls(rows, { merges: ['A1:B1'] }), '名册.et');
    expect(workbook.format).toBe('xls');
    expect(texts(workbook)).toEqual(filled);
    expect(workbook.sheets[0]?.merges).toEqual([{ firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 1 }]);
  });

  test('.et that is OOXML', async () => {
    expect(texts(await readWorkbook(await xlsx(rows), '名册.et'))).toEqual(filled);
  });

  test.each([
    ['GBK', gbk(csvText(rows.slice(0, 3)))],
    ['UTF-8', Buffer.from(csvText(rows.slice(0, 3)))],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${csvText(rows.slice(0, 3))}`)],
    ['UTF-16 with tabs', Buffer.from(`\ufeff${csvText(rows.slice(0, 3), '\t')}`, 'utf16le')],
    ['semicolons', Buffer.from(csvText(rows.slice(0, 3), ';'))],
    ['tabs in GBK', gbk(csvText(rows.slice(0, 3), '\t'))],
    ['a separator hint', Buffer.from(`sep=;\r\n${csvText(rows.slice(0, 3), ';')}`)],
  ])('.csv: %s', async (_, bytes) => {
    const workbook = await readWorkbook(bytes, '名册.csv');
    expect(workbook.format).toBe('csv');
    expect(texts(workbook)).toEqual(filled.slice(0, 3));
  });

  test('.csv: quotes hold separators and line breaks; numbers stay texts', async () => {
    const workbook = await readWorkbook(Buffer.from('姓名,备注,号\r\n张三,"甲,""乙""\n丙",007\r\n'), 'a.csv');
    expect(texts(workbook)[1]).toEqual(['张三', '甲,"乙"\n丙', '007']);
  });

  test('an HTML table named .xls', async () => {
    const cells = (row: readonly string[]) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    const html = `<html><head><meta charset="gbk"></head><body><table>${rows.slice(0, 3).map(cells).join('')}</table></body></html>`;
    const workbook = await readWorkbook(gbk(html), '名册.xls');
    expect(texts(workbook)).toEqual(filled.slice(0, 3));
    expect(workbook.sheets[0]?.rows.get(1)?.get(3)?.kind).toBe('text');
  });

  test('XML Spreadsheet 2003 named .xls', async () => {
    const book = utils.book_new(utils.aoa_to_sheet(rows.slice(0, 3)), '名册');
    const bytes = Buffer.from(write(book, { type: 'string', bookType: 'xlml' }) as string);
    expect(texts(await readWorkbook(bytes, '名册.xls'))).toEqual(filled.slice(0, 3));
  });
});

describe('cells of .xlsx', () => {
  const cell = async (xml: string, options: Parameters<typeof rawXlsx>[1] = {}) => {
    const workbook = await readWorkbook(
      rawZip(rawXlsx(`<sheetData><row r="1">${xml}</row></sheetData>`, options)),
      'a.xlsx',
    );
    return workbook.sheets[0]?.rows.get(0)?.get(0);
  };

  test('a character beyond the basic plane survives as reference, as itself and in a shared string', async () => {
    expect((await cell('<c r="A1" t="inlineStr"><is><t>李&#181083;</t></is></c>'))?.raw).toBe('李𬍛');
    expect((await cell('<c r="A1" t="inlineStr"><is><t>李𬍛</t></is></c>'))?.raw).toBe('李𬍛');
    expect((await cell('<c r="A1" t="s"><v>0</v></c>', { strings: '<si><t>李&#x2C35B;</t></si>' }))?.raw).toBe('李𬍛');
  });

  test('rich text is one text, phonetic guides are none of it', async () => {
    const strings =
      '<si><r><t>欧</t></r><r><t xml:space="preserve">阳 静</t></r><rPh sb="0" eb="1"><t>おう</t></rPh></si>';
    expect((await cell('<c r="A1" t="s"><v>0</v></c>', { strings }))?.raw).toBe('欧阳 静');
  });

  test('a number keeps the digits the file holds, and the date format is told', async () => {
    expect(await cell('<c r="A1"><v>1.301021987060543E+17</v></c>')).toMatchObject({
      kind: 'number',
      raw: '1.301021987060543E+17',
    });
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="2"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="57"/></cellXfs>';
    expect(await cell('<c r="A1" s="0"><v>1987.1</v></c>', { styles })).toMatchObject({
      shown: '1987.10',
      datePrecision: null,
    });
    expect(await cell('<c r="A1" s="1"><v>31937</v></c>', { styles })).toMatchObject({ datePrecision: 'day' });
    expect(await cell('<c r="A1" s="2"><v>31937</v></c>', { styles })).toMatchObject({ datePrecision: 'month' });
    expect(await cell('<c r="A1" s="3"><v>31937</v></c>', { styles })).toMatchObject({ datePrecision: 'month' });
  });

  test('a formula gives its stored result; without one it says so', async () => {
    expect(await cell('<c r="A1" t="str"><f>B1&amp;"x"</f><v>男</v></c>')).toMatchObject({ kind: 'text', raw: '男' });
    expect(await cell('<c r="A1"><f>MID(B1,7,8)</f></c>')).toMatchObject({ kind: 'formula-without-result' });
    expect(await cell('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>')).toMatchObject({ kind: 'error', raw: '#DIV/0!' });
  });

  test('the 1904 date system, escaped characters, prefixed names', async () => {
    const bytes = rawZip(rawXlsx('<sheetData/>', { workbookPr: '<workbookPr date1904="1"/>' }));
    expect((await readWorkbook(bytes, 'a.xlsx')).isFrom1904).toBe(true);
    expect((await cell('<c r="A1" t="inlineStr"><is><t>甲_x000D_乙</t></is></c>'))?.raw).toBe('甲\r乙');
    const prefixed = rawXlsx('').map((part) =>
      part.name === 'xl/worksheets/sheet1.xml'
        ? {
            ...part,
            content:
              '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
          }
        : part,
    );
    expect(texts(await readWorkbook(rawZip(prefixed), 'a.xlsx'))).toEqual([['甲']]);
  });

  test('a cell in the last corner costs nothing', async () => {
    const bytes = rawZip(
      rawXlsx(
        '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
      ),
    );
    expect(texts(await readWorkbook(bytes, 'a.xlsx'))).toEqual([['甲'], ['1']]);
  });

  test('a million formatted empty rows are no rows', async () => {
    const empty = Array.from(
      { length: 60_000 },
      (_, index) => `<row r="${index + 2}"><c r="A${index + 2}" s="1"/></row>`,
    ).join('');
    const bytes = rawZip(
      rawXlsx(`<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>${empty}</sheetData>`),
    );
    expect(texts(await readWorkbook(bytes, 'a.xlsx'))).toEqual([['甲']]);
  });

  test('an entity declared in the file is not expanded', async () => {
    const parts = rawXlsx('').map((part) =>
      part.name === 'xl/worksheets/sheet1.xml'
        ? {
            ...part,
            content:
              '<!DOCTYPE a [<!ENTITY b "甲甲"><!ENTITY c SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;&c;</t></is></c></row></sheetData></worksheet>',
          }
        : part,
    );
    expect(await refusal(rawZip(parts))).toBe('not-a-workbook');
  });
});

describe('files that are refused', () => {
  test('what is no workbook', async () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('%PDF-1.7\n\x00\x01\x02'),
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      rawZip([{ name: 'word/document.xml', content: '<w/>' }]),
      rawZip(rawXlsx('<sheetData><row>')),
      Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(100)]),
      (await xlsx(rows)).subarray(0, 3000),
    ])
      expect(await refusal(bytes)).toBe('not-a-workbook');
  });

  test('a file with a password', async () => {
    const compound = Buffer.alloc(2048);
    Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(compound);
    Buffer.from('EncryptedPackage\0', 'utf16le').copy(compound, 1024);
    expect(await refusal(compound)).toBe('encrypted');
    expect(await refusal(rawZip([{ name: 'xl/workbook.xml', content: 'x', isEncrypted: true }]))).toBe('encrypted');
  });

  test('a file over the size limit', async () => {
    expect(await refusal(Buffer.alloc(fileLimits.bytes + 1))).toBe('too-large');
  });

  test('a part that swells more than a hundred times', async () => {
    const bomb = rawXlsx(`<sheetData>${' '.repeat(40_000_000)}</sheetData>`);
    const bytes = rawZip(bomb);
    expect(bytes.length).toBeLessThan(200_000);
    expect(await refusal(bytes)).toBe('zip-bomb');
  });

  test('a part that says it is small and is not', async () => {
    const lying = rawXlsx(`<sheetData>${' '.repeat(40_000_000)}</sheetData>`).map((part) =>
      part.name === 'xl/worksheets/sheet1.xml' ? { ...part, claimedBytes: 500_000 } : part,
    );
    expect(await refusal(rawZip(lying))).toBe('zip-bomb');
  });

  test('too many parts, and parts that are too much together', async () => {
    const many = Array.from({ length: fileLimits.parts + 1 }, (_, index) => ({ name: `a${index}`, content: '' }));
    expect(await refusal(rawZip(many))).toBe('zip-bomb');
    const large = Array.from({ length: 220 }, (_, index) => ({
      name: `a${index}`,
      content: 'x',
      claimedBytes: 1024 * 1024,
    }));
    expect(await refusal(rawZip([...rawXlsx('<sheetData/>'), ...large]))).toBe('zip-bomb');
  });

  test('more rows than a roster has', async () => {
    const million = Array.from({ length: 1_000_000 }, (_, index) => `<row><c><v>${index}</v></c></row>`).join('');
    expect(await refusal(rawZip(rawXlsx(`<sheetData>${million}</sheetData>`)))).toBe('too-many-rows');
    expect(await refusal(Buffer.from('甲,乙\n'.repeat(fileLimits.rows + 1)), 'a.csv')).toBe('too-many-rows');
  });
});

test('links out of the workbook and macros are left alone: the stored value is read, nothing is fetched', async () => {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts = rawXlsx(
    '<sheetData><row r="1"><c r="A1" t="str"><f>[1]Sheet1!A1</f><v>旧值</v></c></row></sheetData>',
    {
      relations:
        `<Relationship Id="r8" Type="${office}/externalLink" Target="externalLinks/externalLink1.xml"/>` +
        `<Relationship Id="r9" Type="${office}/worksheet" Target="http://example.invalid/sheet.xml" TargetMode="External"/>` +
        '<Relationship Id="r10" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>',
    },
  );
  const workbook = await readWorkbook(rawZip(parts), 'a.xlsm');
  expect(texts(workbook)).toEqual([['旧值']]);
  expect(workbook.format).toBe('xlsm');
});

test('addresses', () => {
  expect([0, 25, 26, 701, 702, 16_383].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
  expect(cellAddress(16, 4)).toBe('E17');
  expect(parseAddress('XFD1048576')).toEqual({ row: 1_048_575, column: 16_383 });
  expect(parseAddress('XFE1')).toBeNull();
  expect(parseAddress('A0')).toBeNull();
});

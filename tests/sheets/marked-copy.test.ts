import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { guardFile, partText } from '../../service/sheets/guard.ts';
import { type CellMark, markCells, markColour } from '../../service/sheets/marked-copy.ts';
import { readWorkbook } from '../../service/sheets/read-workbook.ts';
import { walkXml } from '../../service/sheets/xml-events.ts';
import { csvText, gbk, plainHeadings, plainRow, rawXlsx, rawZip, xls, xlsx } from '../fixtures/rosters.ts';

const rows = [plainHeadings, plainRow(0), plainRow(1)];
const mark = (cell: string, text: string, sheet = '名册'): CellMark => ({ sheet, cell, text });

async function marksOf(bytes: Uint8Array, sheet = '名册'): Promise<string[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as never);
  const found: string[] = [];
  book.getWorksheet(sheet)?.eachRow((row) =>
    row.eachCell({ includeEmpty: true }, (cell) => {
      const note = cell.note;
      if (note === undefined) return;
      const fill = cell.fill as { fgColor?: { argb?: string } } | undefined;
      const text = typeof note === 'string' ? note : (note.texts ?? []).map((piece) => piece.text).join('');
      found.push(`${cell.address} ${fill?.fgColor?.argb === `FF${markColour}` ? 'red' : 'plain'} ${text}`);
    }),
  );
  return found;
}

async function values(bytes: Uint8Array): Promise<string[][]> {
  const { sheets } = await readWorkbook(Buffer.from(bytes), 'x.xlsx');
  return sheets.flatMap((sheet) => [...sheet.rows.values()].map((row) => [...row.values()].map((cell) => cell.shown)));
}

/** Every part of a file is XML that can be read. */
function expectSound(bytes: Uint8Array): void {
  const file = guardFile(Buffer.from(bytes), 'x.xlsx');
  for (const name of file.parts.keys()) {
    if (/\.(xml|rels|vml)$/.test(name)) walkXml(partText(file, name) ?? '', {});
  }
}

describe('an .xlsx', () => {
  test('is coloured and commented where it is wrong; blanks too; its values stay', async () => {
    const original = await xlsx(rows, (sheet) => sheet.mergeCells('H1:I1'));
    const marked = await markCells(original, '名册.xlsx', [
      mark('D2', '校验码不对 <&>"'),
      mark('D2', '另有一处'),
      mark('J3', '空'),
      mark('B3', '姓名'),
    ]);
    expect(await marksOf(marked)).toEqual(['D2 red 校验码不对 <&>"\n另有一处', 'B3 red 姓名', 'J3 red 空']);
    expect(await values(marked)).toEqual(await values(original));
    expectSound(marked);
  });

  test('keeps every part it does not edit byte by byte', async () => {
    const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
    const chart = '<c:chartSpace xmlns:c="x"> 图表 </c:chartSpace>';
    const styles =
      '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><cellXfs count="2"><xf numFmtId="0" fillId="0"/><xf numFmtId="49" fillId="0"><alignment wrapText="1"/></xf></cellXfs>';
    const original = rawZip([
      {
        name: '[Content_Types].xml',
        content: '<Types xmlns="t"><Default Extension="xml" ContentType="application/xml"/></Types>',
      },
      ...rawXlsx(
        '<sheetData><row r="1"><c r="A1" s="1" t="inlineStr"><is><t>甲</t></is></c><c r="C1" t="inlineStr"><is><t>丙</t></is></c></row></sheetData><pageMargins left="0"/><tableParts count="0"/>',
        {
          styles,
          extra: [
            { name: 'xl/media/image1.png', content: picture },
            { name: 'xl/charts/chart1.xml', content: chart },
          ],
        },
      ),
    ]);
    const marked = await markCells(original, '名册.xlsx', [mark('A1', '一'), mark('B1', '二')]);
    const file = guardFile(Buffer.from(marked), 'x.xlsx');
    expect(partText(file, 'xl/charts/chart1.xml')).toBe(chart);
    expect(file.parts.get('xl/media/image1.png')?.crc).toBe(
      guardFile(original, 'x.xlsx').parts.get('xl/media/image1.png')?.crc,
    );
    expect(partText(file, 'xl/worksheets/sheet1.xml')).toMatch(
      /<c r="A1" s="2" t="inlineStr"><is><t>甲<\/t><\/is><\/c><c r="B1" s="3"\/><c r="C1" t="inlineStr">.*<legacyDrawing [^>]*\/><tableParts/,
    );
    expect(partText(file, 'xl/styles.xml')).toContain(
      '<xf numFmtId="49" fillId="1" applyFill="1"><alignment wrapText="1"/></xf>',
    );
    expectSound(marked);
  });

  test('that has comments gets the new ones beside and below them', async () => {
    const original = await xlsx(rows, (sheet) => {
      sheet.getCell('D2').note = '原有批注';
    });
    const marked = await markCells(original, '名册.xlsx', [mark('D2', '校验码不对'), mark('B3', '姓名')]);
    expect(await marksOf(marked)).toEqual(['D2 red 原有批注\n校验码不对', 'B3 red 姓名']);
    expectSound(marked);
  });
});

test.each([
  ['.xls', xls(rows), '名册'],
  ['GBK .csv', gbk(csvText(rows)), '名册'],
])('a %s becomes an .xlsx with the same values and the marks', async (_, bytes, sheet) => {
  const marked = await markCells(bytes, '名册.csv', [mark('D2', '校验码不对', sheet)]);
  expect(await values(marked)).toEqual(rows);
  expect(await marksOf(marked, sheet)).toEqual(['D2 red 校验码不对']);
});

import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { createService } from '../service/service.ts';
import { compare, demand, type Measurement, median, openDemo, withFolder } from './measure.ts';

interface Run {
  milliseconds: number;
  megabytes: number;
}

/** All ledgers of a branch, and the roster at 1,000 and 10,000 rows: time, and memory that must stay flat. */
export function benchExport(): Promise<Measurement[]> {
  return withFolder(async (folder) => {
    const branch = await openDemo(folder, 40, 2);
    const all = await exportEverything(branch, join(folder, 'all'));
    branch.stop();

    const results: Measurement[] = [
      {
        what: `all ${all.ledgers} ledgers of 40 members, xlsx and pdf`,
        ours: `${Math.round(all.milliseconds)} ms`,
        yardstick: '',
        ratio: null,
      },
    ];
    for (const members of [1000, 10_000]) (await openDemo(folder, members, 1)).stop();
    const plain = await median(3, () => plainWorkbook(join(folder, 'plain.xlsx'), 10_000));
    for (const format of ['xlsx', 'pdf']) {
      const small = runChild(folder, 1000, format);
      const large = runChild(folder, 10_000, format);
      results.push(
        compare(`roster of 10,000 rows, ${format}`, large.milliseconds, 'bare exceljs stream of as many cells', plain),
        {
          what: `peak memory of that process, ${format}`,
          ours: `${Math.round(large.megabytes)} MB`,
          yardstick: `with 1,000 rows: ${Math.round(small.megabytes)} MB`,
          ratio: large.megabytes / small.megabytes,
        },
      );
    }
    return results;
  });
}

function runChild(folder: string, members: number, format: string): Run {
  const out = join(folder, `out-${members}`);
  mkdirSync(out, { recursive: true });
  const script = join(import.meta.dirname, 'export-child.ts');
  const archive = join(folder, `demo-${members}.zhibu`);
  return JSON.parse(execFileSync(process.execPath, [script, archive, format, out], { encoding: 'utf8' })) as Run;
}

async function exportEverything(service: ReturnType<typeof createService>, out: string) {
  mkdirSync(out, { recursive: true });
  const options = { branchId: 'branch-1', year: 2026, asOf: '2026-11-24' };
  const ledgers = await demand<{ id: string }[]>(service, 'ledger.list', options);
  const milliseconds = await median(3, () =>
    demand(service, 'ledger.export', {
      ids: ledgers.map((ledger) => ledger.id),
      formats: ['xlsx', 'pdf'],
      options,
      folder: service.grant(out, 'write-folder'),
      replace: true,
    }),
  );
  return { ledgers: ledgers.length, milliseconds };
}

/** The library alone: strings of the roster's size, no styles, no layout. */
async function plainWorkbook(file: string, rows: number): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file });
  const sheet = workbook.addWorksheet('1');
  for (let row = 0; row < rows; row++) {
    sheet.addRow(Array.from({ length: 18 }, (_, column) => `值 ${row} ${column}`)).commit();
    if (row % 200 === 0) await new Promise(setImmediate);
  }
  await workbook.commit();
}

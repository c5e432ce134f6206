import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { readXlsx } from 'hucre';
import { idCheckCharacter } from '../rules/id-number.ts';
import { createService } from '../service/service.ts';
import { compare, demand, type Measurement, median, passphrase, withFolder } from './measure.ts';

const rows = 10_000;

/** A roster of 10,000: planned and applied, against a library that only reads the file. */
export function benchImport(): Promise<Measurement[]> {
  return withFolder(async (folder) => {
    const file = join(folder, 'roster.xlsx');
    await writeRoster(file);
    const bytes = readFileSync(file);
    const reading = await median(3, () => readXlsx(bytes));

    const service = createService();
    const { recoveryCode } = await demand<{ recoveryCode: string }>(service, 'archive.create', {
      folder: service.grant(join(folder, 'import.zhibu'), 'write-folder'),
      name: 'bench',
      person: 'bench',
      passphrase,
      branch: { id: 'b', revision: 0, fullName: '中共测试支部委员会' },
    });
    const groups = recoveryCode.split('-').slice(0, 2);
    await demand(service, 'archive.confirmRecoveryCode', { groups, positions: [0, 1] });
    let planId = '';
    const plan = await median(1, async () => {
      const planned = await demand<{ planId: string }>(service, 'import.plan', {
        file: service.grant(file, 'read-file'),
      });
      planId = planned.planId;
    });
    const apply = await median(1, () => demand(service, 'import.apply', { planId }));
    service.stop();
    return [
      compare(`plan of ${rows} roster rows`, plan, 'bare reading of the file (hucre)', reading),
      compare(`plan and import of ${rows} roster rows`, plan + apply, 'bare reading of the file (hucre)', reading),
    ];
  });
}

async function writeRoster(file: string): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('花名册');
  sheet.addRow(['党员花名册']);
  sheet.addRow(['序号', '姓名', '性别', '民族', '公民身份号码', '入党时间', '转正时间', '联系电话', '工作单位及职务']);
  for (let index = 0; index < rows; index++) {
    const day = new Date(Date.UTC(1960, 0, 1 + index)).toISOString().slice(0, 10).replaceAll('-', '');
    const body = `999901${day}${String((index * 2 + 1) % 1000).padStart(3, '0')}`;
    const idNumber = body + (idCheckCharacter(body) ?? '');
    const name = `李${String.fromCodePoint(0x4e00 + (index % 5000))}${String.fromCodePoint(0x5000 + (index % 300))}`;
    sheet.addRow([
      index + 1,
      name,
      '男',
      '汉族',
      idNumber,
      '2005.06',
      '2006.06',
      `139${10_000_000 + index}`,
      '第一车间',
    ]);
  }
  await workbook.xlsx.writeFile(file);
}

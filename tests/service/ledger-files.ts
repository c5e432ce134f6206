import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { onTestFinished } from 'vitest';
import type { Output, Wire } from '../../contract/operations.ts';
import type { TestArchive } from './open-archive.ts';

/** What an export needs of an archive. */
type Exporter = Pick<TestArchive, 'call'> & { service: Pick<TestArchive['service'], 'grant'> };

export const options = { branchId: 'branch-1', year: 2026, asOf: '2026-11-24' };

export type Exported = Output<'ledger.export'> & { folder: string; paths: string[] };

/** Exports into a new temporary folder. */
export async function exportLedgers(
  archive: Exporter,
  ids: string[],
  over: Partial<Wire<'ledger.export'>> = {},
): Promise<Exported> {
  const folder = temporaryFolder();
  const result = await archive.call('ledger.export', {
    ids,
    formats: ['xlsx'],
    options,
    folder: archive.service.grant(folder, 'write-folder'),
    ...over,
  });
  return { ...result, folder, paths: result.files.map(({ name }) => join(folder, name)) };
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-ledgers-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

type Row = (string | number | null)[];

/** The rows of the first sheet as another library reads them: days as they are shown, the rest as typed. */
export function sheetRows(path: string): Row[] {
  const book = read(readFileSync(path), { cellDates: true, cellNF: true, UTC: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (!sheet) throw new Error('no sheet');
  const { e: last } = utils.decode_range(sheet['!ref'] ?? 'A1');
  return Array.from({ length: last.r + 1 }, (_, r) =>
    Array.from({ length: last.c + 1 }, (_, c) => shown(sheet[utils.encode_cell({ r, c })])),
  );
}

function shown(cell: { v?: unknown; z?: string } | undefined): Row[number] {
  const value = cell?.v ?? null;
  if (!(value instanceof Date)) return value as Row[number];
  return value
    .toISOString()
    .slice(0, cell?.z === 'yyyy.mm' ? 7 : 10)
    .replaceAll('-', '.');
}

/** Everything written on all sheets of a workbook. */
export function workbookText(path: string): string {
  const book = read(readFileSync(path));
  return book.SheetNames.map((name) => utils.sheet_to_csv(book.Sheets[name] ?? {})).join('\n');
}

/** The rows of a table ledger under its heads, without totals and signatures; 序号 included. */
export async function ledgerRows(archive: TestArchive, id: string, over: Partial<typeof options> = {}): Promise<Row[]> {
  const { paths } = await exportLedgers(archive, [id], { options: { ...options, ...over } });
  const rows = sheetRows(paths[0] ?? '');
  return rows.filter((row) => typeof row[0] === 'number');
}

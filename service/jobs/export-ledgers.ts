import { access, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../contract/failure.ts';
import type { LedgerDocument, LedgerOptions, LedgerSpec } from '../../contract/ledger.ts';
import type { LedgerFormat } from '../../contract/ledgers.ts';
import type { Output } from '../../contract/operations.ts';
import type { RestrictedSubject } from '../../contract/permission.ts';
import { fileName } from '../../templates/ledgers/words.ts';
import { safeName } from '../files/safe-name.ts';
import { fileReason, fillWholeFile, sharedFile } from '../files/whole-file.ts';
import { chosenPart, documentOf, ledgerOf, sourceContext } from '../ledgers/document.ts';
import { renderExcel } from '../render/excel.ts';
import { renderPdf } from '../render/pdf.ts';
import type { JobContext } from './context.ts';

export interface ExportOrder {
  ids: readonly string[];
  formats: readonly LedgerFormat[];
  options: LedgerOptions;
  folder: string;
  replace: boolean;
  /** Restricted subjects that the person who exports may not read. */
  concealed: readonly RestrictedSubject[];
}

interface PlannedFile {
  spec: LedgerSpec;
  format: LedgerFormat;
  name: string;
}

/**
 * Writes ledgers into a folder, one file after another, each whole or absent. All are made from one state of the
 * archive, whatever is saved meanwhile.
 * @throws AppError `file-unwritable`, `cancelled`; files already whole stay
 */
export async function exportLedgersJob(context: JobContext, order: ExportOrder): Promise<Output<'ledger.export'>> {
  const planned = plannedFiles(context, order);
  await prepareFolder(order, planned);
  const { raw } = context.db;
  raw.prepare('BEGIN').run();
  try {
    return await writeAll(context, order, planned);
  } finally {
    raw.prepare('COMMIT').run();
  }
}

function plannedFiles({ db, now }: JobContext, { ids, formats, options, concealed }: ExportOrder): PlannedFile[] {
  const source = sourceContext(db, options, concealed);
  return ids.flatMap((id) => {
    const spec = ledgerOf(id);
    const form = options.recordId === undefined ? '' : firstFormName(documentOf(spec, source, now()));
    return [...new Set(formats)].map((format) => ({
      spec,
      format,
      name: safeName(fileName(spec.number, `${spec.title}${chosenPart(spec, options)}`, options.year, format, form)),
    }));
  });
}

/** A file with one form is named after it, so that it never takes the place of the whole year's. */
function firstFormName(document: LedgerDocument): string {
  if (document.kind === 'table') return '';
  for (const page of document.data.pages()) return page.name;
  return '';
}

/** Refuses before anything is written when a file of that name is there and may not be replaced. */
async function prepareFolder({ folder, replace }: ExportOrder, planned: readonly PlannedFile[]): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new AppError({ code: 'file-unwritable', file: '', reason: fileReason(error) });
  }
  if (replace) return;
  for (const { name } of planned) {
    const isThere = await access(join(folder, name)).then(
      () => true,
      () => false,
    );
    if (isThere) throw new AppError({ code: 'file-unwritable', file: name, reason: 'exists' });
  }
}

async function writeAll(
  context: JobContext,
  { options, folder, replace, concealed }: ExportOrder,
  planned: readonly PlannedFile[],
): Promise<Output<'ledger.export'>> {
  const source = sourceContext(context.db, options, concealed);
  const madeAt = context.now();
  const result: Output<'ledger.export'> = { files: [], missing: [], cut: [] };
  for (const [done, { spec, format, name }] of planned.entries()) {
    context.progress({ done, total: planned.length, label: spec.title });
    const render = format === 'xlsx' ? renderExcel : renderPdf;
    const document = documentOf(spec, source, madeAt);
    const target = join(folder, name);
    const rendered = await fillWholeFile(target, { replace, mode: sharedFile }, (out) =>
      render(document, out, { madeAt, signal: context.signal }),
    );
    const { size } = await stat(target);
    result.files.push({ name, id: spec.id, format, bytes: size });
    result.missing.push(...rendered.missing.map((each) => ({ file: name, ...each })));
    result.cut.push(...rendered.cut.map((cell) => ({ file: name, cell })));
  }
  context.progress({ done: planned.length, total: planned.length, label: '' });
  return result;
}

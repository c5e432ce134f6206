import type { LedgerDocument, LedgerSpec } from '../contract/ledger.ts';
import type { RestrictedSubject } from '../contract/permission.ts';
import { recordAccess } from '../db/audit.ts';
import { keptResult, keptUntilWrite } from '../db/kept.ts';
import { noteTables, tablesRead } from '../db/tables-read.ts';
import { ledgers } from '../templates/ledgers/index.ts';
import type { HandlersOf } from './handler-types.ts';
import { runJob } from './jobs/runner.ts';
import { documentOf, ledgerOf, sourceContext } from './ledgers/document.ts';
import { stateOf } from './ledgers/state.ts';

export const ledgerHandlers = {
  'ledger.list': ({ archive, concealed, now }, options) => {
    return keptUntilWrite(archive.db, `ledgers ${JSON.stringify([options, concealed])}`, () => {
      const { raw } = archive.db;
      const { value: context, tables } = tablesRead(raw, () => sourceContext(archive.db, options, concealed));
      // Most of them are of a few tables only, and stand as they are when something else was written.
      return ledgers.map((spec) =>
        keptResult(archive.db, `ledger ${spec.id} ${JSON.stringify([options, concealed])}`, () => {
          noteTables(raw, tables);
          return {
            ...stateOf(documentOf(spec, context, now())),
            concealed: concealedIn(spec, concealed),
          };
        }),
      );
    });
  },
  'ledger.preview': async ({ archive, concealed, job, now }, { id, options, page }) => {
    const document = documentOf(ledgerOf(id), sourceContext(archive.db, options, concealed), now());
    const { drawPage } = await import('./render/preview.ts');
    const { drawn, page: number, pages, missing } = await drawPage(readNow(document), page, job.signal);
    return { page: drawn, number, pages, missing };
  },
  'ledger.export': (context, { folder, ids, ...wanted }) => {
    const { archive, concealed, grants, job, now } = context;
    const path = grants.take(folder, 'write-folder');
    const chosen = [...new Set(ids)];
    for (const id of chosen) ledgerOf(id);
    const what = [...chosen, ...wanted.formats, wanted.options.unmask ? 'unmask' : 'masked'].join(' ');
    const { branchId } = wanted.options;
    context.write(() =>
      recordAccess(archive.db, { action: 'export', record: 'branch', recordId: branchId, part: 'ledger', what }),
    );
    return runJob('exportLedgers', { ...wanted, ids: chosen, folder: path, concealed }, { archive, job, now });
  },
} satisfies HandlersOf<'ledger.list' | 'ledger.preview' | 'ledger.export'>;

/** The subject of which a ledger leaves rows out for this person. */
function concealedIn(spec: LedgerSpec, concealed: readonly RestrictedSubject[]): RestrictedSubject | null {
  const subject = spec.kind === 'table' ? spec.restricted?.subject : undefined;
  return subject !== undefined && concealed.includes(subject) ? subject : null;
}

/** Reads everything at once: the preview takes several passes, and she may save between them. */
function readNow(document: LedgerDocument): LedgerDocument {
  if (document.kind === 'table') {
    const rows = [...document.data.rows()];
    return { ...document, data: { ...document.data, rows: () => rows } };
  }
  const pages = [...document.data.pages()];
  return { ...document, data: { pages: () => pages } };
}

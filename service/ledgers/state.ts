import type { FormPage, LedgerDocument, LedgerRow, TableLedger } from '../../contract/ledger.ts';
import type { LedgerState } from '../../contract/ledgers.ts';

/** How many entries a ledger has, and what of it is not registered. */
export function stateOf(document: LedgerDocument): Omit<LedgerState, 'concealed'> {
  const { id, number, title, subject, kind, orientation } = document.spec;
  const lacks = new Map<string, number>();
  let entries = 0;
  if (document.kind === 'table') {
    for (const row of document.data.rows()) {
      entries += 1;
      countRow(document.spec, row, lacks);
    }
    for (const { title: missing, count } of document.data.missing ?? []) add(lacks, missing, count);
  } else {
    for (const form of document.data.pages()) {
      entries += 1;
      countForm(form, lacks);
    }
  }
  const listed = [...lacks].map(([missing, count]) => ({ title: missing, count }));
  return { id, number, title, subject, kind, orientation, entries, lacks: listed };
}

function countRow(spec: TableLedger, { cells, notDue }: LedgerRow, lacks: Map<string, number>): void {
  for (const { key, title } of spec.columns) {
    if (!spec.required.includes(key) || notDue?.includes(key)) continue;
    if ((cells[key] ?? '') === '') add(lacks, title, 1);
  }
}

function countForm(form: FormPage, lacks: Map<string, number>): void {
  for (const block of form.blocks) {
    if (block.type !== 'fields') continue;
    for (const { label, value, required } of block.fields) {
      if (required && (value ?? '') === '') add(lacks, label.replace(/^\d+\. /, ''), 1);
    }
  }
}

function add(lacks: Map<string, number>, title: string, count: number): void {
  lacks.set(title, (lacks.get(title) ?? 0) + count);
}

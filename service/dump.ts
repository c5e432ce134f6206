import type { DevelopmentCase } from '../contract/development.ts';
import { recordsOf } from '../contract/permission.ts';
import { recordAccess } from '../db/audit.ts';
import { dumpRows } from '../db/queries/dump.ts';
import { caseOn } from '../rules/development-on.ts';
import { maskIdNumber, maskPhone } from '../rules/id-number.ts';
import type { HandlersOf } from './handler-types.ts';

/** Fields of any record that are masked until asked for. */
const masks: Record<string, (value: string) => string> = {
  idNumber: maskIdNumber,
  mobilePhone: maskPhone,
  landline: maskPhone,
  contactPhone: maskPhone,
  emergencyContact: maskPhone,
};

export const dumpHandlers = {
  'record.dump': (context, { record, asOf, unmask }) => {
    const hidden = new Set<string>(recordsOf(context.concealed));
    // Files of a restricted record are left out with it.
    const isReadable = (row: Record<string, unknown>) => record !== 'attachment' || !hidden.has(String(row.record));
    const all = dumpRows(context.archive.db, record, asOf);
    const rows =
      record === 'developmentCase' && asOf !== undefined
        ? (all as DevelopmentCase[]).map((each): Record<string, unknown> => caseOn(each, asOf))
        : all.filter(isReadable);
    if (!unmask) return rows.map(maskRow);
    context.write(() =>
      recordAccess(context.archive.db, { action: 'export', record, recordId: '*', part: 'dump', what: record }),
    );
    return rows;
  },
} satisfies HandlersOf<'record.dump'>;

function maskRow(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => {
      const mask = masks[field];
      return [field, mask !== undefined && typeof value === 'string' && value !== '' ? mask(value) : value];
    }),
  );
}

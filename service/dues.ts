import { duesBalance } from './dues/account.ts';
import { duesFixingHandlers } from './dues/fixings.ts';
import { duesGrid } from './dues/grid.ts';
import { duesPaymentHandlers } from './dues/payments.ts';
import { duesRecordHandlers } from './dues/records.ts';
import type { HandlersOf } from './handler-types.ts';

const reports = {
  'dues.grid': ({ archive }, of) => duesGrid(archive.db, of),
  'dues.balance': ({ archive }, period) => duesBalance(archive.db, period),
} satisfies HandlersOf<'dues.grid' | 'dues.balance'>;

export const duesHandlers = {
  ...duesFixingHandlers,
  ...duesPaymentHandlers,
  ...duesRecordHandlers,
  ...reports,
};

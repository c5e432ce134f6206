import type { DuesBalance } from '../../contract/dues-operations.ts';
import type { ReadableDb } from '../../db/open.ts';
import { listDuesAccountEntries, listDuesRemittances, listDuesSpendings, paymentFacts } from '../../db/queries/dues.ts';
import { getRow } from '../../db/records.ts';
import { branch } from '../../db/schema/index.ts';
import { accountOver } from '../../rules/dues-account.ts';

/** The account of a branch over a period. @throws AppError `no-such-record` */
export function duesBalance(db: ReadableDb, period: { branchId: string; from: string; to: string }): DuesBalance {
  const { branchId, from, to } = period;
  getRow(db, branch, 'branch', branchId);
  const account = {
    payments: paymentFacts(db, { branchId, asOf: to }),
    remittances: listDuesRemittances(db, { branchId }),
    spendings: listDuesSpendings(db, { branchId }),
    entries: listDuesAccountEntries(db, { branchId }),
  };
  return accountOver(account, from, to);
}

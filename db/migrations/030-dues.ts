import type { Migration } from '../migrate.ts';

/** Dues: fixing, reduction, payment, remittance, spending, account, publication. Amounts in fen. */
export const dues: Migration = {
  version: 30,
  name: 'dues',
  up: (raw) =>
    raw.exec(`
CREATE TABLE dues_fixing (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  member_id TEXT NOT NULL REFERENCES member (id), year INTEGER NOT NULL, from_month TEXT NOT NULL,
  category TEXT NOT NULL, pay_items TEXT NOT NULL, excluded_items TEXT NOT NULL, base INTEGER, rate INTEGER,
  monthly_amount INTEGER NOT NULL, is_voluntary INTEGER NOT NULL, signed_on TEXT, change_note TEXT NOT NULL,
  note TEXT NOT NULL, UNIQUE (branch_id, member_id, from_month)
) STRICT;
CREATE INDEX dues_fixing_year ON dues_fixing (branch_id, year);

CREATE TABLE dues_reduction (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  member_id TEXT NOT NULL REFERENCES member (id), kind TEXT NOT NULL, from_month TEXT NOT NULL,
  to_month TEXT NOT NULL, monthly_amount INTEGER, reason TEXT NOT NULL, studied_on TEXT,
  meeting_id TEXT REFERENCES meeting (id), approved_on TEXT, approved_by TEXT NOT NULL,
  approval_number TEXT NOT NULL, note TEXT NOT NULL
) STRICT;
CREATE INDEX dues_reduction_member ON dues_reduction (branch_id, member_id);

CREATE TABLE dues_payment (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  member_id TEXT NOT NULL REFERENCES member (id), kind TEXT NOT NULL, lines TEXT NOT NULL, amount INTEGER NOT NULL,
  paid_on TEXT NOT NULL, method TEXT NOT NULL, collector TEXT NOT NULL, payer TEXT NOT NULL,
  is_back_payment INTEGER NOT NULL, beyond_limit_reason TEXT NOT NULL, receipt_number TEXT NOT NULL,
  note TEXT NOT NULL,
  first_month TEXT GENERATED ALWAYS AS (json_extract(lines, '$[0].month')) VIRTUAL,
  last_month TEXT GENERATED ALWAYS AS (json_extract(lines, '$[#-1].month')) VIRTUAL
) STRICT;
CREATE INDEX dues_payment_months ON dues_payment (branch_id, last_month, first_month);
CREATE INDEX dues_payment_paid ON dues_payment (branch_id, paid_on);
CREATE INDEX dues_payment_member ON dues_payment (member_id);

CREATE TABLE dues_remittance (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id), kind TEXT NOT NULL,
  from_month TEXT NOT NULL, to_month TEXT NOT NULL, people INTEGER, amount INTEGER NOT NULL,
  remitted_on TEXT NOT NULL, receipt_number TEXT NOT NULL, handler TEXT NOT NULL, note TEXT NOT NULL
) STRICT;
CREATE INDEX dues_remittance_day ON dues_remittance (branch_id, remitted_on);

CREATE TABLE dues_spending (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  spent_on TEXT NOT NULL, purpose TEXT NOT NULL, title TEXT NOT NULL, amount INTEGER NOT NULL, approver TEXT NOT NULL,
  voucher_number TEXT NOT NULL, handler TEXT NOT NULL, note TEXT NOT NULL
) STRICT;
CREATE INDEX dues_spending_day ON dues_spending (branch_id, spent_on);

CREATE TABLE dues_account_entry (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id), kind TEXT NOT NULL,
  happened_on TEXT NOT NULL, amount INTEGER NOT NULL, title TEXT NOT NULL, voucher_number TEXT NOT NULL,
  handler TEXT NOT NULL, note TEXT NOT NULL
) STRICT;
CREATE INDEX dues_account_entry_day ON dues_account_entry (branch_id, happened_on);
CREATE UNIQUE INDEX dues_account_opening ON dues_account_entry (branch_id) WHERE kind = 'opening';

CREATE TABLE dues_publication (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  published_on TEXT NOT NULL, from_month TEXT NOT NULL, to_month TEXT NOT NULL, method TEXT NOT NULL,
  meeting_id TEXT REFERENCES meeting (id), collected INTEGER, remitted INTEGER, spent INTEGER, balance INTEGER,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX dues_publication_day ON dues_publication (branch_id, published_on);
`),
};

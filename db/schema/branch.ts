import type { Branch, CommitteeTerm, Group, Post } from '../../contract/branch.ts';
import { integer, real, sqliteTable, text } from '../drizzle.ts';
import { json, recordColumns } from './columns.ts';

export const branch = sqliteTable('branch', {
  ...recordColumns,
  parentId: text('parent_id'),
  kind: text().notNull().$type<Branch['kind']>(),
  code: text().notNull(),
  fullName: text('full_name').notNull(),
  shortName: text('short_name').notNull(),
  superiorName: text('superior_name').notNull(),
  establishedOn: text('established_on'),
  approvalNumber: text('approval_number').notNull(),
  unitName: text('unit_name').notNull(),
  unitKind: text('unit_kind').$type<Branch['unitKind']>(),
  regionCode: text('region_code').notNull(),
  contactName: text('contact_name').notNull(),
  contactPhone: text('contact_phone').notNull(),
  address: text().notNull(),
  postcode: text().notNull(),
  venue: text().notNull(),
  venueSquareMetres: real('venue_square_metres'),
  rating: text().notNull(),
  mayApproveAdmission: integer('may_approve_admission', { mode: 'boolean' }).notNull(),
  hasCommittee: integer('has_committee', { mode: 'boolean' }).notNull(),
  committeeSince: text('committee_since'),
  committeeUntil: text('committee_until'),
  formerCommittees: json<Branch['formerCommittees']>('former_committees'),
  formerNames: json<Branch['formerNames']>('former_names'),
  displayOrder: integer('display_order').notNull(),
  closedOn: text('closed_on'),
  note: text().notNull(),
});

export const group = sqliteTable('party_group', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  name: text().notNull(),
  leaderId: text('leader_id'),
  venue: text().notNull(),
  from: text('valid_from').notNull(),
  to: text('valid_to'),
  displayOrder: integer('display_order').notNull(),
  note: text().notNull(),
} satisfies Record<keyof Group, unknown>);

export const committeeTerm = sqliteTable('committee_term', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  number: integer().notNull(),
  electedOn: text('elected_on').notNull(),
  approvedOn: text('approved_on'),
  approvalNumber: text('approval_number').notNull(),
  years: integer().notNull(),
  extendedTo: text('extended_to'),
  extensionNumber: text('extension_number').notNull(),
  note: text().notNull(),
} satisfies Record<keyof CommitteeTerm, unknown>);

export const post = sqliteTable('post', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  termId: text('term_id'),
  memberId: text('member_id').notNull(),
  title: text().notNull().$type<Post['title']>(),
  duties: text().notNull(),
  from: text('valid_from').notNull(),
  approvedOn: text('approved_on'),
  approvalNumber: text('approval_number').notNull(),
  to: text('valid_to'),
  note: text().notNull(),
} satisfies Record<keyof Post, unknown>);

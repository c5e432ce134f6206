import {
  Branch,
  blankBranch,
  blankCommitteeTerm,
  blankGroup,
  blankPost,
  CommitteeTerm,
  Group,
  Post,
} from '../contract/branch.ts';
import { AppError } from '../contract/failure.ts';
import type { Output, Parsed } from '../contract/operations.ts';
import { listBranches, listCommitteeTerms, listGroups, listPosts } from '../db/queries/branches.ts';
import { findRow, getRow } from '../db/records.ts';
import { branch, committeeTerm, group, member, post } from '../db/schema/index.ts';
import { committeesOf } from '../rules/committee.ts';
import { addDays, addMonths } from '../rules/dates.ts';
import type { ArchiveContext } from './context.ts';
import type { HandlersOf } from './handler-types.ts';
import { saveFlatRecord } from './save.ts';

/** Saves a branch or a node of the tree above it. @throws AppError `rule-broken` when the tree would have a circle */
export function saveBranch(context: ArchiveContext, input: Parsed<'branch.save'>): Output<'branch.save'> {
  const kind = { record: 'branch', table: branch, schema: Branch, blank: blankBranch } as const;
  return saveFlatRecord(context, kind, input, (record) => {
    demandTree(context, record);
    demandCommitteeTime(record);
    demandNameDays(record);
  });
}

export const branchHandlers = {
  'branch.list': ({ archive }) => listBranches(archive.db),
  'branch.get': ({ archive }, { id }) => getRow(archive.db, branch, 'branch', id),
  'branch.save': saveBranch,

  'group.list': ({ archive }, input) => listGroups(archive.db, input),
  'group.save': (context, input) =>
    saveFlatRecord(context, { record: 'group', table: group, schema: Group, blank: blankGroup }, input, (record) => {
      demandBranch(context, record.branchId);
      demandOrder(record.from, record.to);
      if (record.leaderId !== null) demandMember(context, record.leaderId, 'leaderId');
    }),

  'committeeTerm.list': ({ archive }, input) =>
    listCommitteeTerms(archive.db, input).map((term) => ({ ...term, expiresOn: termEnd(term) })),
  'committeeTerm.save': (context, input) =>
    saveFlatRecord(
      context,
      { record: 'committeeTerm', table: committeeTerm, schema: CommitteeTerm, blank: blankCommitteeTerm },
      input,
      (record) => demandBranch(context, record.branchId),
    ),

  'post.list': ({ archive }, input) => listPosts(archive.db, input),
  'post.save': (context, input) =>
    saveFlatRecord(context, { record: 'post', table: post, schema: Post, blank: blankPost }, input, (record) => {
      demandBranch(context, record.branchId);
      demandMember(context, record.memberId, 'memberId');
      demandOrder(record.from, record.to);
      if (record.termId !== null) getRow(context.archive.db, committeeTerm, 'committeeTerm', record.termId);
    }),
} satisfies HandlersOf<
  | 'branch.list'
  | 'branch.get'
  | 'branch.save'
  | 'group.list'
  | 'group.save'
  | 'committeeTerm.list'
  | 'committeeTerm.save'
  | 'post.list'
  | 'post.save'
>;

/** 届满日期: election plus the term, or the approved extension. */
function termEnd(term: CommitteeTerm): string {
  return term.extendedTo ?? addMonths(term.electedOn, term.years * 12);
}

function demandBranch(context: ArchiveContext, id: string): void {
  getRow(context.archive.db, branch, 'branch', id);
}

function demandMember(context: ArchiveContext, id: string, field: string): void {
  if (findRow(context.archive.db, member, id) === undefined)
    throw new AppError({ code: 'invalid-input', fields: { [field]: ['no such member'] } });
}

function demandOrder(from: string, to: string | null): void {
  if (to !== null && to < from) throw new AppError({ code: 'invalid-input', fields: { to: ['before from'] } });
}

/** A committee that there is has no last day; days are in order, and at least a day lies between two committees. */
function demandCommitteeTime(record: Branch): void {
  const { hasCommittee, committeeSince, committeeUntil, formerCommittees } = record;
  const refuse = (field: string, why: string) => {
    throw new AppError({ code: 'invalid-input', fields: { [field]: [why] } });
  };
  if (committeeUntil !== null && hasCommittee) refuse('committeeUntil', 'there is a committee');
  if (committeeUntil !== null && committeeSince !== null && committeeUntil < committeeSince)
    refuse('committeeUntil', 'before committeeSince');
  for (const [index, { from, to }] of formerCommittees.entries())
    if (from !== null && to < from) refuse(`formerCommittees.${index}.to`, 'before from');
  const all = committeesOf(record);
  for (const [index, { from }] of all.entries()) {
    const before = all[index - 1]?.to ?? null;
    if (before === null || (from !== null && from > addDays(before, 1))) continue;
    refuse(index < formerCommittees.length ? 'formerCommittees' : 'committeeSince', 'not after the committee before');
  }
}

/** One name a day: no two ended on the same. */
function demandNameDays({ formerNames }: Branch): void {
  const days = formerNames.map(({ to }) => to);
  const twice = days.findIndex((day, index) => days.indexOf(day) !== index);
  if (twice >= 0) throw new AppError({ code: 'invalid-input', fields: { [`formerNames.${twice}.to`]: ['twice'] } });
}

function demandTree(context: ArchiveContext, record: Branch): void {
  const { db } = context.archive;
  const seen = new Set([record.id]);
  for (let parentId = record.parentId; parentId !== null; ) {
    if (seen.has(parentId)) throw new AppError({ code: 'invalid-input', fields: { parentId: ['a circle'] } });
    seen.add(parentId);
    parentId = getRow(db, branch, 'branch', parentId).parentId;
  }
}

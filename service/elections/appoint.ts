import { createHash } from 'node:crypto';
import type { CommitteeTerm, Post } from '../../contract/branch.ts';
import type { Election, ElectionOutcome } from '../../contract/election.ts';
import { AppError } from '../../contract/failure.ts';
import type { Parsed } from '../../contract/operations.ts';
import { listCommitteeTerms, listPosts } from '../../db/queries/branches.ts';
import { listSettings } from '../../db/queries/settings.ts';
import { findRow, getRow, putRow, removeRow } from '../../db/records.ts';
import { branch, committeeTerm, election as electionTable, post as postTable } from '../../db/schema/index.ts';
import { addDays } from '../../rules/dates.ts';
import { isDecided } from '../../rules/election-outcome.ts';
import { termOn, termYears } from '../../rules/term.ts';
import type { ArchiveContext } from '../context.ts';
import { electionDays, viewElection } from './view.ts';

const leading: readonly Post['title'][] = ['secretary', 'deputy-secretary'];

function refuse(field: string, why: string): never {
  throw new AppError({ code: 'invalid-input', fields: { [field]: [why] } });
}

function idOf(...parts: string[]): string {
  return createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 24);
}

function idOfPost(election: Election, index: number): string {
  return `elected-${idOf(election.id, String(index))}`;
}

/**
 * Makes posts of a decided result, in one write: of a 换届 the new term and the end of every old post the day before, of
 * a 补选 the post alone. Done again, it sets the posts of the same result anew: the 委员 of the 党员大会 hold theirs before
 * their first meeting elects the 书记. 书记 and 副书记 hold office formally with the superior's approval, which the file may bring later.
 *
 * @throws AppError `invalid-input` when the result is not decided, somebody was not elected, or an elected 委员 is left out;
 *   `stale-record`
 */
export function appoint(context: ArchiveContext, input: Parsed<'election.appoint'>): Election {
  const { db } = context.archive;
  const stored = getRow(db, electionTable, 'election', input.id);
  if (stored.revision !== input.revision)
    throw new AppError({
      ...{ code: 'stale-record', record: 'election', id: input.id },
      currentRevision: stored.revision,
    });
  const { outcomes } = viewElection(db, stored);
  demandElected(outcomes, input.posts);
  const days = electionDays(db, stored);
  const electedOn = days.all ?? refuse('meetingIds', 'missing');
  const term = stored.kind === 're-election' ? newTerm(context, stored, electedOn) : null;
  if (stored.appointedOn === null) {
    if (term === null) endVacated(context, stored, electedOn);
    else endOldPosts(context, stored, electedOn);
  }
  const termId = term?.id ?? termOn(listCommitteeTerms(db, { branchId: stored.branchId }), electedOn)?.id ?? null;
  if (listPosts(db, { branchId: stored.branchId }).some((post) => isByHand(post, stored, electedOn, input.posts)))
    refuse('posts', 'entered already');
  const posts = input.posts.map(({ memberId, title, duties }, index): Post => {
    const isLeading = leading.includes(title);
    return {
      id: idOfPost(stored, index),
      revision: (findRow(db, postTable, idOfPost(stored, index))?.revision ?? 0) + 1,
      branchId: stored.branchId,
      termId,
      memberId,
      title,
      duties,
      from: isLeading ? (days.secretary ?? electedOn) : electedOn,
      approvedOn: isLeading ? stored.approvedOn : null,
      approvalNumber: isLeading ? stored.approvalNumber : '',
      to: null,
      note: '',
    };
  });
  for (const post of posts) putRow(db, postTable, post);
  for (const id of stored.postIds.slice(posts.length)) {
    const { revision } = getRow(db, postTable, 'post', id);
    removeRow(db, postTable, 'post', { id, revision });
  }
  const appointed: Election = {
    ...stored,
    revision: stored.revision + 1,
    newTermId: term?.id ?? null,
    postIds: posts.map(({ id }) => id),
    appointedOn: context.today(),
  };
  putRow(db, electionTable, appointed);
  return appointed;
}

/** Brings an approval that came later to the term and the posts made before. */
export function putApproval(context: ArchiveContext, election: Election): void {
  const { db } = context.archive;
  const { approvedOn, approvalNumber } = election;
  for (const id of election.postIds) {
    const post = findRow(db, postTable, id);
    if (post === undefined || !leading.includes(post.title)) continue;
    if (post.approvedOn === approvedOn && post.approvalNumber === approvalNumber) continue;
    putRow(db, postTable, { ...post, revision: post.revision + 1, approvedOn, approvalNumber });
  }
  const term = election.newTermId === null ? undefined : findRow(db, committeeTerm, election.newTermId);
  if (term === undefined || (term.approvedOn === approvedOn && term.approvalNumber === approvalNumber)) return;
  putRow(db, committeeTerm, { ...term, revision: term.revision + 1, approvedOn, approvalNumber });
}

/** 延期至 and its number stand with the term as well; taken back there when the file takes it back. */
export function putExtension(context: ArchiveContext, before: Election | undefined, after: Election): void {
  const { db } = context.archive;
  const term = after.termId === null ? undefined : findRow(db, committeeTerm, after.termId);
  if (term === undefined) return;
  const isApproved = after.timing === 'extended' && after.timingApprovedOn !== null;
  const wasOurs = before?.timing === 'extended' && before.extendedTo === term.extendedTo;
  if (!isApproved && !wasOurs) return;
  const extendedTo = isApproved ? after.extendedTo : null;
  const extensionNumber = isApproved ? after.timingNumber : '';
  if (term.extendedTo === extendedTo && term.extensionNumber === extensionNumber) return;
  putRow(db, committeeTerm, { ...term, revision: term.revision + 1, extendedTo, extensionNumber });
}

/** A post of somebody elected that was entered by hand for the day of the election. */
function isByHand(post: Post, election: Election, electedOn: string, wanted: readonly { memberId: string }[]): boolean {
  if (post.from !== electedOn || election.postIds.includes(post.id)) return false;
  return wanted.some(({ memberId }) => memberId === post.memberId);
}

function demandElected(outcomes: readonly ElectionOutcome[], posts: Parsed<'election.appoint'>['posts']): void {
  if (outcomes.length === 0) refuse('meetingIds', 'missing');
  if (!outcomes.every(isDecided)) refuse('posts', 'not decided');
  const electedTo = (office: ElectionOutcome['office']) =>
    outcomes.filter((outcome) => outcome.office === office).flatMap(({ elected }) => elected);
  const heads = electedTo('secretary');
  const committee = electedTo('committee');
  const places = new Set<string>();
  for (const [index, { memberId, title }] of posts.entries()) {
    const electors = leading.includes(title) ? heads : committee;
    if (!electors.some((each) => each.memberId === memberId)) refuse(`posts.${index}.memberId`, 'not elected');
    const place = title === 'member' ? `${title} ${memberId}` : title;
    if (places.has(place)) refuse(`posts.${index}.title`, 'twice the same');
    places.add(place);
  }
  const left = [...heads, ...committee].filter(
    (each) => each.memberId !== null && !posts.some(({ memberId }) => memberId === each.memberId),
  );
  if (left.length > 0) refuse('posts', 'somebody elected is missing');
}

/** The term the election begins; one registered already with that day is taken. */
function newTerm(context: ArchiveContext, election: Election, electedOn: string): CommitteeTerm {
  const { db } = context.archive;
  const terms = listCommitteeTerms(db, { branchId: election.branchId });
  const known = terms.find((term) => term.electedOn === electedOn);
  if (known !== undefined) return known;
  const unitKind = getRow(db, branch, 'branch', election.branchId).unitKind;
  const term: CommitteeTerm = {
    id: `term-${idOf(election.id)}`,
    revision: 1,
    branchId: election.branchId,
    number: election.termNumber ?? Math.min(99, (terms.at(-1)?.number ?? 0) + 1),
    electedOn,
    approvedOn: election.approvedOn,
    approvalNumber: election.approvalNumber,
    years: termYears(unitKind, listSettings(db), electedOn),
    extendedTo: null,
    extensionNumber: '',
    note: '',
  };
  putRow(db, committeeTerm, term);
  return term;
}

/** Old posts end the day before the election: `to` is a post's last day. */
function endOldPosts(context: ArchiveContext, election: Election, electedOn: string): void {
  const { db } = context.archive;
  for (const { memberName: _name, ...post } of listPosts(db, { branchId: election.branchId, asOf: electedOn })) {
    if (post.from < electedOn)
      putRow(db, postTable, { ...post, revision: post.revision + 1, to: addDays(electedOn, -1) });
  }
}

function endVacated(context: ArchiveContext, election: Election, electedOn: string): void {
  const { db } = context.archive;
  for (const { postId, since } of election.vacancies) {
    const post = postId === null ? undefined : findRow(db, postTable, postId);
    if (post === undefined || post.to !== null) continue;
    const last = addDays(since ?? electedOn, -1);
    putRow(db, postTable, { ...post, revision: post.revision + 1, to: [last, post.from].sort().at(-1) ?? last });
  }
}

import type { PostTitle } from '../../contract/branch.ts';
import type { IsoDate } from '../../contract/values.ts';
import { hasCommitteeOn } from '../committee.ts';
import { addMonths, daysBetween, latestDay } from '../dates.ts';
import { categoryOn, isInHeadcount, partyYears } from '../member.ts';
import { isPostHeld, rosterOn } from '../roster.ts';
import { settingOn } from '../settings.ts';
import { termEndsOn, termExpiresOn, termOn } from '../term.ts';
import type { Check, CheckFacts, Finding } from './check.ts';

/** O1 to O4 and the secretary's party years: 支部条例 Chs 2 and 6, 选举条例 Art 3 (domain.md §1). */

const branchKinds = new Set(['branch', 'joint-branch', 'mobile-branch']);

function isJudged(facts: CheckFacts): boolean {
  const { kind, closedOn } = facts.branch;
  return branchKinds.has(kind) && (closedOn === null || closedOn > facts.asOf);
}

function finding(
  facts: CheckFacts,
  code: string,
  severity: Finding['severity'],
  fields: Partial<Pick<Finding, 'dueOn' | 'record' | 'recordId' | 'params' | 'key'>> &
    Pick<Finding, 'expected' | 'actual'>,
): Finding {
  return {
    dueOn: null,
    record: 'branch',
    recordId: facts.branch.id,
    ...fields,
    key: fields.key ?? code,
    severity,
    params: { code, ...fields.params },
  };
}

function termFindings(facts: CheckFacts): Finding[] {
  if (!isJudged(facts)) return [];
  const { asOf, settings } = facts;
  const term = termOn(facts.terms, asOf);
  if (term === null) return [finding(facts, 'no-term', 'incomplete', { expected: '1', actual: '0' })];
  const ends = termEndsOn(term);
  const expiresOn = termExpiresOn(term);
  const limit = settingOn(settings, 'term.extension-limit-months', asOf).value;
  const reminder = settingOn(settings, 'term.reminder-months', asOf).value;
  const about = { record: 'committeeTerm', recordId: term.id, dueOn: expiresOn };
  const findings: Finding[] = [];
  const add = (code: string, severity: Finding['severity'], expected: string, actual: string) =>
    findings.push(
      finding(facts, code, severity, {
        ...about,
        key: `${code}.${term.id}`,
        params: { expiresOn, days: Math.abs(daysBetween(asOf, expiresOn)) },
        expected,
        actual,
      }),
    );
  if (expiresOn > addMonths(ends, limit)) add('extended-too-long', 'overdue', addMonths(ends, limit), expiresOn);
  // Without the superior's approval the term has passed (选举条例 Art 3).
  if (expiresOn > ends && term.extensionNumber === '')
    add('extension-unapproved', asOf > ends ? 'overdue' : 'incomplete', '1', '0');
  if (asOf > addMonths(expiresOn, limit)) add('long-overdue', 'overdue', expiresOn, asOf);
  else if (asOf > expiresOn) add('overdue', 'overdue', expiresOn, asOf);
  else if (asOf >= addMonths(expiresOn, -reminder)) add('ending', 'due-soon', expiresOn, asOf);
  return findings;
}

/** Full members and all members of the branch on the day. */
function headcount(facts: CheckFacts): { full: number; total: number } {
  const roster = rosterOn(facts.members, facts.posts, facts.branch.id, facts.asOf);
  return { full: roster.filter((person) => person.category === 'full').length, total: roster.length };
}

function committeeSize(facts: CheckFacts): number {
  return new Set(heldPosts(facts).map((post) => post.memberId)).size;
}

function heldPosts(facts: CheckFacts): CheckFacts['posts'] {
  return facts.posts.filter((post) => post.branchId === facts.branch.id && isPostHeld(post, facts.asOf));
}

function committeeFindings(facts: CheckFacts): Finding[] {
  if (!isJudged(facts)) return [];
  const { asOf, settings } = facts;
  const { full } = headcount(facts);
  const needing = settingOn(settings, 'committee.members-needing', asOf).value;
  const least = settingOn(settings, 'committee.least-size', asOf).value;
  const greatest = settingOn(settings, 'committee.greatest-size', asOf).value;
  const size = committeeSize(facts);
  const params = { full, size };
  if (!hasCommitteeOn(facts.branch, asOf)) {
    if (full < needing) return [];
    return [finding(facts, 'committee-missing', 'todo', { params, expected: `< ${needing}`, actual: String(full) })];
  }
  const findings: Finding[] = [];
  if (full < needing)
    findings.push(
      finding(facts, 'committee-not-due', 'todo', { params, expected: `≥ ${needing}`, actual: String(full) }),
    );
  if (size === 0)
    findings.push(
      finding(facts, 'committee-unregistered', 'incomplete', { params, expected: `≥ ${least}`, actual: '0' }),
    );
  else if (size < least || size > greatest)
    findings.push(
      finding(facts, 'committee-size', 'todo', { params, expected: `${least}–${greatest}`, actual: String(size) }),
    );
  return findings;
}

function sizeFindings(facts: CheckFacts): Finding[] {
  if (!isJudged(facts)) return [];
  const { full, total } = headcount(facts);
  const least = settingOn(facts.settings, 'branch.least-full-members', facts.asOf).value;
  const greatest = settingOn(facts.settings, 'branch.greatest-members', facts.asOf).value;
  const findings: Finding[] = [];
  if (full < least)
    findings.push(
      finding(facts, 'too-few-full-members', 'todo', {
        params: { full },
        expected: `≥ ${least}`,
        actual: String(full),
      }),
    );
  if (total > greatest)
    findings.push(
      finding(facts, 'too-many-members', 'todo', {
        params: { total },
        expected: `≤ ${greatest}`,
        actual: String(total),
      }),
    );
  return findings;
}

/**
 * Titles once held and held by nobody now, with the day the last holder's time ended. What ended by the day the present
 * committee was elected ended with the committee before it; a branch always has a 书记.
 */
function vacancies(facts: CheckFacts): { title: PostTitle; since: IsoDate }[] {
  const own = facts.posts.filter((post) => post.branchId === facts.branch.id && post.from <= facts.asOf);
  const last = new Map<PostTitle, IsoDate | null>();
  for (const post of own) {
    const known = last.get(post.title);
    if (post.to === null || known === null) last.set(post.title, null);
    else if (known === undefined || post.to > known) last.set(post.title, post.to);
  }
  const electedOn = termOn(facts.terms, facts.asOf)?.electedOn ?? '';
  return [...last].flatMap(([title, since]) => {
    const isVacant = since !== null && since < facts.asOf && (since > electedOn || title === 'secretary');
    return isVacant ? [{ title, since }] : [];
  });
}

/** Whether the holder never had the relation here while in office: the superior may appoint from elsewhere (§1.3). */
function isGuest({ members, branch, asOf }: CheckFacts, post: CheckFacts['posts'][number]): boolean {
  const holder = members.find(({ id }) => id === post.memberId);
  const isHere = holder !== undefined && isInHeadcount(holder, asOf);
  return (
    isHere &&
    !holder.memberships.some(
      (stay) => stay.branchId === branch.id && (stay.to === null || latestDay(stay.to) > post.from),
    )
  );
}

function vacancyFindings(facts: CheckFacts): Finding[] {
  if (!isJudged(facts)) return [];
  const months = settingOn(facts.settings, 'post.vacancy-months', facts.asOf).value;
  const findings: Finding[] = [];
  if (
    !facts.posts.some(
      (post) => post.branchId === facts.branch.id && post.title === 'secretary' && post.from <= facts.asOf,
    )
  )
    findings.push(
      finding(facts, 'secretary-unregistered', 'incomplete', {
        params: { title: 'secretary' },
        expected: '1',
        actual: '0',
      }),
    );
  for (const { title, since } of vacancies(facts)) {
    const dueOn = addMonths(since, months);
    if (facts.asOf <= dueOn) continue;
    findings.push(
      finding(facts, 'vacant', 'todo', {
        key: `vacant.${title}`,
        dueOn,
        params: { title, since },
        expected: dueOn,
        actual: facts.asOf,
      }),
    );
  }
  const present = new Set(
    rosterOn(facts.members, facts.posts, facts.branch.id, facts.asOf).map((person) => person.memberId),
  );
  for (const post of heldPosts(facts).filter((each) => !present.has(each.memberId) && !isGuest(facts, each))) {
    findings.push(
      finding(facts, 'holder-left', 'incomplete', {
        key: `holder-left.${post.id}`,
        record: 'post',
        recordId: post.id,
        params: { title: post.title, person: facts.members.find((member) => member.id === post.memberId)?.name ?? '' },
        expected: '1',
        actual: '0',
      }),
    );
  }
  return findings;
}

function secretaryFindings(facts: CheckFacts): Finding[] {
  if (!isJudged(facts)) return [];
  const least = settingOn(facts.settings, 'post.secretary-party-years', facts.asOf).value;
  return heldPosts(facts)
    .filter((post) => post.title === 'secretary')
    .flatMap((post) => {
      const member = facts.members.find((each) => each.id === post.memberId);
      const isProbationary = member !== undefined && categoryOn(member, post.from) === 'probationary';
      const years = member === undefined ? null : isProbationary ? 0 : partyYears(member, post.from);
      if (member === undefined || years === null || years >= least) return [];
      return [
        finding(facts, 'secretary-party-years', 'todo', {
          key: post.id,
          record: 'post',
          recordId: post.id,
          params: { person: member.name, years },
          expected: `≥ ${least}`,
          actual: String(years),
        }),
      ];
    });
}

export const o1: Check = {
  id: 'O1',
  subject: 'organisation',
  source: '支部条例：任期届满前6个月提醒；选举条例第3条：延期或提前换届应报批准，一般不超过1年',
  codes: ['no-term', 'ending', 'overdue', 'long-overdue', 'extended-too-long', 'extension-unapproved'],
  evaluate: termFindings,
};

export const o2: Check = {
  id: 'O2',
  subject: 'organisation',
  source: '支部条例第六章：正式党员7人以上设支部委员会，3至5人组成，一般不超过7人',
  codes: ['committee-missing', 'committee-not-due', 'committee-unregistered', 'committee-size'],
  evaluate: committeeFindings,
};

export const o3: Check = {
  id: 'O3',
  subject: 'organisation',
  source: '支部条例第二章：正式党员3人以上成立支部，党员一般不超过50人',
  codes: ['too-few-full-members', 'too-many-members'],
  evaluate: sizeFindings,
};

export const o4: Check = {
  id: 'O4',
  subject: 'organisation',
  source: '支部条例第21条：委员出缺应当及时补选',
  codes: ['secretary-unregistered', 'vacant', 'holder-left'],
  evaluate: vacancyFindings,
};

/** No id in domain.md §11; the rule is in §1.3. */
export const secretaryPartyYears: Check = {
  id: 'secretary-party-years',
  subject: 'organisation',
  source: '支部条例：党支部书记一般应当具有1年以上党龄',
  codes: ['secretary-party-years'],
  evaluate: secretaryFindings,
};

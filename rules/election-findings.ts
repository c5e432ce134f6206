import type { CommitteeTerm } from '../contract/branch.ts';
import type { Election, ElectionFinding, ElectionOutcome } from '../contract/election.ts';
import type { IsoDate } from '../contract/values.ts';
import { addDays, addMonths } from './dates.ts';
import { isDecided } from './election-outcome.ts';
import { type SettingEntry, settingOn } from './settings.ts';
import { termEndsOn } from './term.ts';

/** What an election lacks or breaks: 选举条例 Arts 3, 5; 支部条例 Art 21; 处分条例 (domain.md §1.3–1.5, §11 R3). */

export interface ElectionFacts {
  readonly election: Election;
  readonly term: Pick<CommitteeTerm, 'electedOn' | 'years'> | null;
  /** Day it was held, once there is a meeting. */
  readonly heldOn: IsoDate | null;
  readonly outcomes: readonly ElectionOutcome[];
  /** Whether everybody elected has a post from that election on, made of the result or entered by hand. */
  readonly hasPosts: boolean;
  /** Names of candidates whose punishment still counts that day (影响期). */
  readonly punished: readonly string[];
  readonly settings: readonly SettingEntry[];
}

const timing = '选举条例第3条：提前或者延期换届须经上级批准，延长期限一般不超过1年';
const approval = '支部条例第21条：委员报上级备案，书记、副书记报上级批准';

/** Findings in a fixed order; an empty list when nothing is missing. */
export function electionFindings(facts: ElectionFacts): ElectionFinding[] {
  return [...timingFindings(facts), ...peopleFindings(facts), ...resultFindings(facts)];
}

function timingFindings({ election, term, heldOn, settings }: ElectionFacts): ElectionFinding[] {
  const found: ElectionFinding[] = [];
  const add = (code: string, params: ElectionFinding['params'] = {}) => found.push({ code, params, source: timing });
  const isApproved = election.timingApprovedOn !== null && election.timingNumber !== '';
  if (election.timing !== 'on-time' && !isApproved) add('timing-unapproved', { timing: election.timing });
  if (election.kind === 'by-election' || term === null) return found;
  const ends = termEndsOn(term);
  const day = heldOn ?? election.heldOn ?? ends;
  const limit = settingOn(settings, 'term.extension-limit-months', ends).value;
  if (election.timing === 'extended' && election.extendedTo === null) add('extension-without-day');
  if (election.extendedTo !== null && election.extendedTo > addMonths(ends, limit))
    add('extension-too-long', { limit: addMonths(ends, limit) });
  if (day > (election.timing === 'extended' ? (election.extendedTo ?? ends) : ends)) add('after-expiry', { ends, day });
  if (day < addMonths(ends, -limit)) add('early-too-much', { limit: addMonths(ends, -limit) });
  const early = settingOn(settings, 'term.early-days', ends).value;
  if (election.timing !== 'early' && day < addDays(ends, -early)) add('early-unsaid', { ends, day });
  return found;
}

function peopleFindings({ punished }: ElectionFacts): ElectionFinding[] {
  return punished.map((name) => ({
    code: 'candidate-in-impact-period',
    params: { name },
    source: '处分条例：处分影响期内的限制',
  }));
}

function resultFindings({ election, outcomes, heldOn, hasPosts }: ElectionFacts): ElectionFinding[] {
  const found: ElectionFinding[] = [];
  const add = (code: string, params: ElectionFinding['params'] = {}) => found.push({ code, params, source: approval });
  for (const outcome of outcomes) {
    if (isDecided(outcome) || outcome.state === 'open') continue;
    const { office, seats, elected, tied } = outcome;
    found.push({
      code: `outcome-${outcome.state}`,
      params: { office, open: seats - elected.length, names: tied.join('、') },
      source: '选举条例：得票相同的再次投票，当选人数少于应选人数的另行选举',
    });
  }
  if (heldOn === null || outcomes.length === 0 || !outcomes.every(isDecided)) return found;
  if (!hasPosts) add('posts-missing');
  const has = (office: ElectionOutcome['office']) => outcomes.some((outcome) => outcome.office === office);
  if (election.requestedOn === null) add('report-missing');
  if (has('secretary') && election.approvedOn === null) add('approval-missing');
  if (has('committee') && election.filedOn === null) add('filing-missing');
  return found;
}

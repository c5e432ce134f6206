import type { DueItem } from '../../contract/due.ts';
import type { IsoDate } from '../../contract/values.ts';
import type { Check, CheckFacts, Finding } from '../../rules/checks/check.ts';
import { checks } from '../../rules/checks/index.ts';
import { daysBetween } from '../../rules/dates.ts';

/** Runs every check over the facts; a check without a finding is a rule that holds. */
export function runChecks(facts: CheckFacts): { items: DueItem[]; rulesChecked: number; rulesMet: number } {
  const results = checks.map((check) => check.evaluate(facts).map((finding) => toItem(check, finding, facts.asOf)));
  return {
    items: results.flat(),
    rulesChecked: checks.length,
    rulesMet: results.filter((items) => items.length === 0).length,
  };
}

export function toItem(check: Check, finding: Finding, asOf: IsoDate): DueItem {
  const { key, params, ...rest } = finding;
  return {
    ...rest,
    id: `${check.id}.${key}`,
    rule: check.id,
    subject: check.subject,
    source: check.source,
    params: { ...params },
    daysLeft: finding.dueOn === null ? null : daysBetween(asOf, finding.dueOn),
  };
}

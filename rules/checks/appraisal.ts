import { type AppraisalProblem, appraisalProblems, appraisalSource } from '../appraisal.ts';
import { categoryHeldOn } from '../member.ts';
import { rosterOn } from '../roster.ts';
import type { Check, CheckFacts, Finding } from './check.ts';

const mild = new Set<AppraisalProblem['code']>(['grade-missing', 'member-missing']);

function appraisalFindings(facts: CheckFacts): Finding[] {
  const members = new Map(facts.members.map((member) => [member.id, member]));
  return facts.appraisals
    .filter((appraisal) => appraisal.heldOn <= facts.asOf)
    .flatMap((appraisal) => {
      const { heldOn } = appraisal;
      const roster = rosterOn(facts.members, facts.posts, facts.branch.id, heldOn).map((person) => {
        const member = members.get(person.memberId);
        const isHeld = member === undefined || categoryHeldOn(member, heldOn) === person.category;
        return isHeld ? person : { ...person, category: 'probationary' as const };
      });
      return appraisalProblems({ ...appraisal, roster }, facts.settings).map((problem): Finding => {
        const people = 'memberIds' in problem ? problem.memberIds : [];
        return {
          key: `${appraisal.id}.${problem.code}`,
          severity: mild.has(problem.code) ? 'incomplete' : 'overdue',
          dueOn: null,
          record: 'appraisal',
          recordId: appraisal.id,
          params: {
            code: problem.code,
            year: appraisal.year,
            people: people.length,
            names: people.map((id) => members.get(id)?.name ?? '').join('、'),
          },
          expected: 'expected' in problem ? `≤ ${problem.expected}` : '0',
          actual: 'actual' in problem ? String(problem.actual) : String(people.length),
        };
      });
    });
}

/** R1: 优秀 beyond the quota, probationary members graded, grades missing, polls that do not add up. */
export const r1: Check = {
  id: 'R1',
  subject: 'assessments',
  source: appraisalSource,
  codes: [
    'quota-exceeded',
    'probationary-graded',
    'not-a-member',
    'grade-missing',
    'member-missing',
    'poll-exceeds-valid',
    'ballots-returned-exceed-issued',
    'ballots-valid-exceed-returned',
  ],
  evaluate: appraisalFindings,
};

import { useState } from 'react';
import type { Group } from '../../contract/branch.ts';
import type { MemberView } from '../../contract/member.ts';
import { useSave } from '../data/use-save.ts';
import { text } from '../text/zh-CN.ts';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { MaskedValue } from '../ui/masked-value.tsx';
import { MemberDue } from './member-due.tsx';
import { MemberPosts } from './member-posts.tsx';
import { StatusesPanel } from './statuses-panel.tsx';
import { StaysPanel } from './stays-panel.tsx';
import { wordOf } from './words.ts';

const { fields, sections, none } = text.member;
type FieldName = keyof typeof fields;

const shown: Record<'identity' | 'work' | 'party' | 'contact', readonly FieldName[]> = {
  identity: ['formerName', 'sex', 'ethnicity', 'bornOn', 'bornOnReason', 'nativePlace', 'birthPlace'],
  work: [
    'education',
    'degree',
    'school',
    'startedWorkOn',
    'employer',
    'jobCode',
    'technicalTitle',
    'socialStratum',
    'isMigrantWorker',
  ],
  party: [
    'appliedOn',
    'activistOn',
    'candidateOn',
    'joinedOn',
    'joinApprovedOn',
    'probationEndsOn',
    'probationExtendedMonths',
    'confirmedOn',
    'confirmApprovedOn',
    'partyYearsCorrection',
    'joinedBranchName',
    'introducerNames',
    'volunteerFormNumber',
  ],
  contact: [
    'mobilePhone',
    'landline',
    'emergencyContact',
    'residenceAddress',
    'householdAddress',
    'archivePlace',
    'note',
  ],
};

/** Shown only when there is something to say. */
const quiet: ReadonlySet<FieldName> = new Set([
  'formerName',
  'bornOnReason',
  'probationExtendedMonths',
  'partyYearsCorrection',
  'socialStratum',
]);

const masked = { mobilePhone: 'phoneOf', landline: 'landlineOf', emergencyContact: 'contactOf' } as const;

/** 基本信息: what is registered, stays, statuses and posts. */
export function MemberFacts({ person, groups }: { person: MemberView; groups: readonly Group[] }) {
  const reveal = useSave('member.reveal');
  const [failed, setFailed] = useState<keyof typeof masked>();

  function fieldValue(field: FieldName) {
    if (field === 'mobilePhone' || field === 'landline' || field === 'emergencyContact')
      return (
        <MaskedValue
          masked={person[field]}
          name={text.member[masked[field]](person.name)}
          onReveal={async () => {
            const answer = await reveal.save({ id: person.id, field });
            setFailed(answer === undefined ? field : undefined);
            return answer?.value;
          }}
        />
      );
    return plain(person, field) || <span className="member-none">{none}</span>;
  }

  return (
    <>
      {failed !== undefined && reveal.failure !== undefined && (
        <FailurePanel failure={reveal.failure} onClose={reveal.clearFailure} />
      )}
      <MemberDue id={person.id} />
      <section className="panel member-facts" aria-label={text.member.detail.tabs.facts}>
        {Object.entries(shown).map(([section, names]) => (
          <div key={section} className="member-fact-section">
            <h2>{sections[section as keyof typeof shown]}</h2>
            <dl>
              {names
                .filter((field) => !quiet.has(field) || plain(person, field) !== '')
                .map((field) => (
                  <div key={field} className={field === 'note' ? 'member-fact-wide' : ''}>
                    <dt>{fields[field]}</dt>
                    <dd>{fieldValue(field)}</dd>
                  </div>
                ))}
            </dl>
          </div>
        ))}
      </section>
      <StaysPanel person={person} groups={groups} />
      <StatusesPanel person={person} />
      <MemberPosts id={person.id} />
    </>
  );
}

/** A field in words; empty for nothing, and for a zero that says nothing. */
function plain(person: MemberView, field: FieldName): string {
  const value = person[field];
  if (Array.isArray(value)) return value.join('、');
  if (typeof value === 'boolean') return value ? text.member.form.yes : text.member.form.no;
  if (typeof value === 'number') return value === 0 ? '' : String(value);
  if (field === 'sex' && value !== '1' && value !== '2') return '';
  return wordOf(field, value);
}

import { Button } from 'antd';
import { useState } from 'react';
import type { MemberView } from '../../contract/member.ts';
import { daysBetween, earliestDay, holdsOn } from '../../rules/dates.ts';
import { useOperation } from '../data/use-operation.ts';
import { useSave } from '../data/use-save.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { AttachmentsButton } from '../ui/attachments/attachments-button.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { MaskedValue } from '../ui/masked-value.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { useShortcut } from '../ui/use-shortcut.ts';
import { ConfirmationDialog } from './confirmation-dialog.tsx';
import { MemberAppraisals } from './member-appraisals.tsx';
import { MemberAttendance } from './member-attendance.tsx';
import { MemberDevelopment } from './member-development.tsx';
import { MemberExams } from './member-exams.tsx';
import { MemberFacts } from './member-facts.tsx';
import { HistoryPanel, WholeHistory } from './member-history.tsx';
import { Neighbours } from './neighbours.tsx';
import { stayOn } from './stays.ts';
import { CategoryTag, StatusTag } from './tags.tsx';
import { wordOf } from './words.ts';

const words = text.member.detail;
const tabs = ['facts', 'attendance', 'development', 'appraisals', 'history'] as const;
type Tab = (typeof tabs)[number];

/** Days before the end of a probation from which it is shown as near. */
const nearDays = 60;

/** One person's file on the as-of date. */
export function MemberDetail({ id }: { id: string }) {
  const { asOf, go } = useWorkspace();
  const [tab, setTab] = useState<Tab>('facts');
  const member = useOperation('member.get', { id, asOf }, { records: ['member', 'post'] });
  const groups = useOperation('group.list', {}, { records: ['group'] });
  useShortcut({ key: 'f2', onPress: () => go({ screen: 'members', recordId: id, view: 'edit' }) });
  useShortcut({ key: 'escape', onPress: () => go({ screen: 'members' }) });

  if (member.value === undefined)
    return member.failure === undefined ? null : <FailurePanel failure={member.failure} />;
  const person = member.value;
  const stay = stayOn(person.memberships, asOf);
  const groupName = groups.value?.find((group) => group.id === stay?.groupId)?.name ?? '';
  return (
    <>
      <Neighbours id={id} name={person.name} groupName={groupName} />
      <section className="panel panel-flush member-head" aria-label={person.name}>
        <Headline person={person} />
        <HeadFacts person={person} groupName={groupName} />
        <div className="member-tabs" role="tablist">
          {tabs.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              aria-selected={name === tab}
              className="plain-button member-tab"
              onClick={() => setTab(name)}
            >
              {words.tabs[name]}
            </button>
          ))}
        </div>
      </section>
      <div className="member-columns">
        <div className="member-main">
          {tab === 'facts' && <MemberFacts person={person} groups={groups.value ?? []} />}
          {tab === 'attendance' && <MemberAttendance id={id} />}
          {tab === 'development' && <MemberDevelopment id={id} />}
          {tab === 'appraisals' && (
            <>
              <MemberAppraisals id={id} />
              <MemberExams id={id} />
            </>
          )}
          {tab === 'history' && <WholeHistory id={id} />}
        </div>
        {tab !== 'history' && <HistoryPanel id={id} onAll={() => setTab('history')} />}
      </div>
    </>
  );
}

function Headline({ person }: { person: MemberView }) {
  const { asOf, go } = useWorkspace();
  const [isConfirming, setIsConfirming] = useState(false);
  const statuses = [...new Set(person.statuses.filter((status) => holdsOn(status, asOf)).map(({ kind }) => kind))];
  const probation = probationState(person, asOf);
  const mayConfirm = probation?.isOver === true;
  return (
    <div className="member-headline">
      <h1 title={person.name}>{person.name}</h1>
      <CategoryTag category={person.category} isLong />
      {statuses.map((status) => (
        <StatusTag key={status} status={status} />
      ))}
      {probation?.isNear && (
        <span className="member-probation" title={words.probationSource}>
          <SeverityMark
            severity={probation.isOver ? 'overdue' : 'due-soon'}
            label={
              probation.isOver ? words.probationOver(probation.day) : words.probation(probation.day, probation.left)
            }
          />
        </span>
      )}
      <div className="page-actions">
        <Button onClick={() => go({ screen: 'points', recordId: person.id })}>{words.points}</Button>
        <AttachmentsButton owner={{ record: 'member', recordId: person.id }} name={person.name} />
        <PermitButton
          right="enter"
          type={mayConfirm ? 'default' : 'primary'}
          onClick={() => go({ screen: 'members', recordId: person.id, view: 'edit' })}
        >
          {words.edit} <kbd>F2</kbd>
        </PermitButton>
        {mayConfirm && (
          <PermitButton right="enter" type="primary" onClick={() => setIsConfirming(true)}>
            {words.confirm}
          </PermitButton>
        )}
      </div>
      {isConfirming && <ConfirmationDialog person={person} onClose={() => setIsConfirming(false)} />}
    </div>
  );
}

/** When a probation ends, for who is in one. A month alone counts from its first day, as everywhere. */
function probationState({ category, probationEndsOn }: MemberView, asOf: string) {
  if (category !== 'probationary' || probationEndsOn === null) return undefined;
  const end = earliestDay(probationEndsOn);
  const left = daysBetween(asOf, end);
  const [, month = '', day = ''] = end.split('-');
  return { isOver: left <= 0, isNear: left <= nearDays, left, day: text.date.short(Number(month), Number(day)) };
}

function HeadFacts({ person, groupName }: { person: MemberView; groupName: string }) {
  const reveal = useSave('member.reveal');
  const { none, noGroup, years, idNumberOf } = text.member;
  const partyYears =
    person.partyYears !== null
      ? years(person.partyYears)
      : person.category === 'former'
        ? words.former
        : words.fromConfirmation;
  const born = person.bornOn?.slice(0, 7) ?? none;
  return (
    <>
      {reveal.failure !== undefined && <FailurePanel failure={reveal.failure} onClose={reveal.clearFailure} />}
      <dl className="member-head-facts">
        <div>
          <dt>{words.partyYears}</dt>
          <dd>{partyYears}</dd>
        </div>
        <div>
          <dt>{words.group}</dt>
          <dd>{groupName || noGroup}</dd>
        </div>
        <div>
          <dt>{words.joinedOn}</dt>
          <dd>{person.joinedOn ?? none}</dd>
        </div>
        <div>
          <dt>{words.bornOn}</dt>
          <dd>{person.age === null ? born : words.bornAge(born, person.age)}</dd>
        </div>
        <div>
          <dt>{words.education}</dt>
          <dd>{wordOf('education', person.education) || none}</dd>
        </div>
        <div>
          <dt>{words.idNumber}</dt>
          <dd>
            <MaskedValue
              masked={person.idNumber ?? ''}
              name={idNumberOf(person.name)}
              onReveal={async () => (await reveal.save({ id: person.id, field: 'idNumber' }))?.value}
            />
          </dd>
        </div>
      </dl>
    </>
  );
}

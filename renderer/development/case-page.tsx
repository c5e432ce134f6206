import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { DevelopmentCaseView, DevelopmentStep } from '../../contract/development.ts';
import type { DevelopmentReport } from '../../contract/development-process.ts';
import { developmentStageNames } from '../../rules/codes/development.ts';
import type { Route } from '../data/route.ts';
import { heldMeetingOf } from '../data/step-vote.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { AttachmentsButton } from '../ui/attachments/attachments-button.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { HistoryButton } from '../ui/history-drawer.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { useShortcut } from '../ui/use-shortcut.ts';
import { ActivityDialog, ReviewDialog } from './entry-dialog.tsx';
import { type Entry, FilePanels } from './file-panels.tsx';
import { dropStep, type HeldStep, heldStep } from './held-step.ts';
import { MoveDialog } from './move-dialog.tsx';
import { PapersDialog } from './papers-dialog.tsx';
import { PublicityDialog, TrainingDialog } from './period-dialog.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { ProcessPanel } from './process-panel.tsx';
import { sponsorsNow } from './sponsors.ts';
import { StepDialog } from './step-dialog.tsx';
import { usePeople } from './use-people.ts';
import { useTemplate } from './use-template.ts';

const words = text.development.page;

/** What is being entered on the page. */
type Open = { kind: 'person' } | { kind: 'step'; no: number; existing?: DevelopmentStep; isBack?: true } | Entry;

/** A person's whole file: next step first, stages that are done folded. */
export function CasePage({ id }: { id: string }) {
  const { asOf, go, route } = useWorkspace();
  // Back from the meeting that votes on a step: its form opens again as it stood.
  const [held] = useState(() => heldStep(id));
  const [open, setOpen] = useState<Open | undefined>(() => held && openedBy(held));
  const [leaving, setLeaving] = useState<Route>();
  const { template, stepOf } = useTemplate();
  useShortcut({ key: 'escape', onPress: () => go({ screen: 'development' }) });
  useShortcut({ key: 'f2', onPress: () => setOpen({ kind: 'person' }) });
  const record = useOperation('developmentCase.get', { id }, { records: ['developmentCase'] });
  const report = useOperation(
    'developmentCase.check',
    { id, asOf },
    { records: ['developmentCase', 'member', 'setting'] },
  );
  // Once the form is gone, so that it is not taken for something unsaved.
  useEffect(() => {
    if (leaving !== undefined) go(leaving);
  }, [leaving, go]);
  const failure = record.failure ?? report.failure;
  if (failure !== undefined) return <FailurePanel failure={failure} />;
  if (record.value === undefined || report.value === undefined || template === undefined) return null;
  const person = record.value;
  const close = () => {
    dropStep(id);
    setOpen(undefined);
  };
  const stepTemplate = open?.kind === 'step' ? stepOf(open.no, open.existing?.on ?? asOf) : undefined;
  const stepState = open?.kind === 'step' ? report.value.steps.find((step) => step.no === open.no) : undefined;
  return (
    <div className="development">
      <PageHeader
        title={person.name}
        summary={
          <span className="development-stage-tag">
            {report.value.isClosed ? text.development.closed : developmentStageNames[report.value.stage]}
          </span>
        }
        path={[{ name: text.development.title, onOpen: () => go({ screen: 'development' }) }, { name: person.name }]}
        actions={
          <>
            <HistoryButton record="developmentCase" id={person.id} title={person.name} />
            <AttachmentsButton owner={{ record: 'developmentCase', recordId: person.id }} name={person.name} />
            {person.memberId !== null && (
              <Button onClick={() => go({ screen: 'members', recordId: person.memberId ?? '' })}>{words.member}</Button>
            )}
            <PermitButton right="enter" onClick={() => setOpen({ kind: 'person' })}>
              {words.edit} <kbd>F2</kbd>
            </PermitButton>
          </>
        }
      />
      <HeadFacts person={person} report={report.value} />
      <div className="development-file">
        <ProcessPanel
          record={person}
          report={report.value}
          template={template}
          isBusy={open !== undefined}
          onPapers={(stepNo) => setOpen({ kind: 'papers', stepNo })}
          onEnter={(no, existing) => setOpen({ kind: 'step', no, ...(existing === undefined ? {} : { existing }) })}
        />
        <FilePanels record={person} report={report.value} onOpen={setOpen} />
      </div>
      {open?.kind === 'person' && <PersonDialog record={person} onClose={close} />}
      {open?.kind === 'step' && stepTemplate !== undefined && stepState !== undefined && (
        <StepDialog
          key={open.existing?.id ?? 'new'}
          record={person}
          template={stepTemplate}
          state={stepState}
          placeOf={(no) => report.value?.steps.find((step) => step.no === no)?.position ?? no}
          existing={open.existing}
          onAgain={() => setOpen({ kind: 'step', no: open.no })}
          held={open.isBack === true ? held : undefined}
          meeting={open.isBack === true ? heldMeetingOf(route, open.no) : undefined}
          onMeeting={(meeting) => {
            setOpen(undefined);
            setLeaving(meeting);
          }}
          onClose={close}
        />
      )}
      {open?.kind === 'review' && (
        <ReviewDialog
          record={person}
          existing={open.existing}
          kind={open.as}
          stage={report.value.stage}
          onClose={close}
        />
      )}
      {open?.kind === 'activity' && <ActivityDialog record={person} existing={open.existing} onClose={close} />}
      {open?.kind === 'training' && <TrainingDialog record={person} existing={open.existing} onClose={close} />}
      {open?.kind === 'publicity' && <PublicityDialog record={person} existing={open.existing} onClose={close} />}
      {open?.kind === 'papers' && (
        <PapersDialog
          record={person}
          report={report.value}
          stepNo={open.stepNo}
          templateOf={(no) => stepOf(no, report.value?.steps.find((step) => step.no === no)?.on ?? asOf)}
          onClose={close}
        />
      )}
      {open?.kind === 'move' && <MoveDialog record={person} existing={open.existing} onClose={close} />}
    </div>
  );
}

/** The step that she went to a meeting from. */
function openedBy({ no, existing }: HeldStep): Open {
  return { kind: 'step', no, isBack: true, ...(existing === undefined ? {} : { existing }) };
}

function HeadFacts({ person, report }: { person: DevelopmentCaseView; report: DevelopmentReport }) {
  const people = usePeople();
  const names = (no: number) => sponsorsNow(person, no).map(people.nameOf).join('、') || words.none;
  const facts = [
    [words.appliedOn, report.steps.find((step) => step.no === 1)?.on ?? words.none],
    [text.development.person.bornOn, person.bornOn ?? words.none],
    [text.development.person.employer, person.employer || words.none],
    [words.contacts, names(5)],
    [words.introducers, names(9)],
    [words.probation, report.probationEndsOn ?? '—'],
  ];
  return (
    <dl className="panel development-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt className="note">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

import { Button } from 'antd';
import { useState } from 'react';
import { stepRouteOf, stepVoteOf } from '../data/step-vote.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { VoidDialog } from './amend-dialogs.tsx';
import { formOf } from './form.ts';
import { MeetingEntry } from './meeting-entry.tsx';
import { MeetingRecord } from './meeting-record.tsx';
import { PreviewDialog } from './preview-dialog.tsx';
import { SignDialog } from './sign-dialog.tsx';
import { withStepVote } from './step-vote-form.ts';
import { useNames } from './use-names.ts';

/** One registered meeting: still open to entry, or a signed or voided record. */
export function MeetingPage({ id }: { id: string }) {
  const words = text.meetings.entry;
  const { route, go, back } = useWorkspace();
  const wanted = stepVoteOf(route);
  const reading = useOperation('meeting.get', { id }, { records: ['meeting', 'member'] });
  const [opened, setOpened] = useState<'sign' | 'void' | 'preview' | null>(null);
  const view = reading.value;
  const roster = useOperation(
    'meeting.expected',
    view === undefined
      ? null
      : { branchId: view.meeting.branchId, heldOn: view.meeting.heldOn, types: ['members-meeting'] },
    { records: ['member', 'post'] },
  );
  const names = useNames(view?.meeting, roster.value);
  if (view === undefined) return reading.failure === undefined ? null : <FailurePanel failure={reading.failure} />;
  const { meeting } = view;
  const isOpen = meeting.signedOn === null && meeting.voidedOn === null;
  const furtherButtons = meeting.voidedOn === null && (
    <>
      <PermitButton right="decide" onClick={() => setOpened('void')}>
        {words.void}
      </PermitButton>
      <Button onClick={() => setOpened('preview')}>{words.preview}</Button>
    </>
  );
  const close = () => setOpened(null);
  return (
    <>
      {isOpen ? (
        <MeetingEntry
          key={id}
          draftKey={id}
          initial={() => withStepVote(formOf(view), wanted)}
          stored={view}
          wanted={wanted}
          onSaved={({ meeting: saved }) => wanted !== undefined && go(stepRouteOf(wanted, saved))}
          actions={
            <>
              {furtherButtons}
              <PermitButton right="decide" onClick={() => setOpened('sign')}>
                {words.sign}
              </PermitButton>
            </>
          }
        />
      ) : (
        <MeetingRecord
          view={view}
          names={names}
          actions={
            <>
              {wanted !== undefined && <Button onClick={back}>{words.backToFile(wanted.person)}</Button>}
              {furtherButtons}
            </>
          }
        />
      )}
      {opened === 'sign' && <SignDialog view={view} names={names} onClose={close} />}
      {opened === 'preview' && <PreviewDialog meeting={meeting} onClose={close} />}
      {opened === 'void' && <VoidDialog meeting={meeting} onClose={close} />}
    </>
  );
}

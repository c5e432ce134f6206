import { Button } from 'antd';
import { useState } from 'react';
import { useOperation } from '../data/use-operation.ts';
import { text } from '../text/zh-CN.ts';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { VoidDialog } from './amend-dialogs.tsx';
import { formOf } from './form.ts';
import { MeetingEntry } from './meeting-entry.tsx';
import { MeetingRecord } from './meeting-record.tsx';
import { PreviewDialog } from './preview-dialog.tsx';
import { SignDialog } from './sign-dialog.tsx';
import { useNames } from './use-names.ts';

/** One registered meeting: still open to entry, or a signed or voided record. */
export function MeetingPage({ id }: { id: string }) {
  const words = text.meetings.entry;
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
          initial={() => formOf(view)}
          stored={view}
          onSaved={() => undefined}
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
        <MeetingRecord view={view} names={names} actions={furtherButtons} />
      )}
      {opened === 'sign' && <SignDialog view={view} names={names} onClose={close} />}
      {opened === 'preview' && <PreviewDialog meeting={meeting} onClose={close} />}
      {opened === 'void' && <VoidDialog meeting={meeting} onClose={close} />}
    </>
  );
}

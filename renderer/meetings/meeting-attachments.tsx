import type { Meeting } from '../../contract/meeting.ts';
import { text } from '../text/zh-CN.ts';
import { AttachmentsButton } from '../ui/attachments/attachments-button.tsx';

/** 签到表, photos and papers of a meeting; a photo's day is held against the day of the meeting. */
export function MeetingAttachments({ meeting }: { meeting: Meeting }) {
  return (
    <AttachmentsButton
      owner={{ record: 'meeting', recordId: meeting.id }}
      name={meeting.title}
      recordDay={{ label: text.attachments.meetingDay, day: meeting.heldOn }}
      defaultSlot="photo"
    />
  );
}

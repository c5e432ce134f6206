import type { Attachment } from '../../../contract/attachment.ts';
import { slotNames } from '../../text/attachments.ts';
import { text } from '../../text/zh-CN.ts';
import { SeverityMark } from '../severity-mark.tsx';
import { Thumbnail } from './thumbnail.tsx';

const words = text.attachments;

/** A day of the record that a photo's day is held against: 会议日期 2026-11-20. */
export interface RecordDay {
  label: string;
  day: string;
}

/** One attachment in the list: picture, what it is, how much, and whether its day fits the record's. */
export function AttachmentCard({
  attachment,
  recordDay,
  onOpen,
}: {
  attachment: Attachment;
  recordDay: RecordDay | undefined;
  onOpen(): void;
}) {
  const name = nameOf(attachment);
  const [first] = attachment.pages;
  return (
    <button type="button" className="plain-button attachment-card" aria-label={words.open(name)} onClick={onOpen}>
      <Thumbnail id={attachment.id} position={0} mediaType={first?.mediaType ?? ''} />
      <span className="attachment-facts">
        <span className="attachment-name" title={name}>
          {name}
        </span>
        <span className="note">
          {slotNames[attachment.slot]}　{words.size(attachment.pageCount, attachment.byteSize)}
        </span>
        {attachment.takenOn !== null && <TakenOn takenOn={attachment.takenOn} recordDay={recordDay} />}
        {attachment.originalLocation !== '' && (
          <span className="note cut" title={attachment.originalLocation}>
            {words.location(attachment.originalLocation)}
          </span>
        )}
      </span>
    </button>
  );
}

/** The photo's day beside the record's, as precise as it is known. */
export function TakenOn({ takenOn, recordDay }: { takenOn: string; recordDay: RecordDay | undefined }) {
  if (recordDay === undefined) return <span className="note">{words.takenOn(takenOn)}</span>;
  const isSame = recordDay.day.startsWith(takenOn);
  return (
    <span className="attachment-day">
      <span className="note">{words.takenOn(takenOn)}</span>{' '}
      {isSame ? (
        <SeverityMark severity="met" label={words.sameDay(recordDay.label)} />
      ) : (
        <SeverityMark severity="due-soon" label={words.otherDay(recordDay.label, recordDay.day)} />
      )}
    </span>
  );
}

/** What the clerk called it, or the name of its first file. */
export function nameOf({ title, pages }: Attachment): string {
  return title === '' ? (pages[0]?.fileName ?? '') : title;
}

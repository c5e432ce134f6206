import { Button } from 'antd';
import { type Dispatch, type SetStateAction, useState } from 'react';
import type { AttachmentSlot } from '../../../contract/attachment.ts';
import { slotNames } from '../../text/attachments.ts';
import { text } from '../../text/zh-CN.ts';
import { CheckField } from '../check-field.tsx';
import { optionsOf, SelectField } from '../select-field.tsx';
import { inPageOrder, looksLikeImage, moved, type PendingFile } from './pending.ts';
import type { AddingAs } from './use-adding.ts';

const words = text.attachments.pending;

/** Files that were dropped, pasted or chosen, before they are attached: as what, and in which order. */
export function PendingList({
  files,
  onChange,
  defaultSlot,
  startsAsPages,
  photoEdge,
  isBusy,
  onAdd,
}: {
  files: readonly PendingFile[];
  onChange: Dispatch<SetStateAction<readonly PendingFile[]>>;
  /** What images of this record mostly are. */
  defaultSlot: AttachmentSlot;
  startsAsPages: boolean;
  /** Points of a photo's longer side by the settings; 0 where photos stay as they are. */
  photoEdge: number;
  isBusy: boolean;
  onAdd(as: AddingAs): void;
}) {
  const areImages = files.every(looksLikeImage);
  const [slot, setSlot] = useState<AttachmentSlot>();
  const [asPages, setAsPages] = useState(startsAsPages);
  const chosen = slot ?? (startsAsPages || !areImages ? 'scan' : defaultSlot);
  const [keepsOriginal, setKeepsOriginal] = useState(false);
  const isJoined = asPages && areImages && files.length > 1;
  // Pages are there to be read.
  const mayShrink = photoEdge > 0 && chosen === 'photo' && !isJoined && files.some(looksLikeImage);
  return (
    <section className="attachments-pending" aria-label={words.title(files.length)}>
      <div className="attachments-pending-head">
        <h3>{words.title(files.length)}</h3>
        <span>
          {words.slot}{' '}
          <SelectField
            value={chosen}
            options={optionsOf(slotNames)}
            label={words.slot}
            onChange={(next) => setSlot(next ?? undefined)}
          />
        </span>
        {areImages && files.length > 1 && (
          <CheckField
            label={words.asPages}
            isChecked={asPages}
            onChange={(next) => {
              setAsPages(next);
              if (next) onChange(inPageOrder);
            }}
          />
        )}
        {mayShrink && (
          <CheckField
            label={words.shrink(photoEdge)}
            isChecked={!keepsOriginal}
            onChange={(next) => setKeepsOriginal(!next)}
          />
        )}
      </div>
      <ol className="attachments-pending-files">
        {files.map((file, index) => (
          <li key={file.key}>
            <span className="cut" title={file.name}>
              {isJoined ? `${index + 1}. ` : ''}
              {file.name}
            </span>
            {isJoined && (
              <>
                <Button
                  size="small"
                  disabled={index === 0}
                  aria-label={words.earlier(file.name)}
                  onClick={() => onChange((last) => moved(last, index, -1))}
                >
                  ↑
                </Button>
                <Button
                  size="small"
                  disabled={index === files.length - 1}
                  aria-label={words.later(file.name)}
                  onClick={() => onChange((last) => moved(last, index, 1))}
                >
                  ↓
                </Button>
              </>
            )}
            <Button
              size="small"
              aria-label={words.leaveOut(file.name)}
              onClick={() => onChange((last) => last.filter(({ key }) => key !== file.key))}
            >
              ×
            </Button>
          </li>
        ))}
      </ol>
      <div className="attachments-pending-actions">
        <Button disabled={isBusy} onClick={() => onChange([])}>
          {words.drop}
        </Button>
        <Button
          type="primary"
          loading={isBusy}
          autoFocus
          onClick={() =>
            onAdd({ slot: chosen, asPages: isJoined, photoEdge: mayShrink && !keepsOriginal ? photoEdge : 0 })
          }
        >
          {words.add(files.length, isJoined)}
        </Button>
      </div>
    </section>
  );
}

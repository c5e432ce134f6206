import { useEffect, useState } from 'react';
import { readAsDataUrl, thumbnailOf } from '../../data/attachment-bytes.ts';
import { useClient } from '../../data/client-context.tsx';
import { text } from '../../text/zh-CN.ts';

/** The small picture of a page; made here the first time an image is looked at, and kept in the archive. */
export function Thumbnail({ id, position, mediaType }: { id: string; position: number; mediaType: string }) {
  const client = useClient();
  const [image, setImage] = useState<string | null>(null);
  const isImage = mediaType.startsWith('image/');
  useEffect(() => {
    if (!isImage) return;
    let isGone = false;
    const show = async () => {
      const place = { id, position };
      const kept = await client.call('attachment.thumbnail', place);
      const made = kept.image ?? (await thumbnailOf(await readAsDataUrl(client, id, position)));
      if (!isGone) setImage(made);
      if (kept.image === null && made !== null)
        await client.call('attachment.keepThumbnail', { ...place, image: made });
    };
    // Without a picture the card still says what it is; a failure of the archive shows where it was caused.
    show().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [client, id, position, isImage]);
  return (
    <span className="attachment-thumbnail" aria-hidden="true">
      {image === null ? (
        <span className="attachment-type">{text.attachments.type(mediaType)}</span>
      ) : (
        <img src={`data:image/jpeg;base64,${image}`} alt="" />
      )}
    </span>
  );
}

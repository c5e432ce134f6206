import { Fragment, type ReactNode } from 'react';
import './key-hints.css';

/** The keys that work on this screen, and a remark at the right. */
export function KeyHints({
  hints,
  remark,
}: {
  hints: readonly { keys: readonly string[]; does: string }[];
  remark?: ReactNode;
}) {
  return (
    <div className="key-hints note">
      {hints.map(({ keys, does }) => (
        <span key={does} className="key-hint">
          {keys.map((key) => (
            <Fragment key={key}>
              <kbd>{key}</kbd>
            </Fragment>
          ))}
          <span>{does}</span>
        </span>
      ))}
      {remark !== undefined && <span className="key-remark">{remark}</span>}
    </div>
  );
}

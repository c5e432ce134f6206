import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { text } from '../text/zh-CN.ts';
import './masked-value.css';

/** How long a shown value stays in sight. */
export const shownMilliseconds = 60_000;

/** A masked ID number or phone, shown for a minute when asked for; the showing is recorded by the engine. */
export function MaskedValue({
  masked,
  onReveal,
  name,
}: {
  masked: string;
  /** Fetches the value; `undefined` when it was refused. */
  onReveal(): Promise<string | undefined>;
  /** What is shown and whose: 王秀英的公民身份号码. */
  name: string;
}) {
  const [shown, setShown] = useState<string>();
  useEffect(() => {
    if (shown === undefined) return undefined;
    const timer = setTimeout(() => setShown(undefined), shownMilliseconds);
    return () => clearTimeout(timer);
  }, [shown]);

  if (masked === '') return <span className="masked-none">{text.masked.none}</span>;
  return (
    <span className="masked">
      <span>{shown ?? masked}</span>
      <Button
        size="small"
        className="small-button"
        aria-label={`${shown === undefined ? text.action.show : text.action.hide}${name}`}
        title={text.masked.remasks}
        onClick={async () => setShown(shown === undefined ? await onReveal() : undefined)}
      >
        {shown === undefined ? text.action.show : text.action.hide}
      </Button>
    </span>
  );
}

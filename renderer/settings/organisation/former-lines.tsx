import { Button } from 'antd';
import type { ReactNode } from 'react';

/** A list of what was before, in the form of a branch: its lines, what is wrong with them, and a button for one more. */
export function FormerLines(props: {
  label: string;
  hint: string;
  problem: string | undefined;
  addLabel: string;
  canAdd?: boolean;
  onAdd(): void;
  children: ReactNode;
}) {
  return (
    <section className="former-committees" aria-label={props.label}>
      <span className="field-label">{props.label}</span>
      {props.children}
      {props.problem !== undefined && <p className="note field-error">{props.problem}</p>}
      <p className="note">{props.hint}</p>
      <Button size="small" disabled={props.canAdd === false} onClick={props.onAdd}>
        {props.addLabel}
      </Button>
    </section>
  );
}

/** Takes one line out. */
export function RemoveLine({ label, onClick }: { label: string; onClick(): void }) {
  return (
    <Button type="text" size="small" aria-label={label} onClick={onClick}>
      ×
    </Button>
  );
}

import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useSave } from '../data/use-save.ts';
import { text } from '../text/zh-CN.ts';
import { FailurePanel } from './failure-panel.tsx';
import { Field } from './field.tsx';
import { askedPositions, codeGroups, groupLength, plainCode } from './recovery-code.ts';
import { RecoveryPaper } from './recovery-paper.tsx';
import { SeverityMark } from './severity-mark.tsx';
import { TextField } from './text-field.tsx';
import './recovery-proof.css';

/** Prints the recovery code and has two of its groups typed back from the paper. */
export function RecoveryProof({
  code,
  branchName,
  day,
  onProved,
  onReady,
}: {
  code: string;
  branchName: string;
  /** Printed on the paper, so that an old one is told from a new one. */
  day: string;
  onProved(): void;
  /** Tells whether both groups agree, and gives the way to prove them; for the button of whoever shows this. */
  onReady(prove: (() => void) | null): void;
}) {
  const { recovery } = text.firstRun;
  const groups = useMemo(() => codeGroups(code), [code]);
  const asked = useMemo(() => askedPositions(groups.length), [groups.length]);
  const [typed, setTyped] = useState<readonly [string, string]>(['', '']);
  const [isShown, setIsShown] = useState(false);
  const [wasPrinted, setWasPrinted] = useState(false);
  const { save, failure } = useSave('archive.confirmRecoveryCode');
  const agrees = asked.every((position, index) => plainCode(typed[index] ?? '') === groups[position]);

  async function prove(): Promise<void> {
    if ((await save({ groups: [...typed], positions: [...asked] })) !== undefined) onProved();
  }

  // The way to prove changes with what is typed.
  useEffect(() => onReady(agrees ? () => void prove() : null), [agrees, typed]);

  function print(): void {
    window.print();
    setWasPrinted(true);
  }

  return (
    <div className="recovery-proof">
      <div>
        <RecoveryPaper groups={groups} hidden={isShown ? [] : asked} branchName={branchName} day={day} />
        <div className="recovery-print">
          <Button onClick={print}>{wasPrinted ? recovery.printAgain : recovery.print}</Button>
          {wasPrinted && <span className="note">{recovery.printClosed}</span>}
        </div>
        <p className="note">
          {recovery.noPrinter}
          <button type="button" className="link-button" onClick={() => setIsShown(!isShown)}>
            {isShown ? recovery.hideAll : recovery.showAll}
          </button>
        </p>
      </div>
      <div className="recovery-typed">
        <h2>{recovery.proofTitle}</h2>
        <p>{recovery.proofIntroduction(asked[0] + 1, asked[1] + 1)}</p>
        {asked.map((position, index) => (
          <Field key={position} label={recovery.group(position + 1)}>
            <TextField
              className="recovery-input"
              size="large"
              value={typed[index] ?? ''}
              onChange={(value) => setTyped(index === 0 ? [value, typed[1]] : [typed[0], value])}
              onEnter={() => {
                if (agrees) void prove();
              }}
              isFirst={index === 0}
              maxLength={12}
              suffix={<Judged typed={typed[index] ?? ''} group={groups[position] ?? ''} />}
            />
          </Field>
        ))}
        <p className="note">{recovery.letters}</p>
        {failure !== undefined && <FailurePanel failure={failure} />}
        <div className="recovery-help">
          <strong>{recovery.whenNot}</strong>
          <p className="note">{recovery.whenNotBody(recovery.day(day))}</p>
        </div>
      </div>
    </div>
  );
}

function Judged({ typed, group }: { typed: string; group: string }) {
  const { recovery } = text.firstRun;
  const plain = plainCode(typed);
  if (plain === group) return <SeverityMark severity="met" label={recovery.same} />;
  if (plain.length < groupLength) return <span className="note">{recovery.missing(groupLength - plain.length)}</span>;
  return <SeverityMark severity="overdue" label={recovery.differs} />;
}

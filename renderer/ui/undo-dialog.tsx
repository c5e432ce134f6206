import { Button } from 'antd';
import { useState } from 'react';
import type { Change, UndoEffect, UndoObstacle, UndoPlan } from '../../contract/change.ts';
import type { Names } from '../../contract/history.ts';
import type { Output, Wire } from '../../contract/operations.ts';
import { useOperation } from '../data/use-operation.ts';
import { useSave } from '../data/use-save.ts';
import { changeTitle, effectText, obstacleText } from '../text/changes.ts';
import { fieldText } from '../text/history.ts';
import { text } from '../text/zh-CN.ts';
import { Dialog } from './dialog.tsx';
import { FailurePanel } from './failure-panel.tsx';
import { Field } from './field.tsx';
import { HistoryChanges, Lines } from './history-entry.tsx';
import { ListedRows } from './history-rows.tsx';
import { comparedLines } from './history-value.ts';
import { localTime } from './local-time.ts';
import { TextField } from './text-field.tsx';
import './undo-dialog.css';

const words = text.changes.dialog;

type Target = Wire<'change.planUndo'>;

/** Says what an undo would do, field by field, or why it cannot be done; then does it, with a reason. */
export function UndoDialog({
  target,
  onClose,
  onUndone,
}: {
  target: Target;
  onClose(): void;
  onUndone?: (undone: Output<'change.undo'>) => void;
}) {
  // A later change that stands in the way can be looked at and undone first.
  const [shown, setShown] = useState<Target>(target);
  const reading = useOperation('change.planUndo', shown);
  const undoing = useSave('change.undo');
  const [reason, setReason] = useState<string>(words.defaultReason);
  const plan = reading.isLoading ? undefined : reading.value;
  const mayUndo = plan !== undefined && plan.obstacles.length === 0;

  async function undo(): Promise<void> {
    if (!mayUndo || reason.trim() === '') return;
    const undone = await undoing.save({ target: shown, plan: plan.plan, reason });
    if (undone === undefined) {
      reading.refresh();
      return;
    }
    onUndone?.(undone);
    onClose();
  }

  return (
    <Dialog
      title={'batch' in shown ? words.titleBatch : words.title}
      width={680}
      onClose={onClose}
      actions={
        <>
          {/* Enter must not do it by chance. */}
          <Button autoFocus onClick={onClose}>
            {mayUndo ? text.action.cancel : text.action.close}
          </Button>
          {mayUndo && (
            <Button
              type="primary"
              loading={undoing.isSaving}
              disabled={reason.trim() === ''}
              onClick={() => void undo()}
            >
              {words.action}
            </Button>
          )}
        </>
      }
    >
      <div className="dialog-scroll undo-dialog">
        {undoing.failure !== undefined && <FailurePanel failure={undoing.failure} onClose={undoing.clearFailure} />}
        {reading.failure !== undefined && <FailurePanel failure={reading.failure} />}
        {plan === undefined && reading.failure === undefined && <p className="note">{words.working}</p>}
        {plan !== undefined && (
          <>
            {plan.changes.map((change) => (
              <ChangeLine key={change.number} change={change} />
            ))}
            {mayUndo ? (
              <Effects plan={plan} />
            ) : (
              <Obstacles obstacles={plan.obstacles} onLook={(change) => setShown({ change })} />
            )}
          </>
        )}
        {mayUndo && (
          <Field label={words.reason} isRequired hint={words.reasonHint}>
            <TextField value={reason} onChange={setReason} maxLength={200} />
          </Field>
        )}
        {mayUndo && <p className="note">{words.again}</p>}
      </div>
    </Dialog>
  );
}

function ChangeLine({ change }: { change: Change }) {
  return (
    <div className="undo-change">
      <strong>{changeTitle(change)}</strong>
      <p className="note">
        {words.by(change.actor, localTime(change.at))}
        {change.reason !== '' && `　${change.reason}`}
      </p>
    </div>
  );
}

function Effects({ plan: { effects, counts, names } }: { plan: UndoPlan }) {
  return (
    <section className="undo-effects" aria-label={words.effect}>
      <p>
        {words.effect}
        {words.counts(counts.restored, counts.returned, counts.removed)}
      </p>
      {groupsOf(effects).map(([key, alike]) =>
        alike.length >= listedFrom && alike.every(({ rowLabel }) => rowLabel !== '') ? (
          <div key={key} className="undo-effect">
            <ListedRows rows={alike.map((effect) => ({ ...effect, action: actions[effect.kind] }))} names={names} />
          </div>
        ) : (
          alike.map((effect, at) => <EffectView key={`${key} ${at}`} effect={effect} names={names} />)
        ),
      )}
      {counts.effects > effects.length && <p className="note">{words.more(counts.effects - effects.length)}</p>}
    </section>
  );
}

/** From so many rows of one kind on, each is told in a line. */
const listedFrom = 3;

/** What an undo does to a row, in the words of the history. */
const actions = { restored: 'update', returns: 'insert', goes: 'delete' } as const;

/** Rows of one kind of one record together, in the order of the plan. */
function groupsOf(effects: readonly UndoEffect[]): [string, UndoEffect[]][] {
  const groups = new Map<string, UndoEffect[]>();
  for (const effect of effects) {
    const key = `${effect.record} ${effect.recordId} ${effect.part} ${effect.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), effect]);
  }
  return [...groups];
}

function EffectView({ effect, names }: { effect: UndoEffect; names: Names }) {
  const { kind, part, changes } = effect;
  return (
    <div className="undo-effect">
      <h3>{effectText(effect)}</h3>
      {kind === 'restored' ? (
        <table className="undo-fields">
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              <th scope="col">{words.now}</th>
              <th scope="col">{words.undone}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ field, before, after }) => {
              const lines = comparedLines(part, field, before, after, names);
              return (
                <tr key={field}>
                  <th scope="row">{fieldText(field, part)}</th>
                  <td>
                    <del>
                      <Lines lines={lines.before} />
                    </del>
                  </td>
                  <td>
                    <strong>
                      <Lines lines={lines.after} />
                    </strong>
                    {lines.rest !== null && <p className="note">{lines.rest}</p>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      ) : (
        <HistoryChanges entry={{ action: kind === 'goes' ? 'delete' : 'insert', part, changes }} names={names} />
      )}
    </div>
  );
}

function Obstacles({ obstacles, onLook }: { obstacles: readonly UndoObstacle[]; onLook(change: number): void }) {
  return (
    <section role="alert" className="undo-obstacles">
      <p>{words.refused}</p>
      <ul>
        {obstacles.map((obstacle) => {
          const { what, why } = obstacleText(obstacle);
          const { change, code } = obstacle;
          return (
            <li key={`${code} ${obstacle.record} ${obstacle.id} ${change?.number ?? ''}`}>
              {what !== '' && <strong>{what}</strong>}
              <span>{why}</span>
              {change !== null && code !== 'operation-final' && (
                <span className="note">
                  {words.by(change.actor, localTime(change.at))}
                  {change.reason !== '' && `　${change.reason}`}
                  {code === 'changed-since' && (
                    <Button size="small" onClick={() => onLook(change.number)}>
                      {words.undoLater}
                    </Button>
                  )}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

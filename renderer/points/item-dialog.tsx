import { Button } from 'antd';
import { useState } from 'react';
import { PointsItem } from '../../contract/points.ts';
import { pointsKindNames, pointsPeriodNames, pointsPerNames, pointsSourceNames } from '../../rules/codes/points.ts';
import { text } from '../text/zh-CN.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { MultiSelectField, optionsOf, SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { PointsField } from './points-field.tsx';

const words = text.points.item;

/** One line of a scheme. What is not readable as it stands cannot be put into the scheme. */
export function ItemDialog({
  item,
  categories,
  onSave,
  onRemove,
  onClose,
}: {
  item: PointsItem;
  /** Those the scheme has already, for not writing them in two ways. */
  categories: readonly string[];
  onSave(item: PointsItem): void;
  onRemove: (() => void) | undefined;
  onClose(): void;
}) {
  const [draft, setDraft] = useState(item);
  const change = (part: Partial<PointsItem>) => setDraft((last) => ({ ...last, ...part }));
  const read = PointsItem.safeParse(draft);
  const isVeto = draft.kind === 'veto';
  const asksDays = draft.sources.some((source) => source.endsWith('-training'));

  return (
    <Dialog
      title={onRemove === undefined ? words.newTitle : words.editTitle}
      onClose={onClose}
      width={660}
      actions={
        <>
          {onRemove !== undefined && <Button onClick={onRemove}>{words.remove}</Button>}
          <Button onClick={onClose}>{text.action.cancel}</Button>
          <Button type="primary" disabled={!read.success} onClick={() => read.success && onSave(read.data)}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className="points-form">
        <Field label={words.category} isRequired hint={categories.length === 0 ? undefined : categories.join('、')}>
          <TextField
            isFirst={onRemove === undefined}
            maxLength={60}
            value={draft.category}
            onChange={(category) => change({ category })}
          />
        </Field>
        <Field label={words.kind}>
          <SelectField
            value={draft.kind}
            options={optionsOf(pointsKindNames)}
            onChange={(kind) => kind !== null && change({ kind, ...(kind === 'veto' ? { tenths: 0, cap: null } : {}) })}
          />
        </Field>
        <Field label={words.text} isRequired className="points-wide">
          <TextField maxLength={200} value={draft.text} onChange={(content) => change({ text: content })} />
        </Field>
        {!isVeto && (
          <>
            <Field label={words.points} isRequired>
              <PointsField tenths={draft.tenths} onChange={(tenths) => change({ tenths: tenths ?? Number.NaN })} />
            </Field>
            <Field label={words.per}>
              <SelectField
                value={draft.per}
                options={optionsOf(pointsPerNames)}
                onChange={(per) => per !== null && change({ per })}
              />
            </Field>
            <Field label={words.cap} hint={words.capHint}>
              <PointsField tenths={draft.cap} onChange={(cap) => change({ cap })} />
            </Field>
            <Field label={words.capPeriod}>
              <SelectField
                value={draft.capPeriod}
                options={optionsOf(pointsPeriodNames)}
                isDisabled={draft.cap === null}
                onChange={(capPeriod) => capPeriod !== null && change({ capPeriod })}
              />
            </Field>
          </>
        )}
        <Field label={words.sources} hint={words.sourcesHint} className="points-wide">
          <MultiSelectField
            values={draft.sources}
            options={optionsOf(pointsSourceNames)}
            onChange={(sources) => change({ sources })}
          />
        </Field>
        {asksDays && (
          <>
            <Field label={words.leastDays}>
              <NumberField
                least={1}
                most={400}
                value={draft.leastDays}
                onChange={(leastDays) => change({ leastDays })}
              />
            </Field>
            <Field label={words.mostDays}>
              <NumberField least={1} most={400} value={draft.mostDays} onChange={(mostDays) => change({ mostDays })} />
            </Field>
          </>
        )}
        <Field label={words.evidence} className="points-wide">
          <TextField maxLength={200} value={draft.evidence} onChange={(evidence) => change({ evidence })} />
        </Field>
      </div>
    </Dialog>
  );
}

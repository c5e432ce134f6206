import { Button } from 'antd';
import { useState } from 'react';
import type { Setting } from '../../contract/setting.ts';
import { shippedSettings } from '../../rules/settings.ts';
import { newId } from '../data/new-id.ts';
import { useSave } from '../data/use-save.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { fieldProblem } from '../ui/field-problem.ts';
import { HistoryButton } from '../ui/history-drawer.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { nameOf, type SettingRow, settingValue } from './setting-value.ts';

const words = text.settings.rules;

/** A dated value with its source; what was entered before, and what the program ships. */
export function SettingDialog({ row, onClose }: { row: SettingRow; onClose(): void }) {
  const { today } = useWorkspace();
  const [value, setValue] = useState<number | string | boolean | null>(row.value);
  const [source, setSource] = useState('');
  const [validFrom, setValidFrom] = useState<string | null>(today);
  const [validTo, setValidTo] = useState<string | null>(null);
  const { save, failure, isSaving } = useSave('setting.save');
  const choices = shippedSettings.find(({ key }) => key === row.key)?.choices;

  async function store(): Promise<void> {
    const draft = {
      id: newId(),
      revision: 0,
      key: row.key,
      value: value ?? Number.NaN,
      validFrom: validFrom ?? '',
      validTo,
      source,
    };
    if ((await save({ draft, reason: source.trim() })) !== undefined) onClose();
  }

  return (
    <Dialog
      title={words.editTitle(nameOf(row))}
      width={640}
      onClose={onClose}
      actions={
        <>
          <HistoryButton record="setting" id={row.entries.at(-1)?.id} title={nameOf(row)} />
          <Button onClick={onClose}>{text.action.cancel}</Button>
          <PermitButton right="configure" type="primary" loading={isSaving} onClick={() => void store()}>
            {words.save}
          </PermitButton>
        </>
      }
    >
      {failure !== undefined && <FailurePanel failure={failure} />}
      <div className="dialog-form">
        <Field label={words.value} error={fieldProblem(failure, 'value')} isRequired>
          {choices !== undefined ? (
            <SelectField
              value={typeof value === 'string' ? value : null}
              options={choices.map((choice) => ({ value: choice, label: words.choices[choice] ?? choice }))}
              onChange={setValue}
            />
          ) : typeof row.value === 'number' ? (
            <NumberField
              value={typeof value === 'number' ? value : null}
              onChange={setValue}
              suffix={words.units[row.unit]}
              least={0}
            />
          ) : (
            <TextField value={String(value ?? '')} onChange={setValue} placeholder={words.fractionHint} />
          )}
        </Field>
        <Field label={words.validFrom} error={fieldProblem(failure, 'validFrom')} isRequired>
          <DateField value={validFrom} onChange={setValidFrom} />
        </Field>
        <Field
          label={words.source}
          hint={words.sourceHint}
          error={fieldProblem(failure, 'source')}
          className="field-wide"
          isRequired
        >
          <TextField value={source} onChange={setSource} onEnter={() => void store()} maxLength={200} />
        </Field>
        <Field label={words.validTo} hint={words.validToHint} error={fieldProblem(failure, 'validTo')}>
          <DateField value={validTo} onChange={setValidTo} />
        </Field>
      </div>
      <p className="note">{words.shipped(settingValue(row.shipped.value, row.unit), row.shipped.source)}</p>
      <strong>{words.entries}</strong>
      {row.entries.length === 0 ? (
        <p className="note">{words.noEntries}</p>
      ) : (
        <ul className="dialog-scroll">
          {row.entries.map((entry) => (
            <Entry key={entry.id} entry={entry} unit={row.unit} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function Entry({ entry, unit }: { entry: Setting; unit: string }) {
  const [reason, setReason] = useState<string>();
  const { save, failure, isSaving } = useSave('setting.remove');
  return (
    <li className="setting-entry">
      <span>
        {settingValue(entry.value, unit)}，{entry.validFrom}
        {entry.validTo === null ? '' : ` — ${entry.validTo}`}，{entry.source}
      </span>
      {reason === undefined ? (
        <PermitButton right="configure" size="small" className="small-button" onClick={() => setReason('')}>
          {words.remove}
        </PermitButton>
      ) : (
        <>
          <TextField
            value={reason}
            onChange={setReason}
            placeholder={words.removeReason}
            label={words.removeReason}
            size="small"
            isFirst
          />
          <Button
            size="small"
            loading={isSaving}
            disabled={reason.trim() === ''}
            onClick={() => void save({ id: entry.id, revision: entry.revision, reason: reason.trim() })}
          >
            {words.remove}
          </Button>
        </>
      )}
      {failure !== undefined && <FailurePanel failure={failure} />}
    </li>
  );
}

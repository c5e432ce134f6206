import { Button, Segmented } from 'antd';
import { useState } from 'react';
import type { LedgerFormat, LedgerState } from '../../contract/ledgers.ts';
import type { Wire } from '../../contract/operations.ts';
import { yearOf } from '../../rules/dates.ts';
import { useShell } from '../data/client-context.tsx';
import { useJob } from '../data/use-job.ts';
import { text } from '../text/zh-CN.ts';
import { CheckField } from '../ui/check-field.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { Panel } from '../ui/panel.tsx';
import { JobOutcome, ProgressCard } from '../ui/progress-card.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ExportFindings } from './export-findings.tsx';
import { isComplete, type LedgerChoice } from './state.ts';

const words = text.ledgers;
const scopes = ['one', 'complete', 'all'] as const;
type Scope = (typeof scopes)[number];

/** Year, order, formats, masking and how many; then the export itself, which goes on while she works. */
export function ExportPanel({
  states,
  state,
  options,
  only,
  choice,
  onChange,
}: {
  states: readonly LedgerState[];
  state: LedgerState;
  options: Wire<'ledger.list'>;
  /** The one form that is wanted of this ledger. */
  only: { recordId: string } | undefined;
  choice: LedgerChoice;
  onChange(choice: LedgerChoice): void;
}) {
  const shell = useShell();
  const exporting = useJob('ledger.export');
  const [formats, setFormats] = useState<readonly LedgerFormat[]>(['xlsx', 'pdf']);
  const [scope, setScope] = useState<Scope>('one');
  const [isReplacing, setIsReplacing] = useState(false);
  const [folder, setFolder] = useState<string>();
  const chosen = { one: [state], complete: states.filter(isComplete), all: states } satisfies Record<Scope, unknown>;
  const ids = chosen[scope].map(({ id }) => id);
  const change = (next: Partial<LedgerChoice>): void => onChange({ ...choice, ...next });

  async function start(replace: boolean): Promise<void> {
    const granted = await shell.choose({ kind: 'export-folder' });
    if (granted === null) return;
    setFolder(granted.token);
    setIsReplacing(replace);
    const wanted = scope === 'one' ? { ...options, ...only } : options;
    await exporting.start({ ids, formats: [...formats], options: wanted, folder: granted.token, replace });
  }
  function toggle(format: LedgerFormat, isWanted: boolean): void {
    const order: LedgerFormat[] = ['xlsx', 'pdf'];
    setFormats(order.filter((each) => (each === format ? isWanted : formats.includes(each))));
  }

  const { failure, result } = exporting;
  const isThere = failure?.code === 'file-unwritable' && failure.reason === 'exists';
  return (
    <div className="ledger-export">
      <Panel title={words.settings}>
        <div className="ledger-settings">
          <Field label={words.year}>
            <SelectField
              value={String(choice.year)}
              options={years(options.asOf, choice.year).map((year) => ({
                value: String(year),
                label: words.yearOf(year),
              }))}
              onChange={(year) => year !== null && change({ year: Number(year) })}
            />
          </Field>
          <p className="note">{words.asOf(options.asOf)}</p>
          <Field label={words.order}>
            <SelectField
              value={choice.order}
              options={Object.entries(words.orders).map(([value, label]) => ({ value, label }))}
              onChange={(order) => order !== null && change({ order: order as LedgerChoice['order'] })}
            />
          </Field>
          <fieldset className="ledger-choice">
            <legend>{words.formats}</legend>
            <div className="ledger-formats">
              {(['xlsx', 'pdf'] as const).map((format) => (
                <CheckField
                  key={format}
                  label={words.formatNames[format]}
                  isChecked={formats.includes(format)}
                  onChange={(isWanted) => toggle(format, isWanted)}
                />
              ))}
            </div>
          </fieldset>
          <fieldset className="ledger-choice">
            <legend>{words.identity}</legend>
            <Segmented
              value={choice.unmask ? 'unmasked' : 'masked'}
              options={[
                { value: 'masked', label: words.masked },
                { value: 'unmasked', label: words.unmasked },
              ]}
              onChange={(value) => change({ unmask: value === 'unmasked' })}
            />
            {choice.unmask && <p className="note">{words.unmaskedNote}</p>}
          </fieldset>
          <Field label={words.mark}>
            <TextField
              value={choice.mark}
              maxLength={40}
              placeholder={words.markPlaceholder}
              onChange={(mark) => change({ mark })}
            />
          </Field>
          <fieldset className="ledger-choice">
            <legend>{words.scope}</legend>
            {scopes.map((each) => (
              <label key={each} className="check-line">
                <input type="radio" name="ledger-scope" checked={scope === each} onChange={() => setScope(each)} />
                {words.scopes[each](chosen[each].length)}
              </label>
            ))}
          </fieldset>
          <CheckField label={words.replace} isChecked={isReplacing} onChange={setIsReplacing} />
          {!exporting.isRunning && (
            <Button
              type="primary"
              disabled={ids.length === 0 || formats.length === 0}
              onClick={() => void start(isReplacing)}
            >
              {ids.length === 1 ? words.export : words.exportSome(ids.length)}
            </Button>
          )}
        </div>
      </Panel>
      {exporting.isRunning && (
        <ProgressCard
          title={words.exporting}
          progress={exporting.progress}
          startedAt={exporting.startedAt}
          onCancel={exporting.cancel}
          staysAfterCancel={words.staysAfterCancel}
        />
      )}
      {isThere && failure !== undefined ? (
        <FailurePanel
          failure={failure}
          actions={
            <Button size="small" onClick={() => void start(true)}>
              {words.replaceAndRetry}
            </Button>
          }
          onClose={exporting.clear}
        />
      ) : (
        <JobOutcome
          done={result && words.exported(result.files.length)}
          failure={failure}
          onOpenFolder={folder === undefined ? undefined : () => void shell.openExported(folder)}
          onClear={exporting.clear}
        />
      )}
      {result !== undefined && <ExportFindings result={result} />}
    </div>
  );
}

/** The year asked for and the six up to the as-of date. */
function years(asOf: string, chosen: number): number[] {
  const last = yearOf(asOf);
  const usual = Array.from({ length: 6 }, (_, index) => last - index);
  return [...new Set([...usual, chosen])].sort((one, other) => other - one);
}

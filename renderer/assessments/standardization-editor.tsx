import { Button } from 'antd';
import { useState } from 'react';
import type { Indicator, Standardization } from '../../contract/assessment.ts';
import { standardizationTotals } from '../../rules/standardization.ts';
import { newId } from '../data/new-id.ts';
import { useSave } from '../data/use-save.ts';
import { useUnsaved } from '../data/use-unsaved.ts';
import { text } from '../text/zh-CN.ts';
import { AttachmentsButton } from '../ui/attachments/attachments-button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { HistoryButton } from '../ui/history-drawer.tsx';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { TextField } from '../ui/text-field.tsx';
import { IndicatorRow } from './indicator-row.tsx';

const words = text.assessment.standardization;

/** Indicators with weight, score and evidence; sums by dimension stay in sight on the right. */
export function StandardizationEditor({ initial }: { initial: Standardization }) {
  const [draft, setDraft] = useState(initial);
  const [stored, setStored] = useState(initial);
  const { save, isSaving, failure } = useSave('standardization.save');
  const isChanged = draft !== stored;
  useUnsaved(isChanged, text.assessment.unsaved(text.assessment.views.standardization, draft.year));

  const change = (part: Partial<Standardization>) => setDraft((last) => ({ ...last, ...part }));
  const changeIndicator = (indicator: Indicator) =>
    change({ indicators: draft.indicators.map((other) => (other.id === indicator.id ? indicator : other)) });
  const remove = (id: string) => change({ indicators: draft.indicators.filter((other) => other.id !== id) });
  const add = () => change({ indicators: [...draft.indicators, newIndicator(draft.indicators.at(-1)?.dimension)] });

  async function store(): Promise<void> {
    const saved = await save({ draft });
    if (saved === undefined) return;
    setDraft(saved.standardization);
    setStored(saved.standardization);
  }

  return (
    <div className="assessment-body">
      <div className="assessment-main panel panel-flush">
        <table className="assessment-table">
          <thead>
            <tr>
              <th>{words.dimension}</th>
              <th>{words.indicator}</th>
              <th>{words.weight}</th>
              <th>{words.score}</th>
              <th>{words.evidence}</th>
              <th aria-label={words.add} />
            </tr>
          </thead>
          <tbody>
            {draft.indicators.map((indicator, index) => (
              <IndicatorRow
                key={indicator.id}
                indicator={indicator}
                isFirstOfDimension={draft.indicators[index - 1]?.dimension !== indicator.dimension}
                onChange={changeIndicator}
                onRemove={remove}
              />
            ))}
          </tbody>
        </table>
        <Button className="assessment-add" onClick={add}>
          {words.add}
        </Button>
      </div>
      <div className="assessment-side">
        <Panel>
          <Totals indicators={draft.indicators} />
          {failure !== undefined && <FailurePanel failure={failure} />}
          {stored.revision > 0 && (
            <>
              <HistoryButton record="standardization" id={stored.id} title={text.assessment.year(stored.year)} />
              <AttachmentsButton
                owner={{ record: 'standardization', recordId: stored.id }}
                name={text.assessment.year(stored.year)}
              />
            </>
          )}
          <PermitButton
            right="enter"
            type="primary"
            loading={isSaving}
            disabled={!isChanged && stored.revision > 0}
            onClick={() => void store()}
          >
            {isChanged || stored.revision === 0 ? words.save : text.assessment.saved}
          </PermitButton>
        </Panel>
        <Panel>
          <Field label={words.source} isRequired>
            <TextField lines={2} value={draft.source} onChange={(source) => change({ source })} />
          </Field>
          <Field label={words.assessedOn}>
            <DateField value={draft.assessedOn} onChange={(assessedOn) => change({ assessedOn })} />
          </Field>
          <Field label={words.selfRating}>
            <TextField value={draft.selfRating} onChange={(selfRating) => change({ selfRating })} />
          </Field>
          <Field label={words.superiorRating}>
            <TextField value={draft.superiorRating} onChange={(superiorRating) => change({ superiorRating })} />
          </Field>
          <Field label={words.assessor}>
            <TextField value={draft.assessor} onChange={(assessor) => change({ assessor })} />
          </Field>
        </Panel>
      </div>
    </div>
  );
}

function Totals({ indicators }: { indicators: readonly Indicator[] }) {
  const totals = standardizationTotals(indicators);
  return (
    <>
      <div className="assessment-line">
        <span className="assessment-big">{totals.total ?? words.notScored}</span>
        <span className="note">{words.possible(totals.possible)}</span>
      </div>
      {totals.isVetoed && <SeverityMark severity="overdue" label={words.isVetoed} />}
      <SeverityMark
        severity={totals.unscored === 0 ? 'met' : 'incomplete'}
        label={totals.unscored === 0 ? words.allScored : words.unscored(totals.unscored)}
      />
      <ul className="assessment-list">
        {totals.dimensions.map((dimension) => (
          <li key={dimension.dimension} className="assessment-line">
            <span>{dimension.dimension}</span>
            <span>{`${dimension.score ?? '—'} / ${dimension.weight}`}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function newIndicator(dimension: string = words.newDimension): Indicator {
  return {
    id: newId(),
    dimension,
    text: words.newIndicator,
    weight: 1,
    kind: 'scored',
    score: null,
    isVetoed: false,
    evidence: '',
    evidenceMeetingIds: [],
  };
}

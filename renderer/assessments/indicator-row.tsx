import { Button, Checkbox } from 'antd';
import type { Indicator } from '../../contract/assessment.ts';
import { text } from '../text/zh-CN.ts';
import { NumberField } from '../ui/number-field.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = text.assessment.standardization;

/** One indicator; a veto is ticked instead of scored. */
export function IndicatorRow({
  indicator,
  isFirstOfDimension,
  onChange,
  onRemove,
}: {
  indicator: Indicator;
  isFirstOfDimension: boolean;
  onChange(indicator: Indicator): void;
  onRemove(id: string): void;
}) {
  const name = indicator.text;
  return (
    <tr>
      <td>
        {isFirstOfDimension ? (
          <TextField
            size="small"
            label={`${name} ${words.dimension}`}
            value={indicator.dimension}
            onChange={(dimension) => onChange({ ...indicator, dimension })}
          />
        ) : (
          <span className="note">{indicator.dimension}</span>
        )}
      </td>
      <td>
        <TextField
          size="small"
          label={words.indicator}
          value={indicator.text}
          onChange={(next) => onChange({ ...indicator, text: next })}
        />
      </td>
      <td>
        {indicator.kind === 'veto' ? (
          <span className="note">{words.kinds.veto}</span>
        ) : (
          <NumberField
            size="small"
            isWhole={false}
            label={`${name} ${words.weight}`}
            value={indicator.weight}
            onChange={(weight) => onChange({ ...indicator, weight: weight ?? 0 })}
          />
        )}
      </td>
      <td>
        {indicator.kind === 'veto' ? (
          <Checkbox
            checked={indicator.isVetoed}
            onChange={(event) => onChange({ ...indicator, isVetoed: event.target.checked })}
          >
            {words.vetoed}
          </Checkbox>
        ) : (
          <NumberField
            size="small"
            isWhole={false}
            {...(indicator.kind === 'scored' ? { least: 0, most: indicator.weight } : {})}
            label={`${name} ${words.score}`}
            value={indicator.score}
            onChange={(score) => onChange({ ...indicator, score })}
          />
        )}
      </td>
      <td>
        <TextField
          size="small"
          label={`${name} ${words.evidence}`}
          value={indicator.evidence}
          onChange={(evidence) => onChange({ ...indicator, evidence })}
        />
      </td>
      <td>
        <Button size="small" aria-label={words.remove(name)} onClick={() => onRemove(indicator.id)}>
          ×
        </Button>
      </td>
    </tr>
  );
}

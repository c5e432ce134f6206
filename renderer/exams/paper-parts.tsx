import { Button } from 'antd';
import type { PaperPart } from '../../contract/exam-paper.ts';
import { questionKindNames } from '../../rules/codes/exam.ts';
import { trainingContentNames } from '../../rules/codes/training.ts';
import { text } from '../text/zh-CN.ts';
import { Field } from '../ui/field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { optionsOf, SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = text.exams.paper;
const levels = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }));

/** The rule of a paper: so many questions of a kind in each part. */
export function PaperParts({
  parts,
  isFixed,
  onChange,
}: {
  parts: readonly PaperPart[];
  isFixed: boolean;
  onChange(parts: PaperPart[]): void;
}) {
  const change = (place: number, change: Partial<PaperPart>) =>
    onChange(parts.map((part, index) => (index === place ? { ...part, ...change } : part)));
  return (
    <>
      {parts.map((part, place) => (
        <fieldset key={place} className="exams-part" disabled={isFixed}>
          <legend>{words.part(place + 1)}</legend>
          <Field label={words.kind}>
            <SelectField
              isDisabled={isFixed}
              value={part.kind}
              options={optionsOf(questionKindNames)}
              onChange={(kind) => kind !== null && change(place, { kind })}
            />
          </Field>
          <Field label={words.count}>
            <NumberField
              isDisabled={isFixed}
              least={1}
              most={200}
              value={part.count}
              onChange={(count) => change(place, { count: count ?? Number.NaN })}
            />
          </Field>
          <Field label={words.points}>
            <NumberField
              isDisabled={isFixed}
              isWhole={false}
              least={0.5}
              most={100}
              value={part.points}
              onChange={(points) => change(place, { points: points ?? Number.NaN })}
            />
          </Field>
          <Field label={words.content}>
            <SelectField
              isDisabled={isFixed}
              isClearable
              placeholder={words.anyContent}
              value={part.content}
              options={optionsOf(trainingContentNames)}
              onChange={(content) => change(place, { content })}
            />
          </Field>
          <Field label={words.tag}>
            <TextField
              isDisabled={isFixed}
              placeholder={words.anyTag}
              maxLength={40}
              value={part.tag}
              onChange={(tag) => change(place, { tag })}
            />
          </Field>
          <Field label={words.difficulty}>
            <span className="exams-span">
              <SelectField
                isDisabled={isFixed}
                label={words.difficulty}
                value={String(part.difficultyFrom)}
                options={levels}
                onChange={(level) =>
                  level !== null &&
                  change(place, {
                    difficultyFrom: Number(level),
                    difficultyTo: Math.max(Number(level), part.difficultyTo),
                  })
                }
              />
              {words.to}
              <SelectField
                isDisabled={isFixed}
                label={`${words.difficulty}${words.to}`}
                value={String(part.difficultyTo)}
                options={levels}
                onChange={(level) =>
                  level !== null &&
                  change(place, {
                    difficultyTo: Number(level),
                    difficultyFrom: Math.min(Number(level), part.difficultyFrom),
                  })
                }
              />
            </span>
          </Field>
          {!isFixed && parts.length > 1 && (
            <Button size="small" onClick={() => onChange(parts.filter((_, index) => index !== place))}>
              {words.removePart(place + 1)}
            </Button>
          )}
        </fieldset>
      ))}
      {!isFixed && parts.length < 20 && (
        <Button
          onClick={() =>
            onChange([
              ...parts,
              { kind: 'short', count: 1, points: 10, content: null, tag: '', difficultyFrom: 1, difficultyTo: 5 },
            ])
          }
        >
          {words.addPart}
        </Button>
      )}
    </>
  );
}

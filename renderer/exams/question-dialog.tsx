import { Button } from 'antd';
import { useState } from 'react';
import type { Question } from '../../contract/question.ts';
import { questionKindNames, trueFalseOptions } from '../../rules/codes/exam.ts';
import { trainingContentNames } from '../../rules/codes/training.ts';
import { optionLetter, questionFaults } from '../../rules/questions.ts';
import { newId } from '../data/new-id.ts';
import { useSave } from '../data/use-save.ts';
import { useUnsaved } from '../data/use-unsaved.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { CheckField } from '../ui/check-field.tsx';
import { useConfirm } from '../ui/confirm.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { fieldProblem } from '../ui/field-problem.ts';
import { HistoryButton } from '../ui/history-drawer.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { MultiSelectField, optionsOf, SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = text.exams.question;
const mostOptions = 8;

/** One question. Options grow as they are filled; the key is ticked beside them. */
export function QuestionDialog({
  stored,
  isUsed,
  onClose,
}: {
  stored: Question | undefined;
  isUsed: boolean;
  onClose(): void;
}) {
  const { branch, today } = useWorkspace();
  const [draft, setDraft] = useState<Question>(() => stored ?? blankQuestion(branch.id));
  const [tags, setTags] = useState(draft.tags.join('、'));
  const [isTried, setIsTried] = useState(false);
  const saving = useSave('question.save');
  const removing = useSave('question.remove');
  const confirm = useConfirm();
  const isChanged = draft !== stored || tags !== (stored?.tags ?? []).join('、');
  useUnsaved(stored === undefined ? draft.stem !== '' : isChanged, words.title);
  const change = (part: Partial<Question>) => setDraft((last) => ({ ...last, ...part }));
  const isChoice = draft.kind === 'single' || draft.kind === 'multiple';
  const sent = toStore(draft, tags);
  const faults = isTried ? questionFaults(sent) : [];
  const problem = (field: 'options' | 'correct' | 'referenceAnswer') =>
    faults.filter((fault) => fault.field === field).map(({ code }) => words.faults[code] ?? code);
  const failure = saving.failure ?? removing.failure;
  const isBelow = fieldProblem(saving.failure, 'stem') !== undefined;

  async function store(): Promise<void> {
    setIsTried(true);
    if (questionFaults(sent).length > 0) return;
    if ((await saving.save({ draft: sent })) !== undefined) onClose();
  }

  async function remove(): Promise<void> {
    const isSure = await confirm({ title: words.remove, body: draft.stem, action: words.removeAction });
    if (!isSure) return;
    const done = await removing.save({ id: draft.id, revision: draft.revision, reason: words.removed });
    if (done !== undefined) onClose();
  }

  return (
    <Dialog
      title={stored === undefined ? words.newTitle : words.title}
      onClose={onClose}
      width={760}
      actions={
        <>
          <HistoryButton record="question" id={stored?.id} title={words.title} />
          {stored !== undefined && !isUsed && (
            <PermitButton right="decide" onClick={() => void remove()}>
              {words.remove}
            </PermitButton>
          )}
          <Button onClick={onClose}>{text.action.cancel}</Button>
          <PermitButton right="enter" type="primary" loading={saving.isSaving} onClick={() => void store()}>
            {words.save}
          </PermitButton>
        </>
      }
    >
      <div className="exams-form dialog-scroll">
        {failure !== undefined && !isBelow && <FailurePanel failure={failure} />}
        {isUsed && <p className="note exams-wide">{words.usedNote}</p>}
        <Field label={text.exams.bank.kind}>
          <SelectField
            value={draft.kind}
            options={optionsOf(questionKindNames)}
            onChange={(kind) => kind !== null && change({ kind, correct: [] })}
          />
        </Field>
        <Field label={words.difficulty}>
          <SelectField
            value={String(draft.difficulty)}
            options={optionsOf(words.difficulties)}
            onChange={(difficulty) => difficulty !== null && change({ difficulty: Number(difficulty) })}
          />
        </Field>
        <Field label={words.stem} isRequired error={fieldProblem(saving.failure, 'stem')} className="exams-wide">
          <TextField isFirst lines={3} maxLength={2000} value={draft.stem} onChange={(stem) => change({ stem })} />
        </Field>
        {isChoice && (
          <Field
            label={words.options}
            isRequired
            error={[...problem('options'), ...problem('correct')]}
            className="exams-wide"
          >
            <Options draft={draft} onChange={change} />
          </Field>
        )}
        {draft.kind === 'true-false' && (
          <Field label={words.truth} isRequired error={problem('correct')}>
            <SelectField
              value={draft.correct[0] === undefined ? null : String(draft.correct[0])}
              options={trueFalseOptions.map((label, place) => ({ value: String(place), label }))}
              onChange={(place) => change({ correct: place === null ? [] : [Number(place)] })}
            />
          </Field>
        )}
        {draft.kind === 'short' && (
          <Field label={words.referenceAnswer} isRequired error={problem('referenceAnswer')} className="exams-wide">
            <TextField
              lines={3}
              maxLength={4000}
              value={draft.referenceAnswer}
              onChange={(referenceAnswer) => change({ referenceAnswer })}
            />
          </Field>
        )}
        <Field label={words.explanation} className="exams-wide">
          <TextField
            lines={2}
            maxLength={4000}
            value={draft.explanation}
            onChange={(explanation) => change({ explanation })}
          />
        </Field>
        <Field label={words.contents}>
          <MultiSelectField
            values={draft.contents}
            options={optionsOf(trainingContentNames)}
            onChange={(contents) => change({ contents })}
          />
        </Field>
        <Field label={words.tags} hint={words.tagsHint}>
          <TextField value={tags} onChange={setTags} />
        </Field>
        <Field label={words.source}>
          <TextField value={draft.source} onChange={(source) => change({ source })} />
        </Field>
        {stored !== undefined && (
          <CheckField
            label={words.retired}
            isChecked={draft.retiredOn !== null}
            onChange={(isRetired) => change({ retiredOn: isRetired ? today : null })}
          />
        )}
      </div>
    </Dialog>
  );
}

function Options({ draft, onChange }: { draft: Question; onChange(part: Partial<Question>): void }) {
  const shown = Math.min(mostOptions, Math.max(4, draft.options.length + 1));
  const options = Array.from({ length: shown }, (_, place) => draft.options[place] ?? '');
  function write(place: number, option: string): void {
    const next = options.map((each, index) => (index === place ? option : each));
    const last = next.findLastIndex((each) => each !== '');
    onChange({ options: next.slice(0, last + 1) });
  }
  function tick(place: number, isRight: boolean): void {
    const others = draft.kind === 'single' ? [] : draft.correct.filter((each) => each !== place);
    onChange({ correct: (isRight ? [...others, place] : others).sort((one, other) => one - other) });
  }
  return (
    <div className="exams-options">
      {options.map((option, place) => {
        const letter = optionLetter(place);
        return (
          <div key={letter} className="exams-option">
            <CheckField
              label={letter}
              isChecked={draft.correct.includes(place)}
              onChange={(isRight) => tick(place, isRight)}
            />
            <TextField
              label={words.option(letter)}
              maxLength={200}
              value={option}
              onChange={(next) => write(place, next)}
            />
          </div>
        );
      })}
    </div>
  );
}

/** What does not belong to the kind is left behind; empty options in between go. */
function toStore(draft: Question, tags: string): Question {
  const isChoice = draft.kind === 'single' || draft.kind === 'multiple';
  const kept = draft.options
    .map((option, place) => ({ option: option.trim(), place }))
    .filter(({ option }) => option !== '');
  const places = new Map(kept.map(({ place }, index) => [place, index]));
  return {
    ...draft,
    options: isChoice ? kept.map(({ option }) => option) : [],
    correct:
      draft.kind === 'short'
        ? []
        : isChoice
          ? draft.correct.flatMap((place) => places.get(place) ?? [])
          : draft.correct,
    referenceAnswer: draft.kind === 'short' ? draft.referenceAnswer : '',
    tags: [...new Set(tags.split(/[、,，;；]/u).map((tag) => tag.trim()))].filter((tag) => tag !== ''),
  };
}

function blankQuestion(branchId: string): Question {
  return {
    id: newId(),
    revision: 0,
    branchId,
    kind: 'single',
    stem: '',
    options: [],
    correct: [],
    referenceAnswer: '',
    explanation: '',
    contents: ['party-rules'],
    tags: [],
    difficulty: 3,
    source: '',
    retiredOn: null,
  };
}

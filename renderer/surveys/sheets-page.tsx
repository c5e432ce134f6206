import { Button } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Survey, SurveyAnswers, SurveyQuestion } from '../../contract/survey.ts';
import { optionLetter } from '../../rules/questions.ts';
import { readAnswer } from '../../rules/surveys.ts';
import { useSave } from '../data/use-save.ts';
import { useUnsaved } from '../data/use-unsaved.ts';
import { text } from '../text/zh-CN.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { isComposing } from '../ui/is-composing.ts';
import { KeyHints } from '../ui/key-hints.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { PermitButton } from '../ui/permit-button.tsx';

const words = text.surveys;

/** A sheet of paper as it is typed: a text for each question, in their order. */
interface Line {
  typed: readonly string[];
  isInvalid: boolean;
}

/**
 * A pile of paper sheets, one line each, typed by letters. Nothing of a line is kept: all of them become sums in one
 * write, and the screen is empty afterwards.
 */
export function SheetsPage({ survey, onLeave }: { survey: Survey; onLeave(): void }) {
  const { questions } = survey;
  const blank = (count: number) =>
    Array.from({ length: count }, (): Line => ({ typed: questions.map(() => ''), isInvalid: false }));
  const [lines, setLines] = useState(() => blank(10));
  const [taken, setTaken] = useState(0);
  const submitting = useSave('survey.submitMany');
  const confirm = useConfirm();
  const table = useRef<HTMLTableElement>(null);
  const filled = lines.filter(({ typed, isInvalid }) => isInvalid || typed.some((cell) => cell.trim() !== ''));
  const unread = lines.flatMap(({ typed, isInvalid }, sheet) =>
    isInvalid
      ? []
      : questions.flatMap((question, place) =>
          readAnswer(question, typed[place] ?? '') === null ? [{ sheet, place }] : [],
        ),
  );
  useUnsaved(filled.length > 0, words.sheetsUnsaved);
  const change = (sheet: number, part: Partial<Line>) => {
    setTaken(0);
    setLines((last) => last.map((line, at) => (at === sheet ? { ...line, ...part } : line)));
  };

  async function submit(): Promise<void> {
    const invalid = filled.filter(({ isInvalid }) => isInvalid).length;
    const action = words.submitSheets(filled.length);
    if (!(await confirm({ title: action, body: words.submitSheetsBody(filled.length, invalid), action }))) return;
    const sheets = filled.map(({ typed, isInvalid }) => ({
      isInvalid,
      answers: isInvalid ? [] : answersOf(questions, typed),
    }));
    if ((await submitting.save({ id: survey.id, sheets })) === undefined) return;
    setLines(blank(10));
    setTaken(sheets.length);
  }

  function focus(sheet: number, place: number): void {
    const field = table.current?.querySelector<HTMLElement>(`[data-cell="${sheet} ${place}"]`);
    field?.focus();
    field?.scrollIntoView({ block: 'nearest' });
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>): void {
    const cell = event.target instanceof HTMLElement ? event.target.dataset.cell : undefined;
    if (cell === undefined || isComposing(event.nativeEvent)) return;
    const [sheet = 0, place = 0] = cell.split(' ').map(Number);
    if (event.key === 'ArrowDown') focus(sheet + 1, place);
    else if (event.key === 'ArrowUp') focus(sheet - 1, place);
    else if (event.key === 'Enter' && place + 1 < questions.length) focus(sheet, place + 1);
    else if (event.key === 'Enter' && sheet + 1 < lines.length) focus(sheet + 1, 0);
    else if (event.key === 'Enter') {
      setLines((last) => [...last, ...blank(1)]);
      requestAnimationFrame(() => focus(sheet + 1, 0));
    } else return;
    event.preventDefault();
  }

  return (
    <div className="survey-sheets">
      <PageHeader
        title={words.sheetsTitle(survey.title)}
        path={[{ name: words.title, onOpen: onLeave }]}
        actions={
          <>
            <Button onClick={() => setLines((last) => [...last, ...blank(10)])}>{words.addSheets}</Button>
            <PermitButton
              right="enter"
              type="primary"
              loading={submitting.isSaving}
              disabled={filled.length === 0 || unread.length > 0}
              onClick={() => void submit()}
            >
              {words.submitSheets(filled.length)}
            </PermitButton>
          </>
        }
      />
      {submitting.failure !== undefined && <FailurePanel failure={submitting.failure} />}
      <p className="note">{words.sheetsNote}</p>
      <p role="status">{taken > 0 ? words.sheetsTaken(taken) : problemOf(unread)}</p>
      <div className="survey-sheets-scroll">
        <table ref={table} className="survey-sheets-table" onKeyDown={onKeyDown}>
          <thead>
            <tr>
              <th scope="col">{words.sheet}</th>
              {questions.map((question, place) => (
                <th key={question.id} scope="col">
                  {words.asked(place + 1, question.text)}
                  <span className="note">{choicesOf(question)}</span>
                </th>
              ))}
              <th scope="col">{words.isInvalid}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ typed, isInvalid }, sheet) => (
              <tr key={sheet}>
                <th scope="row">{sheet + 1}</th>
                {questions.map((question, place) => (
                  <td key={question.id}>
                    <input
                      className="survey-sheet-cell"
                      data-cell={`${sheet} ${place}`}
                      // biome-ignore lint/a11y/noAutofocus: the page is for typing
                      autoFocus={sheet === 0 && place === 0}
                      aria-label={words.sheetCell(sheet + 1, place + 1)}
                      aria-invalid={unread.some((each) => each.sheet === sheet && each.place === place)}
                      autoComplete="off"
                      disabled={isInvalid}
                      maxLength={question.kind === 'text' ? 2000 : 40}
                      value={typed[place] ?? ''}
                      onChange={({ target }) => change(sheet, { typed: typed.with(place, target.value) })}
                    />
                  </td>
                ))}
                <td>
                  <input
                    type="checkbox"
                    aria-label={words.sheetInvalid(sheet + 1)}
                    checked={isInvalid}
                    onChange={({ target }) => change(sheet, { isInvalid: target.checked })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <KeyHints
        hints={[
          { keys: ['Enter'], does: words.sheetsKeys.next },
          { keys: ['↑', '↓'], does: words.sheetsKeys.rows },
        ]}
        remark={words.remark}
      />
    </div>
  );
}

function answersOf(questions: readonly SurveyQuestion[], typed: readonly string[]): SurveyAnswers {
  return questions.flatMap((question, place) => readAnswer(question, typed[place] ?? '') ?? []);
}

/** What may be typed for a question. */
function choicesOf({ kind, options }: SurveyQuestion): string {
  if (kind === 'text') return words.kinds.text;
  if (kind === 'score') return words.scoreRange;
  return options.map((option, place) => words.letter(optionLetter(place), option)).join('　');
}

function problemOf([first]: readonly { sheet: number; place: number }[]): string {
  return first === undefined ? '' : words.sheetUnread(first.sheet + 1, first.place + 1);
}

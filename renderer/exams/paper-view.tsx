import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { ExamPaper, PaperPart } from '../../contract/exam-paper.ts';
import { newId } from '../data/new-id.ts';
import { useOperation } from '../data/use-operation.ts';
import { useSave } from '../data/use-save.ts';
import { useUnsaved } from '../data/use-unsaved.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { fieldProblem } from '../ui/field-problem.ts';
import { HistoryButton } from '../ui/history-drawer.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { TextField } from '../ui/text-field.tsx';
import { PaperParts } from './paper-parts.tsx';
import { PaperQuestions } from './paper-questions.tsx';

const words = text.exams.paper;

interface ViewProps {
  onSaved(id: string): void;
  onBack(): void;
}

/** One paper: the rule left, what it draws right. */
export function PaperView({ id, ...props }: ViewProps & { id: string | undefined }) {
  const { branch } = useWorkspace();
  const [blank] = useState(() => blankPaper(branch.id));
  if (id === undefined) return <Editor initial={blank} {...props} />;
  return <Stored id={id} {...props} />;
}

function Stored({ id, ...props }: ViewProps & { id: string }) {
  const found = useOperation('examPaper.get', { id }, { records: ['examPaper', 'examSitting'] });
  if (found.failure !== undefined) return <FailurePanel failure={found.failure} />;
  if (found.value === undefined) return null;
  const { paper } = found.value;
  return <Editor key={paper.revision} initial={paper} {...props} />;
}

function Editor({ initial, onSaved, onBack }: ViewProps & { initial: ExamPaper }) {
  const [draft, setDraft] = useState(initial);
  const saving = useSave('examPaper.save');
  const issuing = useSave('examPaper.issue');
  const removing = useSave('examPaper.remove');
  const confirm = useConfirm();
  const isIssued = initial.issuedOn !== null;
  const isNew = initial.revision === 0;
  const isChanged = draft !== initial;
  const [isDone, setIsDone] = useState(false);
  useUnsaved(isChanged && !isDone, words.unsaved(draft.title));
  // Once nothing unsaved is held any more.
  useEffect(() => {
    if (isDone) onSaved(initial.id);
  }, [isDone, initial.id, onSaved]);
  const areSound = draft.parts.every(isSound) && draft.parts.length > 0 && Number.isInteger(draft.seed);
  const drawn = useOperation(
    'examPaper.draw',
    isIssued || !areSound ? null : { branchId: draft.branchId, parts: draft.parts, seed: draft.seed },
    { records: ['question', 'examSitting'] },
  );
  const shown = isIssued ? initial.questions : (drawn.value?.questions ?? []);
  const shortages = isIssued ? [] : (drawn.value?.shortages ?? []);
  const fullMark = shown.reduce((sum, { points }) => sum + points, 0);
  const change = (part: Partial<ExamPaper>) => setDraft((last) => ({ ...last, ...part }));
  const failure = saving.failure ?? issuing.failure ?? removing.failure ?? drawn.failure;

  async function store(): Promise<ExamPaper | undefined> {
    const { issuedOn: _issuedOn, questions: _questions, ...sent } = draft;
    return await saving.save({ draft: sent });
  }
  async function save(): Promise<void> {
    if ((await store()) !== undefined) setIsDone(true);
  }
  async function issue(): Promise<void> {
    const isSure = await confirm({ title: words.issueTitle(draft.title), body: words.issueBody, action: words.issue });
    if (!isSure) return;
    const stored = isChanged || isNew ? await store() : initial;
    if (stored === undefined) return;
    await issuing.save({ id: stored.id, revision: stored.revision });
    setIsDone(true);
  }
  async function remove(): Promise<void> {
    if (!(await confirm({ title: words.remove, body: words.removeBody, action: words.remove }))) return;
    const { id, revision } = initial;
    if ((await removing.save({ id, revision, reason: words.removeReason })) !== undefined) onBack();
  }

  return (
    <div className="exams-view">
      <div className="exams-bar">
        <strong>{draft.title === '' ? words.newTitle : draft.title}</strong>
        <span className="note exams-grow">
          {words.total(shown.length, fullMark)}
          {initial.issuedOn !== null && `　${text.exams.papers.issued(initial.issuedOn)}`}
        </span>
        <HistoryButton record="examPaper" id={isNew ? undefined : initial.id} title={initial.title} />
        <Button onClick={onBack}>{words.back}</Button>
        {!isNew && !isChanged && (
          <PrintButton ids={Object.keys(words.prints)} recordId={initial.id} label={words.print} />
        )}
        {!isIssued && !isNew && (
          <PermitButton right="decide" onClick={() => void remove()}>
            {words.remove}
          </PermitButton>
        )}
        {!isIssued && (
          <>
            <PermitButton
              right="enter"
              loading={saving.isSaving}
              disabled={!isChanged || !areSound}
              onClick={() => void save()}
            >
              {words.save}
            </PermitButton>
            <PermitButton
              right="enter"
              type="primary"
              loading={issuing.isSaving}
              disabled={!areSound || draft.title.trim() === '' || shortages.length > 0 || shown.length === 0}
              onClick={() => void issue()}
            >
              {words.issue}
            </PermitButton>
          </>
        )}
      </div>
      {failure !== undefined && fieldProblem(failure, 'title') === undefined && <FailurePanel failure={failure} />}
      <div className="exams-paper">
        <Panel className="exams-scroll">
          <div className="exams-form">
            <Field label={words.name} isRequired error={fieldProblem(saving.failure, 'title')} className="exams-wide">
              <TextField
                isFirst={isNew}
                isDisabled={isIssued}
                maxLength={200}
                value={draft.title}
                onChange={(title) => change({ title })}
              />
            </Field>
            <Field label={words.instructions} hint={words.instructionsHint} className="exams-wide">
              <TextField
                isDisabled={isIssued}
                maxLength={500}
                value={draft.instructions}
                onChange={(instructions) => change({ instructions })}
              />
            </Field>
            <Field label={words.seed} hint={words.seedHint}>
              <NumberField
                isDisabled={isIssued}
                least={1}
                most={999_999}
                value={draft.seed}
                onChange={(seed) => change({ seed: seed ?? Number.NaN })}
              />
            </Field>
            {!isIssued && (
              <div className="exams-beside">
                <Button onClick={() => change({ seed: (draft.seed % 999_999) + 1 })}>{words.another}</Button>
              </div>
            )}
          </div>
          <PaperParts parts={draft.parts} isFixed={isIssued} onChange={(parts) => change({ parts })} />
          {shortages.map(({ part, wanted, found }) => (
            <p key={part} role="alert">
              <SeverityMark severity="overdue" label={words.lacks(part + 1, wanted, found)} />
            </p>
          ))}
        </Panel>
        <Panel title={words.drawn} className="exams-scroll">
          <PaperQuestions questions={shown} parts={draft.parts} />
        </Panel>
      </div>
    </div>
  );
}

function isSound(part: PaperPart): boolean {
  return (
    Number.isInteger(part.count) &&
    part.count >= 1 &&
    part.count <= 200 &&
    part.points >= 0.5 &&
    part.points <= 100 &&
    part.points * 2 === Math.round(part.points * 2) &&
    part.difficultyFrom <= part.difficultyTo
  );
}

function blankPaper(branchId: string): ExamPaper {
  const part = { content: null, tag: '', difficultyFrom: 1, difficultyTo: 5 } as const;
  return {
    id: newId(),
    revision: 0,
    branchId,
    title: '',
    parts: [
      { ...part, kind: 'single', count: 20, points: 3 },
      { ...part, kind: 'multiple', count: 5, points: 4 },
      { ...part, kind: 'true-false', count: 10, points: 2 },
    ],
    seed: 1,
    instructions: '',
    issuedOn: null,
    questions: [],
  };
}

import { Button } from 'antd';
import { useState } from 'react';
import type { ExamRow } from '../../contract/exam.ts';
import type { Output } from '../../contract/operations.ts';
import { useOperation } from '../data/use-operation.ts';
import { useSave } from '../data/use-save.ts';
import { useUnsaved } from '../data/use-unsaved.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { ExamEditor } from './exam-editor.tsx';
import { ExamPeople } from './exam-people.tsx';
import { MarkingDialog } from './marking-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { VoidDialog } from './void-dialog.tsx';

const words = text.exams.exam;

type Asked = { kind: 'reopen' } | { kind: 'extend'; row: ExamRow };

/** One exam: who should take it, who did, with what result; next step first. */
export function ExamView({ id, onSit, onBack }: { id: string; onSit(memberId: string): void; onBack(): void }) {
  const found = useOperation(
    'exam.get',
    { id },
    { records: ['exam', 'examSitting', 'examCertificate', 'member', 'examPaper'] },
  );
  if (found.failure !== undefined) return <FailurePanel failure={found.failure} />;
  if (found.value === undefined) return null;
  return <Whole view={found.value} onSit={onSit} onBack={onBack} />;
}

function Whole({ view, onSit, onBack }: { view: Output<'exam.get'>; onSit(memberId: string): void; onBack(): void }) {
  const { exam, counts, rows } = view;
  const { today } = useWorkspace();
  const confirm = useConfirm();
  const [isEditing, setIsEditing] = useState(false);
  const [marked, setMarked] = useState<ExamRow>();
  const [asked, setAsked] = useState<Asked>();
  const [voided, setVoided] = useState<ExamRow>();
  const [scores, setScores] = useState<ReadonlyMap<string, number | null>>(new Map());
  const closing = useSave('exam.close');
  const reopening = useSave('exam.reopen');
  const removing = useSave('exam.remove');
  const issuing = useSave('examCertificate.issue');
  const entering = useSave('sitting.enter');
  const submitting = useSave('sitting.submit');
  const extending = useSave('sitting.extend');
  useUnsaved(scores.size > 0, exam.title);
  const all = [closing, reopening, removing, issuing, entering, submitting, extending];
  const failing = all.find(({ failure }) => failure !== undefined);
  const isClosed = exam.closedOn !== null;
  const revised = { id: exam.id, revision: exam.revision };
  const uncertified = rows.filter(({ passed, certificate }) => passed === true && certificate === '');
  const certified = rows.filter(({ certificate }) => certificate !== '');
  const areScoresSound = [...scores.values()].every(
    (score) => score === null || (score >= 0 && score <= exam.fullMark && score * 2 === Math.round(score * 2)),
  );

  async function close(): Promise<void> {
    const isSure = await confirm({ title: words.closeTitle(exam.title), body: words.closeBody, action: words.close });
    if (isSure) await closing.save(revised);
  }
  async function issue(): Promise<void> {
    const body = words.certificatesBody(uncertified.length, today);
    const isSure = await confirm({ title: words.certificates, body, action: words.certificates });
    if (isSure) await issuing.save({ examId: exam.id, issuedOn: today });
  }
  async function remove(): Promise<void> {
    if (!(await confirm({ title: words.remove, body: words.removeBody, action: words.remove }))) return;
    if ((await removing.save({ ...revised, reason: words.removeReason })) !== undefined) onBack();
  }
  async function submit(row: ExamRow): Promise<void> {
    if (row.sittingId === null) return;
    const isSure = await confirm({
      title: words.submitTitle(row.name),
      body: words.submitBody,
      action: words.submit,
    });
    if (isSure) await submitting.save({ sittingId: row.sittingId });
  }
  async function saveScores(): Promise<void> {
    const entries = [...scores].map(([memberId, total]) => ({ memberId, total, marks: [] }));
    if ((await entering.save({ examId: exam.id, entries })) !== undefined) setScores(new Map());
  }
  async function answer(reason: string, minutes: number): Promise<void> {
    setAsked(undefined);
    if (asked?.kind === 'reopen') await reopening.save({ ...revised, reason });
    else if (asked?.row.sittingId != null) await extending.save({ sittingId: asked.row.sittingId, minutes, reason });
  }

  return (
    <div className="exams-view">
      <div className="exams-bar">
        <strong>{exam.title}</strong>
        <span className="note exams-grow cut">
          {words.summary(
            exam.heldOn,
            text.exams.exams.modes[exam.mode],
            exam.fullMark,
            exam.passMark,
            exam.durationMinutes,
          )}
        </span>
        <Button onClick={onBack}>{words.back}</Button>
        {!isClosed && counts.taken === 0 && exam.trainingId === null && (
          <PermitButton right="decide" onClick={() => void remove()}>
            {words.remove}
          </PermitButton>
        )}
        {!isClosed && (
          <PermitButton right="enter" onClick={() => setIsEditing(true)}>
            {words.edit}
          </PermitButton>
        )}
        {exam.paperId !== null && exam.mode === 'paper' && (
          <PrintButton
            ids={Object.keys(text.exams.paper.prints)}
            recordId={exam.paperId}
            label={text.exams.paper.print}
          />
        )}
        {isClosed && certified.length > 0 && (
          <PrintButton ids={['94-exam-certificate']} recordId={exam.id} label={words.printCertificates} />
        )}
        {isClosed && (
          <PermitButton right="decide" onClick={() => setAsked({ kind: 'reopen' })}>
            {words.reopen}
          </PermitButton>
        )}
        {isClosed && uncertified.length > 0 && (
          <PermitButton right="decide" type="primary" loading={issuing.isSaving} onClick={() => void issue()}>
            {words.certificates}
          </PermitButton>
        )}
        {scores.size > 0 && (
          <PermitButton
            right="enter"
            type="primary"
            loading={entering.isSaving}
            disabled={!areScoresSound}
            onClick={() => void saveScores()}
          >
            {words.saveScores(scores.size)}
          </PermitButton>
        )}
        {!isClosed && scores.size === 0 && (
          <PermitButton
            right="decide"
            type={counts.taken > 0 && counts.waiting === 0 ? 'primary' : 'default'}
            disabled={counts.taken === 0}
            loading={closing.isSaving}
            onClick={() => void close()}
          >
            {words.close}
          </PermitButton>
        )}
      </div>
      <div className="exams-bar">
        <strong>{words.counts(counts.expected, counts.taken, counts.passed)}</strong>
        <span>
          {words.rates(text.exams.exams.percent(counts.participation), text.exams.exams.percent(counts.passRate))}
        </span>
        <span className="note exams-grow">{exam.closedOn === null ? words.keys : words.closedNote(exam.closedOn)}</span>
      </div>
      {failing?.failure !== undefined && <FailurePanel failure={failing.failure} onClose={failing.clearFailure} />}
      <ExamPeople
        view={view}
        scores={scores}
        onScore={(memberId, score) => setScores((last) => new Map(last).set(memberId, score))}
        onSit={onSit}
        onMark={setMarked}
        onSubmit={(row) => void submit(row)}
        onExtend={(row) => setAsked({ kind: 'extend', row })}
        onVoid={setVoided}
      />
      {isEditing && <ExamEditor stored={exam} onClose={() => setIsEditing(false)} />}
      {marked !== undefined && (
        <MarkingDialog
          key={marked.memberId}
          exam={exam}
          row={marked}
          next={rows.find(({ state, memberId }) => state === 'waiting' && memberId !== marked.memberId)}
          onNext={setMarked}
          onClose={() => setMarked(undefined)}
        />
      )}
      {voided !== undefined && <VoidDialog examId={exam.id} row={voided} onClose={() => setVoided(undefined)} />}
      {asked !== undefined && (
        <ReasonDialog
          title={asked.kind === 'reopen' ? words.reopenTitle(exam.title) : words.extendTitle(asked.row.name)}
          {...(asked.kind === 'reopen' ? { body: words.reopenBody } : { minutes: 10 })}
          action={asked.kind === 'reopen' ? words.reopen : words.extend}
          onGiveUp={() => setAsked(undefined)}
          onAct={(reason, minutes) => void answer(reason, minutes)}
        />
      )}
    </div>
  );
}

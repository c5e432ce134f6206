import { Button } from 'antd';
import type { Survey } from '../../contract/survey.ts';
import { useSave } from '../data/use-save.ts';
import { text } from '../text/zh-CN.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';

const words = text.surveys;

/** While sheets come in: the next one, or the end. Nothing of those that came is shown. */
export function RunningDialog({
  survey,
  onClose,
  onAnswer,
  onEnterSheets,
}: {
  survey: Survey;
  onClose(): void;
  onAnswer(): void;
  onEnterSheets(): void;
}) {
  const confirm = useConfirm();
  const submitting = useSave('survey.submit');
  const closing = useSave('survey.close');
  const failure = submitting.failure ?? closing.failure;

  async function close(): Promise<void> {
    const isAgreed = await confirm({ title: words.close, body: words.closeBody(survey.title), action: words.close });
    if (isAgreed) await closing.save({ id: survey.id, revision: survey.revision });
  }
  async function countInvalid(): Promise<void> {
    const isAgreed = await confirm({ title: words.invalid, body: words.invalidBody, action: words.invalid });
    if (isAgreed) await submitting.save({ id: survey.id, answers: [], isInvalid: true });
  }

  return (
    <Dialog
      title={survey.title}
      onClose={onClose}
      width={640}
      actions={
        <>
          <Button onClick={onClose}>{text.action.close}</Button>
          <PermitButton right="decide" onClick={() => void close()}>
            {words.close}
          </PermitButton>
          <PermitButton right="enter" onClick={() => void countInvalid()}>
            {words.invalid}
          </PermitButton>
          <PermitButton right="enter" onClick={onEnterSheets}>
            {words.enterSheets}
          </PermitButton>
          <PermitButton right="enter" type="primary" autoFocus onClick={onAnswer}>
            {words.answer}
          </PermitButton>
        </>
      }
    >
      {failure !== undefined && <FailurePanel failure={failure} />}
      <p>{words.span(survey.from, survey.to)}</p>
      <p>{words.running}</p>
      <p className="note">{words.runningNote}</p>
    </Dialog>
  );
}

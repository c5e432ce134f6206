import { Button } from 'antd';
import { useState } from 'react';
import type { PostTitle } from '../../contract/branch.ts';
import type { Election } from '../../contract/election.ts';
import { postTitleNames } from '../../rules/codes/organisation.ts';
import { newId } from '../data/new-id.ts';
import { useOperation } from '../data/use-operation.ts';
import { useSave } from '../data/use-save.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { fieldProblem } from '../ui/field-problem.ts';
import { NumberField } from '../ui/number-field.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { optionsOf, SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = text.elections;

/** Begins the file of a 换届 or 补选; the steps are planned back by the engine. */
export function NewElectionDialog({
  kind,
  onClose,
  onMade,
}: {
  kind: Election['kind'];
  onClose(): void;
  onMade(id: string): void;
}) {
  const { branch, today } = useWorkspace();
  const terms = useOperation('committeeTerm.list', { branchId: branch.id, asOf: today }).value ?? [];
  const posts = useOperation('post.list', { branchId: branch.id }).value ?? [];
  const latest = terms.at(-1);
  const [chosen, setTermId] = useState<string | null>();
  const termId = chosen === undefined ? (latest?.id ?? null) : chosen;
  const [title, setTitle] = useState<string>();
  const [heldOn, setHeldOn] = useState<string | null>(null);
  const [seats, setSeats] = useState<number | null>(kind === 're-election' ? 3 : 1);
  const [vacant, setVacant] = useState<PostTitle | null>(null);
  const [postId, setPostId] = useState<string | null>(null);
  const [since, setSince] = useState<string | null>(null);
  const [cause, setCause] = useState('');
  const { save, failure, isSaving } = useSave('election.save');
  const term = terms.find((each) => each.id === termId);
  const number = kind === 're-election' ? Math.min(99, (term?.number ?? 0) + 1) : (term?.number ?? null);
  const usual =
    kind === 're-election'
      ? `第${number}届支部委员会${words.kinds[kind]}`
      : `${words.kinds[kind]}${vacant === null ? '' : postTitleNames[vacant]}`;

  async function store(): Promise<void> {
    const id = newId();
    const vacancies = kind === 'by-election' && vacant !== null ? [{ title: vacant, postId, since, cause }] : [];
    const made = await save({
      draft: {
        ...{ id, revision: 0, branchId: branch.id, kind, title: title ?? usual },
        ...{ termId, termNumber: number, heldOn, seats, vacancies },
      },
    });
    if (made !== undefined) onMade(id);
  }

  return (
    <Dialog
      title={kind === 're-election' ? words.add : words.addBy}
      onClose={onClose}
      width={640}
      actions={
        <>
          <Button onClick={onClose}>{text.action.cancel}</Button>
          <PermitButton right="enter" type="primary" loading={isSaving} onClick={() => void store()}>
            {words.save}
          </PermitButton>
        </>
      }
    >
      {failure !== undefined && <FailurePanel failure={failure} />}
      <div className="election-fields">
        <Field label={words.name} className="field-wide" isRequired error={fieldProblem(failure, 'title')}>
          <TextField value={title ?? usual} maxLength={200} isFirst onChange={setTitle} onEnter={() => void store()} />
        </Field>
        <Field label={kind === 're-election' ? words.term : words.termIn}>
          <SelectField
            value={termId}
            options={terms.map((each) => ({ value: each.id, label: words.termOption(each.number, each.expiresOn) }))}
            onChange={setTermId}
            isClearable
          />
        </Field>
        {kind === 'by-election' && (
          <>
            <Field label={words.vacancy} isRequired error={fieldProblem(failure, 'vacancies')}>
              <SelectField<PostTitle> value={vacant} options={optionsOf(postTitleNames)} onChange={setVacant} />
            </Field>
            <Field label={words.vacancyPost}>
              <SelectField
                value={postId}
                options={posts
                  .filter((post) => post.title === vacant)
                  .map((post) => ({ value: post.id, label: `${post.memberName} ${post.from}` }))}
                onChange={setPostId}
                placeholder={words.nobody}
                isClearable
              />
            </Field>
            <Field label={words.vacancySince}>
              <DateField value={since} onChange={setSince} />
            </Field>
            <Field label={words.vacancyCause}>
              <TextField value={cause} maxLength={200} onChange={setCause} />
            </Field>
          </>
        )}
        <Field label={words.heldOn} hint={words.heldOnHint} error={fieldProblem(failure, 'heldOn')}>
          <DateField value={heldOn} onChange={setHeldOn} />
        </Field>
        <Field label={words.seats} error={fieldProblem(failure, 'seats')}>
          <NumberField value={seats} least={1} most={20} onChange={setSeats} />
        </Field>
      </div>
    </Dialog>
  );
}

import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { MemberView } from '../../contract/member.ts';
import { newId } from '../data/new-id.ts';
import { useOperation } from '../data/use-operation.ts';
import { useSave } from '../data/use-save.ts';
import { useUnsaved } from '../data/use-unsaved.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useShortcut } from '../ui/use-shortcut.ts';
import { doubtsOf } from './doubts.ts';
import { focusNext } from './focus-next.ts';
import { ContactSection, IdentitySection, PartySection, WorkSection } from './form-sections.tsx';
import { draftOf, formOf, isFormChanged, type MemberForm, newForm, withMine } from './member-form.ts';
import { problemsOf } from './problems.ts';
import { Refusal } from './refusal.tsx';
import { StaleNotice } from './stale-notice.tsx';
import { StaySection } from './stay-section.tsx';
import { branchScope } from './words.ts';

const words = text.member.form;

export function NewMember() {
  const { branch, branches, asOf } = useWorkspace();
  const branchId = branchScope(branch) ?? branches.find((each) => branchScope(each) !== undefined)?.id ?? branch.id;
  const [id] = useState(newId);
  const [stayId] = useState(newId);
  const initial = useMemo(
    () =>
      newForm({
        id: stayId,
        branchId,
        groupId: null,
        from: asOf,
        entryKind: 'transferred-in',
        to: null,
        leaveKind: null,
        reason: '',
      }),
    [stayId, branchId, asOf],
  );
  return <Editor id={id} person={undefined} initial={initial} />;
}

export function EditMember({ id }: { id: string }) {
  const { asOf } = useWorkspace();
  // Read once: what changes elsewhere while she types is told when she saves, not mixed in under her hands.
  const [person, setPerson] = useState<MemberView>();
  const member = useOperation('member.get', person === undefined ? { id, asOf } : null);
  useEffect(() => setPerson((last) => last ?? member.value), [member.value]);
  const initial = useMemo(() => (person === undefined ? undefined : formOf(person)), [person]);
  if (person === undefined || initial === undefined)
    return member.failure === undefined ? null : <FailurePanel failure={member.failure} />;
  return <Editor id={id} person={person} initial={initial} />;
}

function Editor({ id, person, initial }: { id: string; person: MemberView | undefined; initial: MemberForm }) {
  const { go, back } = useWorkspace();
  const [base, setBase] = useState({ person, form: initial });
  const [form, setForm] = useState(initial);
  const [reason, setReason] = useState('');
  const [isDone, setIsDone] = useState(false);
  const { save, isSaving, failure, clearFailure } = useSave('member.save');
  const box = useRef<HTMLDivElement>(null);
  const isChanged = isFormChanged(base.form, form);
  const problems = problemsOf(failure);
  const doubts = doubtsOf(form);
  useUnsaved(isChanged && !isDone, words.what(form.plain.name));

  useEffect(() => {
    if (!isDone) return;
    if (person === undefined) go({ screen: 'members', recordId: id });
    else back();
  }, [isDone, person, go, back, id]);
  useEffect(() => {
    if (failure?.code === 'invalid-input' || failure?.code === 'duplicate-record')
      box.current?.querySelector<HTMLElement>('.field-invalid input, .field-invalid textarea')?.focus();
  }, [failure]);

  async function store(): Promise<void> {
    if (isSaving) return;
    if (!isChanged) return setIsDone(true);
    const from = { id, revision: base.person?.revision ?? 0 };
    if ((await save({ draft: draftOf(from, base.form, form), reason })) !== undefined) setIsDone(true);
  }
  useShortcut({ key: 's', isWithControl: true, onPress: () => void store() });

  const change = (part: Partial<MemberForm['plain']>) =>
    setForm((last) => ({ ...last, plain: { ...last.plain, ...part } }));
  const section = { form, person: base.person, change, problems, doubts };
  const changeMasked = (field: keyof MemberForm['masked'], next: MemberForm['masked'][typeof field]) =>
    setForm((last) => ({ ...last, masked: { ...last.masked, [field]: next } }));

  return (
    <>
      <PageHeader
        title={person === undefined ? words.newTitle : words.editTitle(person.name)}
        path={[
          { name: text.member.title, onOpen: () => go({ screen: 'members' }) },
          ...(person === undefined
            ? []
            : [{ name: person.name, onOpen: () => go({ screen: 'members', recordId: id }) }]),
        ]}
      />
      {failure?.code === 'stale-record' ? (
        <StaleNotice
          id={id}
          base={base.form}
          form={form}
          onKeep={(theirs) => {
            setForm(withMine(base.form, form, theirs));
            setBase({ person: theirs, form: formOf(theirs) });
            clearFailure();
          }}
          onDiscard={(theirs) => {
            setForm(formOf(theirs));
            setBase({ person: theirs, form: formOf(theirs) });
            clearFailure();
          }}
        />
      ) : (
        <Refusal failure={failure} />
      )}
      {failure?.code === 'duplicate-record' && (
        <Button onClick={() => go({ screen: 'members', recordId: failure.id })}>
          {text.member.problems.openDuplicate}
        </Button>
      )}
      <section
        className="panel member-form"
        ref={box}
        aria-label={words.what(form.plain.name)}
        onKeyDown={(event: KeyboardEvent<HTMLElement>) => focusNext(event)}
      >
        <IdentitySection {...section} changeMasked={changeMasked} />
        {form.stay !== null && (
          <StaySection
            stay={form.stay}
            problems={problems}
            onChange={(stay) => setForm((last) => ({ ...last, stay }))}
          />
        )}
        <PartySection {...section} />
        <WorkSection {...section} />
        <ContactSection {...section} changeMasked={changeMasked} />
      </section>
      <footer className="form-foot">
        <span className="note form-keys">{words.keys}</span>
        {person !== undefined && (
          <Field label={words.reason} className="form-reason">
            <TextField
              value={reason}
              onChange={setReason}
              maxLength={300}
              placeholder={words.reasonHint}
              onEnter={() => void store()}
            />
          </Field>
        )}
        <Button onClick={back}>{text.action.cancel}</Button>
        <PermitButton right="enter" type="primary" loading={isSaving} onClick={() => void store()}>
          {person === undefined ? words.saveNew : words.save}
        </PermitButton>
      </footer>
    </>
  );
}

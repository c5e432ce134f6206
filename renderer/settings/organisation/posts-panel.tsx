import { useMemo, useState } from 'react';
import { blankPost, type Post, PostTitle } from '../../../contract/branch.ts';
import { postTitleNames } from '../../../rules/codes/organisation.ts';
import { newId } from '../../data/new-id.ts';
import { useOperation } from '../../data/use-operation.ts';
import { useSave } from '../../data/use-save.ts';
import { useWorkspace } from '../../data/workspace.tsx';
import { text } from '../../text/zh-CN.ts';
import type { TableColumn } from '../../ui/data-table.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Field } from '../../ui/field.tsx';
import { fieldProblem } from '../../ui/field-problem.ts';
import { optionsOf, SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { RecordDialog } from '../record-dialog.tsx';
import { RecordTable } from './record-table.tsx';
import { usePeople } from './use-people.ts';

type Shown = Post & { memberName: string };
const words = text.settings.organisation;

/** 职务序 */
const titles = PostTitle.options;

const columns: readonly TableColumn<Shown>[] = [
  { key: 'person', title: words.person, render: ({ memberName }) => <span className="row-name">{memberName}</span> },
  { key: 'title', title: words.title, width: 90, render: ({ title }) => postTitleNames[title] },
  { key: 'from', title: words.from, width: 100, render: ({ from }) => from },
  {
    key: 'state',
    title: words.state,
    width: 120,
    render: ({ to }) => (to === null ? words.inOffice : words.until(to)),
  },
];

export function PostsPanel() {
  const { branch, today } = useWorkspace();
  const reading = useOperation('post.list', { branchId: branch.id }, { records: ['post', 'member'] });
  const terms = useOperation('committeeTerm.list', { branchId: branch.id }, { records: ['committeeTerm'] });
  const { options } = usePeople();
  const [edited, setEdited] = useState<Post>();
  const sorted = useMemo(
    () => reading.value && [...reading.value].sort((a, b) => titles.indexOf(a.title) - titles.indexOf(b.title)),
    [reading.value],
  );
  const latest = terms.value?.filter(({ electedOn }) => electedOn <= today).at(-1);
  const blank = {
    ...blankPost,
    id: newId(),
    revision: 0,
    branchId: branch.id,
    termId: latest?.id ?? null,
    memberId: '',
    title: 'secretary',
    from: latest?.electedOn ?? '',
  } as Post;
  return (
    <RecordTable<Shown>
      title={words.posts}
      addLabel={words.addPost}
      reading={{ ...reading, value: sorted }}
      columns={columns}
      nameOf={({ memberName, title }) => `${memberName} ${postTitleNames[title]}`}
      emptySentence={options.length === 0 ? words.noMembers : words.noPosts}
      onAdd={options.length === 0 ? undefined : () => setEdited(blank)}
      onEdit={({ memberName: _, ...post }) => setEdited(post)}
    >
      {edited !== undefined && <PostDialog key={edited.id} start={edited} onClose={() => setEdited(undefined)} />}
    </RecordTable>
  );
}

function PostDialog({ start, onClose }: { start: Post; onClose(): void }) {
  const [draft, setDraft] = useState(start);
  const { branch } = useWorkspace();
  const { save, failure, isSaving } = useSave('post.save');
  const { options } = usePeople();
  const terms = useOperation('committeeTerm.list', { branchId: branch.id });
  const isNew = start.revision === 0;
  const change = (fields: Partial<Post>) => setDraft({ ...draft, ...fields });
  return (
    <RecordDialog
      history={{ record: 'post', id: draft.id }}
      title={isNew ? words.addPost : words.editPost}
      isNew={isNew}
      isSaving={isSaving}
      failure={failure}
      onClose={onClose}
      onSave={async (reason) => {
        if ((await save({ draft, reason })) !== undefined) onClose();
      }}
    >
      <Field label={words.person} error={fieldProblem(failure, 'memberId')} isRequired>
        <SelectField
          value={draft.memberId === '' ? null : draft.memberId}
          options={options}
          onChange={(memberId) => change({ memberId: memberId ?? '' })}
        />
      </Field>
      <Field label={words.title} isRequired>
        <SelectField<PostTitle>
          value={draft.title}
          options={optionsOf(postTitleNames)}
          onChange={(title) => change({ title: title ?? 'member' })}
        />
      </Field>
      <Field label={words.postFrom} error={fieldProblem(failure, 'from')} isRequired>
        <DateField value={draft.from} onChange={(from) => change({ from: from ?? '' })} />
      </Field>
      <Field label={words.to} hint={words.toHint} error={fieldProblem(failure, 'to')}>
        <DateField value={draft.to} onChange={(to) => change({ to })} />
      </Field>
      <Field label={words.inTerm}>
        <SelectField
          value={draft.termId}
          options={(terms.value ?? []).map(({ id, number }) => ({ value: id, label: words.term(number) }))}
          placeholder={words.noTerm}
          onChange={(termId) => change({ termId })}
          isClearable
        />
      </Field>
      <Field label={words.approvedOn} hint={words.postApprovedHint} error={fieldProblem(failure, 'approvedOn')}>
        <DateField value={draft.approvedOn} onChange={(approvedOn) => change({ approvedOn })} />
      </Field>
      <Field label={words.approvalNumber}>
        <TextField value={draft.approvalNumber} onChange={(approvalNumber) => change({ approvalNumber })} />
      </Field>
      <Field label={words.duties}>
        <TextField value={draft.duties} onChange={(duties) => change({ duties })} />
      </Field>
    </RecordDialog>
  );
}

import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { TrainingContent } from '../../contract/education.ts';
import type { Question, QuestionKind } from '../../contract/question.ts';
import { questionKindNames, trueFalseOptions } from '../../rules/codes/exam.ts';
import { trainingContentNames } from '../../rules/codes/training.ts';
import { optionLetters } from '../../rules/questions.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { CheckField } from '../ui/check-field.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { rowsOf } from '../ui/row-source.ts';
import { optionsOf, SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { QuestionDialog } from './question-dialog.tsx';

const words = text.exams.bank;

/** The key in a few words. */
export function answerText({
  kind,
  correct,
  referenceAnswer,
}: Pick<Question, 'kind' | 'correct' | 'referenceAnswer'>): string {
  if (kind === 'short') return referenceAnswer;
  return kind === 'true-false' ? (trueFalseOptions[correct[0] === 0 ? 0 : 1] ?? '') : optionLetters(correct);
}

/** 题库: filtered by kind, content, tag and words. Enter opens a question. */
export function QuestionsView({ onImport }: { onImport(): void }) {
  const { branch } = useWorkspace();
  const [kind, setKind] = useState<QuestionKind | null>(null);
  const [content, setContent] = useState<TrainingContent | null>(null);
  const [tag, setTag] = useState<string | null>(null);
  const [search, setSearch] = useState('');
  const [includeRetired, setIncludeRetired] = useState(false);
  const [edited, setEdited] = useState<Question | 'new'>();
  const found = useOperation(
    'question.list',
    {
      branchId: branch.id,
      search,
      includeRetired,
      ...(kind === null ? {} : { kind }),
      ...(content === null ? {} : { content }),
      ...(tag === null ? {} : { tag }),
    },
    { records: ['question', 'examPaper', 'examSitting'] },
  );
  const { questions = [], tags = [], usedIds = [] } = found.value ?? {};
  const used = useMemo(() => new Set(usedIds), [usedIds]);
  const isFiltered = kind !== null || content !== null || tag !== null || search !== '';
  const columns: TableColumn<Question>[] = [
    { key: 'kind', title: words.kind, width: 64, render: (row) => questionKindNames[row.kind] },
    { key: 'stem', title: words.stem, render: ({ stem }) => <span title={stem}>{stem}</span> },
    {
      key: 'answer',
      title: words.answer,
      width: 110,
      render: (row) => <span title={answerText(row)}>{answerText(row)}</span>,
    },
    { key: 'difficulty', title: words.difficulty, width: 44, align: 'center', render: ({ difficulty }) => difficulty },
    {
      key: 'tags',
      title: words.tags,
      width: 220,
      render: (row) => [...row.contents.map((each) => trainingContentNames[each]), ...row.tags].join('、'),
    },
    {
      key: 'state',
      title: words.state,
      width: 56,
      render: ({ id, retiredOn }) => words.states[retiredOn !== null ? 'retired' : used.has(id) ? 'used' : 'free'],
    },
  ];
  if (found.failure !== undefined) return <FailurePanel failure={found.failure} />;
  return (
    <div className="exams-view">
      <div className="exams-bar">
        <TextField
          className="exams-search"
          label={words.search}
          placeholder={words.search}
          value={search}
          onChange={setSearch}
        />
        <SelectField
          className="exams-filter"
          label={words.kind}
          placeholder={words.allKinds}
          isClearable
          value={kind}
          options={optionsOf(questionKindNames)}
          onChange={(next) => setKind(next)}
        />
        <SelectField
          className="exams-filter-wide"
          label={words.content}
          placeholder={words.allContents}
          isClearable
          value={content}
          options={optionsOf(trainingContentNames)}
          onChange={(next) => setContent(next)}
        />
        <SelectField
          className="exams-filter"
          label={words.tags}
          placeholder={words.allTags}
          isClearable
          value={tag}
          options={tags.map((each) => ({ value: each, label: each }))}
          onChange={setTag}
        />
        <CheckField label={words.withRetired} isChecked={includeRetired} onChange={setIncludeRetired} />
        <span className="note exams-grow">{found.value !== undefined && words.count(questions.length)}</span>
        <Button onClick={onImport}>{words.import}</Button>
        <PermitButton right="enter" type="primary" onClick={() => setEdited('new')}>
          {words.add}
        </PermitButton>
      </div>
      <Panel isFlush className="exams-list">
        <DataTable
          label={words.table}
          note={isFiltered ? text.print.joined([text.print.narrowed, text.print.found(search)]) : ''}
          columns={columns}
          rows={rowsOf(questions)}
          keyOf={({ id }) => id}
          nameOf={({ stem }) => stem}
          onOpen={setEdited}
          onEdit={setEdited}
          isFirst
          empty={
            found.value !== undefined && (
              <EmptyState
                sentence={isFiltered ? words.noneFound : words.none}
                {...(isFiltered ? {} : { action: { label: words.import, onAct: onImport } })}
              />
            )
          }
        />
      </Panel>
      {edited !== undefined && (
        <QuestionDialog
          key={edited === 'new' ? 'new' : edited.id}
          stored={edited === 'new' ? undefined : edited}
          isUsed={edited !== 'new' && used.has(edited.id)}
          onClose={() => setEdited(undefined)}
        />
      )}
    </div>
  );
}

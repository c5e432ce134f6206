import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { Survey } from '../../contract/survey.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { KeyHints } from '../ui/key-hints.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { rowsOf } from '../ui/row-source.ts';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { AnswerPage } from './answer-page.tsx';
import { ResultDialog } from './result-dialog.tsx';
import { RunningDialog } from './running-dialog.tsx';
import { SheetsPage } from './sheets-page.tsx';
import { SurveyDialog } from './survey-dialog.tsx';
import './surveys.css';

const words = text.surveys;

/** A survey by what it may be used for: written, taken in, read. */
export function stateOf({ openedOn, closedOn }: Survey): 'draft' | 'open' | 'closed' {
  if (openedOn === null) return 'draft';
  return closedOn === null ? 'open' : 'closed';
}

/** The anonymous surveys of the branch. */
export function SurveysScreen() {
  const { branch, today, go } = useWorkspace();
  const list = useOperation('survey.list', { branchId: branch.id }, { records: ['survey'] });
  const [chosen, setChosen] = useState<string | 'new'>();
  const [taking, setTaking] = useState<'one' | 'many'>();
  const surveys = useMemo(() => (list.value ?? []).toReversed(), [list.value]);
  const survey = surveys.find(({ id }) => id === chosen);
  const close = () => setChosen(undefined);

  const leave = () => setTaking(undefined);
  if (survey !== undefined && taking === 'one') return <AnswerPage survey={survey} onLeave={leave} />;
  if (survey !== undefined && taking === 'many') return <SheetsPage survey={survey} onLeave={leave} />;
  return (
    <>
      <PageHeader
        title={words.title}
        summary={words.summary}
        actions={
          <>
            <Button onClick={() => go({ screen: 'ledgers', recordId: '49-survey-sheets' })}>{words.printSheets}</Button>
            <PermitButton right="enter" type="primary" onClick={() => setChosen('new')}>
              {words.add}
            </PermitButton>
          </>
        }
      />
      {list.failure !== undefined && <FailurePanel failure={list.failure} />}
      <DataTable
        label={words.title}
        isFirst
        columns={columnsOn(today)}
        rows={rowsOf(surveys)}
        keyOf={({ id }) => id}
        nameOf={({ title }) => title}
        onOpen={({ id }) => setChosen(id)}
        empty={
          list.value === undefined ? undefined : (
            <EmptyState
              sentence={words.empty}
              action={{ label: words.add, onAct: () => setChosen('new'), right: 'enter' }}
            />
          )
        }
      />
      <KeyHints
        hints={[
          { keys: ['↑', '↓'], does: text.keys.move },
          { keys: ['Enter'], does: words.open },
        ]}
        remark={words.remark}
      />
      {chosen === 'new' && <SurveyDialog stored={undefined} onClose={close} onSaved={({ id }) => setChosen(id)} />}
      {survey !== undefined && stateOf(survey) === 'draft' && (
        <SurveyDialog key={survey.id} stored={survey} onClose={close} onSaved={({ id }) => setChosen(id)} />
      )}
      {survey !== undefined && stateOf(survey) === 'open' && (
        <RunningDialog
          survey={survey}
          onClose={close}
          onAnswer={() => setTaking('one')}
          onEnterSheets={() => setTaking('many')}
        />
      )}
      {survey !== undefined && stateOf(survey) === 'closed' && <ResultDialog survey={survey} onClose={close} />}
    </>
  );
}

const marks = { draft: 'todo', open: 'due-soon', closed: 'met' } as const;

function columnsOn(today: string): TableColumn<Survey>[] {
  return [
    { key: 'title', title: words.name, render: ({ title }) => title },
    { key: 'period', title: words.period, width: 200, render: ({ from, to }) => words.span(from, to) },
    {
      key: 'questions',
      title: words.questions,
      width: 70,
      align: 'right',
      render: ({ questions }) => questions.length,
    },
    {
      key: 'state',
      title: words.state,
      width: 170,
      render: (survey) => {
        const state = stateOf(survey);
        const isOver = state === 'open' && survey.to < today;
        return (
          <SeverityMark
            severity={isOver ? 'overdue' : marks[state]}
            label={isOver ? words.isOver : words.states[state]}
          />
        );
      },
    },
  ];
}

import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { Election, ElectionView } from '../../contract/election.ts';
import { useOperation } from '../data/use-operation.ts';
import { useSave } from '../data/use-save.ts';
import { useUnsaved } from '../data/use-unsaved.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { HistoryButton } from '../ui/history-drawer.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { useShortcut } from '../ui/use-shortcut.ts';
import { AppointDialog } from './appoint-dialog.tsx';
import { BasicsPanel } from './basics-panel.tsx';
import { ResultPanel } from './result-panel.tsx';
import { StepsPanel } from './steps-panel.tsx';

const words = text.elections;

/** One 换届 or 补选: its steps, its ballots and what follows from them. */
export function ElectionPage({ id }: { id: string }) {
  const reading = useOperation('election.get', { id }, { records: ['election', 'meeting', 'committeeTerm', 'post'] });
  if (reading.failure !== undefined && reading.value === undefined) return <FailurePanel failure={reading.failure} />;
  return reading.value === undefined ? null : <LoadedPage view={reading.value} />;
}

function LoadedPage({ view }: { view: ElectionView }) {
  const { go } = useWorkspace();
  const [draft, setDraft] = useState<Election>(view.election);
  const print = (recordId: string) => go({ screen: 'ledgers', recordId, params: { record: view.election.id } });
  const [isAppointing, setIsAppointing] = useState(false);
  const { save, failure, isSaving } = useSave('election.save');
  const isChanged = JSON.stringify(fieldsOf(draft)) !== JSON.stringify(fieldsOf(view.election));
  useUnsaved(isChanged, draft.title);
  // A newer state of the archive replaces the form unless something in it is not saved yet.
  const { revision } = view.election;
  const [seen, setSeen] = useState(revision);
  useEffect(() => {
    if (revision === seen) return;
    setSeen(revision);
    setDraft(view.election);
  }, [revision, seen, view.election]);
  const change = (part: Partial<Election>) => setDraft((last) => ({ ...last, ...part }));

  async function store(): Promise<void> {
    const saved = await save({ draft: fieldsOf(draft) });
    if (saved === undefined) return;
    setSeen(saved.election.revision);
    setDraft(saved.election);
  }
  useShortcut({ key: 's', isWithControl: true, onPress: () => isChanged && void store() });
  // Posts that were entered by hand stay as they are.
  const isOpen = view.election.appointedOn !== null || view.findings.some(({ code }) => code === 'posts-missing');
  const isDecided =
    isOpen && view.outcomes.length > 0 && view.outcomes.every(({ state }) => state === 'filled' || state === 'reduced');

  return (
    <div className="elections">
      <PageHeader
        title={view.election.title}
        path={[{ name: words.back, onOpen: () => go({ screen: 'elections' }) }]}
        summary={view.expiresOn === null ? undefined : words.expiresOn(view.expiresOn)}
        actions={
          <>
            <Button onClick={() => print('60-election-plan')}>{words.print}</Button>
            {view.rounds.length > 0 && <Button onClick={() => print('61-election-result')}>{words.printResult}</Button>}
            <HistoryButton record="election" id={draft.id} title={draft.title} />
            <PermitButton right="enter" disabled={!isDecided || isChanged} onClick={() => setIsAppointing(true)}>
              {words.appoint}
            </PermitButton>
            <PermitButton
              right="enter"
              type="primary"
              loading={isSaving}
              disabled={!isChanged}
              onClick={() => void store()}
            >
              {words.save}
            </PermitButton>
          </>
        }
      />
      {failure !== undefined && <FailurePanel failure={failure} />}
      <div className="election-body">
        <div className="election-column">
          <StepsPanel draft={draft} expiresOn={view.expiresOn} change={change} />
          <ResultPanel draft={draft} view={view} change={change} />
        </div>
        <div className="election-column">
          <BasicsPanel draft={draft} change={change} failure={failure} />
        </div>
      </div>
      {isAppointing && <AppointDialog view={view} onClose={() => setIsAppointing(false)} />}
    </div>
  );
}

/** What a save takes: everything but what the engine writes itself. */
function fieldsOf({ newTermId: _term, postIds: _posts, appointedOn: _day, ...fields }: Election) {
  return fields;
}

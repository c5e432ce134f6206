import { useState } from 'react';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { DecisionsView } from './decisions-view.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import { PersonView } from './person-view.tsx';
import './points.css';
import { ProposalsView } from './proposals-view.tsx';
import { SchemeView } from './scheme-view.tsx';
import { SheetView } from './sheet-view.tsx';

const words = text.points;
const views = ['sheet', 'proposals', 'decisions', 'scheme'] as const;
type View = (typeof views)[number];

/** Points of a year: the sheet, what is proposed, what waits for a decision, and the scheme behind it all. */
export function PointsScreen() {
  const { route, go, asOf, today, branch } = useWorkspace();
  const year = Number(route.params?.year ?? asOf.slice(0, 4));
  const view = views.find((name) => name === route.view) ?? 'sheet';
  const sheet = useOperation(
    'points.sheet',
    { branchId: branch.id, year, asOf },
    { records: ['pointsScheme', 'pointsEntry', 'member', 'post'] },
  );
  const [isAdding, setIsAdding] = useState(false);
  const open = (next: View, ofYear = year) => go({ screen: 'points', view: next, params: { year: String(ofYear) } });
  const latest = Math.max(Number(today.slice(0, 4)), year);
  const years = Array.from({ length: 11 }, (_, back) => ({
    value: String(latest - back),
    label: words.year(latest - back),
  }));
  const scheme = sheet.value?.scheme;
  const person = view === 'sheet' ? sheet.value?.rows.find(({ memberId }) => memberId === route.recordId) : undefined;

  return (
    <div className="points">
      <div className="points-head">
        <h1>{words.title}</h1>
        <div className="points-tabs" role="tablist">
          {views.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              className="plain-button points-tab"
              aria-selected={name === view}
              onClick={() => open(name)}
            >
              {words.views[name]}
            </button>
          ))}
        </div>
        <SelectField
          label={words.yearLabel}
          className="points-year"
          value={String(year)}
          options={years}
          onChange={(next) => next !== null && open(view, Number(next))}
        />
        {view === 'sheet' && scheme && (
          <PermitButton right="enter" type="primary" onClick={() => setIsAdding(true)}>
            {words.add}
          </PermitButton>
        )}
      </div>
      {sheet.failure !== undefined && <FailurePanel failure={sheet.failure} />}
      {view !== 'scheme' && sheet.value === undefined && sheet.failure === undefined && (
        <p className="note">{text.frame.loading}</p>
      )}
      {view === 'scheme' && <SchemeView />}
      {view !== 'scheme' && scheme === null && (
        <Panel>
          <EmptyState
            sentence={words.noScheme(year)}
            action={{ label: words.chooseScheme, onAct: () => open('scheme') }}
          />
        </Panel>
      )}
      {view === 'sheet' &&
        scheme &&
        (person === undefined ? (
          <SheetView
            scheme={scheme}
            rows={sheet.value?.rows ?? []}
            onOpen={(recordId) => go({ screen: 'points', view: 'sheet', recordId, params: { year: String(year) } })}
          />
        ) : (
          <PersonView key={person.memberId} row={person} year={year} onBack={() => open('sheet')} />
        ))}
      {view === 'proposals' && scheme && <ProposalsView key={year} year={year} scheme={scheme} />}
      {view === 'decisions' && scheme && <DecisionsView key={year} year={year} scheme={scheme} />}
      {isAdding && scheme && (
        <EntryDialog
          scheme={scheme}
          year={year}
          memberId={person?.memberId}
          line={undefined}
          onClose={() => setIsAdding(false)}
        />
      )}
    </div>
  );
}

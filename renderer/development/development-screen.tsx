import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { CaseList } from './case-list.tsx';
import { CasePage } from './case-page.tsx';
import './development.css';
import { PlanPanel } from './plan-panel.tsx';
import { Wall } from './wall.tsx';

const words = text.development;
const views = ['list', 'wall', 'plan'] as const;

/** The development of members: who is where, and each person's file. */
export function DevelopmentScreen() {
  const { route, go } = useWorkspace();
  if (route.recordId !== undefined && route.view !== 'plan')
    return <CasePage key={route.recordId} id={route.recordId} />;
  const view = views.find((name) => name === route.view) ?? 'list';
  return (
    <div className="development">
      <div className="development-head">
        <h1>{words.title}</h1>
        <div className="development-tabs" role="tablist">
          {views.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              className="plain-button development-tab"
              aria-selected={name === view}
              onClick={() => go({ screen: 'development', view: name })}
            >
              {words.views[name]}
            </button>
          ))}
        </div>
      </div>
      {view === 'list' && <CaseList />}
      {view === 'wall' && <Wall />}
      {view === 'plan' && <PlanPanel />}
    </div>
  );
}

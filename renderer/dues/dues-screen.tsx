import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { SelectField } from '../ui/select-field.tsx';
import { AccountView } from './account-view.tsx';
import './dues.css';
import { FixingView } from './fixing-view.tsx';
import { GridView } from './grid-view.tsx';
import { PublicationView } from './publication-view.tsx';
import { ReductionView } from './reduction-view.tsx';

const views = ['grid', 'fixing', 'reduction', 'account', 'publication'] as const;
type View = (typeof views)[number];

/** The dues of a year: collected, fixed, reduced, remitted and spent, published. */
export function DuesScreen() {
  const { route, go, asOf, today } = useWorkspace();
  const view = views.find((name) => name === route.view) ?? 'grid';
  const year = Number(route.params?.year ?? asOf.slice(0, 4));
  const open = (next: View, ofYear: number) => go({ screen: 'dues', view: next, params: { year: String(ofYear) } });
  const latest = Math.max(Number(today.slice(0, 4)), year);
  const years = Array.from({ length: 11 }, (_, back) => ({
    value: String(latest - back),
    label: text.dues.year(latest - back),
  }));

  return (
    <div className="dues">
      <div className="dues-head">
        <h1>{text.dues.title}</h1>
        <div className="dues-tabs" role="tablist">
          {views.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              className="plain-button dues-tab"
              aria-selected={name === view}
              onClick={() => open(name, year)}
            >
              {text.dues.views[name]}
            </button>
          ))}
        </div>
        <SelectField
          label={text.dues.yearLabel}
          className="dues-year"
          value={String(year)}
          options={years}
          onChange={(next) => next !== null && open(view, Number(next))}
        />
      </div>
      {view === 'grid' && <GridView key={year} year={year} onFix={() => open('fixing', year)} />}
      {view === 'fixing' && <FixingView key={year} year={year} />}
      {view === 'reduction' && <ReductionView key={year} year={year} />}
      {view === 'account' && <AccountView key={year} year={year} />}
      {view === 'publication' && <PublicationView key={year} year={year} />}
    </div>
  );
}

import { Button } from 'antd';
import { useState } from 'react';
import type { PointsScheme } from '../../contract/points.ts';
import type { PointsTemplate } from '../../contract/points-operations.ts';
import { newId } from '../data/new-id.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Panel } from '../ui/panel.tsx';
import { SchemeEditor } from './scheme-editor.tsx';

const words = text.points.scheme;

/** The branch's schemes and the samples on the left; the chosen one beside them. */
export function SchemeView() {
  const { branch, asOf, route, go } = useWorkspace();
  const schemes = useOperation('pointsScheme.list', { branchId: branch.id }, { records: ['pointsScheme'] });
  const templates = useOperation('pointsScheme.templates', {}, { records: [] });
  const [made, setMade] = useState<PointsScheme>();
  const stored = schemes.value ?? [];
  const year = Number(route.params?.year ?? asOf.slice(0, 4));
  const params = { year: String(year) };
  const holds = ({ fromYear, toYear }: PointsScheme) =>
    fromYear !== null && fromYear <= year && year <= (toYear ?? year);
  const chosen =
    made ??
    stored.find(({ id }) => id === route.recordId) ??
    stored.find(holds) ??
    stored.find(({ fromYear }) => fromYear === null);

  function open(id: string): void {
    setMade(undefined);
    go({ screen: 'points', view: 'scheme', recordId: id, params });
  }

  if (schemes.failure !== undefined) return <FailurePanel failure={schemes.failure} />;
  if (schemes.value === undefined || templates.value === undefined) return null;
  return (
    <div className="points-body scheme">
      <Panel isFlush className="points-schemes">
        {stored.length > 0 && <h2 className="points-group">{words.list}</h2>}
        {stored.map((scheme) => (
          <button
            key={scheme.id}
            type="button"
            className="plain-button points-scheme"
            aria-current={scheme.id === chosen?.id ? 'page' : undefined}
            onClick={() => open(scheme.id)}
          >
            <span className="cut">{scheme.name}</span>
            <span className="note">
              {scheme.fromYear === null ? words.notInForce : words.inForce(scheme.fromYear, scheme.toYear)}
            </span>
          </button>
        ))}
        <h2 className="points-group">{words.samples}</h2>
        <p className="note points-samples">{words.samplesNote}</p>
        {templates.value.map((template) => (
          <div key={template.name} className="points-sample">
            <strong>{template.name}</strong>
            <p className="note">{template.source}</p>
            <Button size="small" onClick={() => setMade(schemeFrom(template, branch.id))}>
              {words.take}
            </Button>
          </div>
        ))}
        <div className="points-sample">
          <Button size="small" onClick={() => setMade(blankScheme(branch.id))}>
            {words.blank}
          </Button>
        </div>
      </Panel>
      {chosen !== undefined && (
        <SchemeEditor
          key={`${chosen.id}-${chosen.revision}`}
          scheme={chosen}
          onSaved={(id) => open(id)}
          onRemoved={() => {
            setMade(undefined);
            go({ screen: 'points', view: 'scheme', params });
          }}
        />
      )}
    </div>
  );
}

function schemeFrom(template: PointsTemplate, branchId: string): PointsScheme {
  return { ...template, id: newId(), revision: 0, branchId, fromYear: null, toYear: null };
}

function blankScheme(branchId: string): PointsScheme {
  return {
    id: newId(),
    revision: 0,
    branchId,
    name: words.blankName,
    source: words.blankSource,
    fromYear: null,
    toYear: null,
    cycle: 'year',
    base: 0,
    floor: 0,
    cap: null,
    carryPercent: 0,
    veto: 'none',
    approval: 'members-meeting',
    joiners: 'base',
    exemptsRetired: true,
    exemptsMobileMonths: 6,
    exemptions: [],
    categoryCaps: [],
    bands: [],
    items: [],
    isRanked: false,
    note: '',
  };
}

import type { DueItem } from '../../contract/due.ts';
import { checks } from '../../rules/checks/index.ts';
import { text } from '../text/zh-CN.ts';
import { Panel } from '../ui/panel.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { countItems, isUpcoming, worstOf } from './due-groups.ts';

/** 会议 falls into three lines; every other subject of the checks is one. */
type Line = Exclude<DueItem['subject'], 'meetings'> | 'meetings' | 'theme-day' | 'records';

/** Lines of the subjects that are checked, in the order of the side bar. */
const lines = (
  [
    'members',
    'organisation',
    'development',
    'meetings',
    'theme-day',
    'records',
    'dues',
    'education',
    'assessments',
    'care',
  ] as const satisfies readonly Line[]
).filter((line) => checks.some(({ subject }) => subject === line || line === 'theme-day' || line === 'records'));

const frequencyRules = new Set(['M1', 'M2', 'M3', 'M4']);

/** Under which line of the panel an item falls. */
function lineOf(item: DueItem): Line {
  if (item.subject !== 'meetings') return item.subject;
  if (item.rule === 'M5') return 'theme-day';
  return frequencyRules.has(item.rule) ? 'meetings' : 'records';
}

/** How each subject stands: its worst mark, and how many of each. */
export function StatesPanel({ items }: { items: readonly DueItem[] }) {
  const { states } = text.home;
  return (
    <Panel title={states.title} className="states">
      <ul className="states-list">
        {lines.map((line) => {
          const own = items.filter((item) => !isUpcoming(item) && lineOf(item) === line);
          const counts = countItems(own);
          const parts = (['overdue', 'due-soon', 'incomplete', 'todo'] as const)
            .filter((severity) => counts[severity] > 0)
            .map((severity) => `${states.part[severity]} ${counts[severity]}`);
          // Three kinds do not fit with their points between.
          const brief = parts.length > 2 ? parts.map((part) => part.replace(' ', '')).join(' ') : parts.join(' · ');
          return (
            <li key={line}>
              <SeverityMark severity={worstOf(own) ?? 'met'} isShapeOnly />
              <span>{states[line]}</span>
              <span className="note states-counts cut" title={parts.join(' · ')}>
                {parts.length === 0 ? states.met : brief}
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

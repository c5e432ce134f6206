import type { DueItem } from '../../contract/due.ts';
import { text } from '../text/zh-CN.ts';
import { Panel } from '../ui/panel.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { countItems, isUpcoming, worstOf } from './due-groups.ts';

type Subject = 'members' | 'meetings' | 'theme-day' | 'records' | 'assessments' | 'organisation';
const subjects: readonly Subject[] = ['members', 'organisation', 'meetings', 'theme-day', 'records', 'assessments'];

const frequencyRules = new Set(['M1', 'M2', 'M3', 'M4']);

/** Under which line of the panel an item falls. */
function subjectOf(item: DueItem): Subject {
  if (item.subject !== 'meetings') {
    return item.subject === 'members' || item.subject === 'assessments' ? item.subject : 'organisation';
  }
  if (item.rule === 'M5') return 'theme-day';
  return frequencyRules.has(item.rule) ? 'meetings' : 'records';
}

/** How each subject stands: its worst mark, and how many of each. */
export function StatesPanel({ items }: { items: readonly DueItem[] }) {
  const { states } = text.home;
  return (
    <Panel title={states.title} className="states">
      <ul className="states-list">
        {subjects.map((subject) => {
          const own = items.filter((item) => !isUpcoming(item) && subjectOf(item) === subject);
          const counts = countItems(own);
          const parts = (['overdue', 'due-soon', 'incomplete', 'todo'] as const)
            .filter((severity) => counts[severity] > 0)
            .map((severity) => `${states.part[severity]} ${counts[severity]}`);
          return (
            <li key={subject}>
              <SeverityMark severity={worstOf(own) ?? 'met'} isShapeOnly />
              <span>{states[subject]}</span>
              <span className="note states-counts cut">{parts.length === 0 ? states.met : parts.join(' · ')}</span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

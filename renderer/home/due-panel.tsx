import { Button } from 'antd';
import { useState } from 'react';
import type { DueItem, DueSeverity } from '../../contract/due.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { dueSentence, shortDay } from '../text/due.ts';
import { text } from '../text/zh-CN.ts';
import { ConcealedNote } from '../ui/concealed-note.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { countItems, type DueGroup, foldSameKind, groupByTime, weekStart } from './due-groups.ts';
import { mendingOf } from './due-route.ts';

const summarised: readonly DueSeverity[] = ['overdue', 'due-soon', 'incomplete', 'todo'];

/** What is due, by date, each with its rule and the way to mend it. */
export function DuePanel({ items, rulesMet }: { items: readonly DueItem[]; rulesMet: number }) {
  const { asOf, today, concealed } = useWorkspace();
  const counts = countItems(items);
  const title = asOf === today ? text.due.today : text.due.onDay(asOf);
  return (
    <section className="panel panel-flush due-panel" aria-label={title}>
      <div className="panel-head">
        <h2 className="due-title">{title}</h2>
        <span className="note">{text.due.count(items.length)}</span>
        <div className="panel-extra">
          {summarised
            .filter((severity) => counts[severity] > 0)
            .map((severity) => (
              <SeverityMark
                key={severity}
                severity={severity}
                label={`${text.severity[severity]} ${counts[severity]}`}
              />
            ))}
        </div>
      </div>
      {items.length === 0 ? (
        <EmptyState sentence={`${text.due.empty}${text.due.emptyNote(rulesMet)}`} />
      ) : (
        <div className="due-list">
          {groupByTime(items, asOf).map((group) => (
            <Group key={group.name} group={group} />
          ))}
        </div>
      )}
      <ConcealedNote subjects={concealed} />
    </section>
  );
}

function Group({ group }: { group: DueGroup }) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  return (
    <section aria-label={text.due.groups[group.name]}>
      <h3 className="due-group">
        {text.due.groups[group.name]}
        <span className="note">{useGroupNote(group)}</span>
        <span className="note due-group-count">{text.due.group(group.items.length)}</span>
      </h3>
      <ul>
        {foldSameKind(group.items).map(({ item, others }) => {
          const isOpen = opened.has(item.id);
          return [
            <Item key={item.id} item={item} />,
            ...(isOpen ? others.map((other) => <Item key={other.id} item={other} />) : []),
            ...(others.length === 0
              ? []
              : [
                  <li key={`${item.id}-others`} className="due-others">
                    <button
                      type="button"
                      className="link-button note"
                      aria-expanded={isOpen}
                      onClick={() => {
                        const next = new Set(opened);
                        if (!next.delete(item.id)) next.add(item.id);
                        setOpened(next);
                      }}
                    >
                      {isOpen ? text.due.fold : text.due.same(others.length)}
                    </button>
                  </li>,
                ]),
          ];
        })}
      </ul>
    </section>
  );
}

function useGroupNote({ name, until, items }: DueGroup): string {
  const { asOf } = useWorkspace();
  if (name === 'undated') return text.due.undatedNote;
  if (until === null) return '';
  if (name !== 'week') return text.due.until(until);
  return text.due.weekNote(weekStart(asOf), until, items.filter(({ severity }) => severity === 'overdue').length);
}

function Item({ item }: { item: DueItem }) {
  const { go, today } = useWorkspace();
  const { route, label } = mendingOf(item, today);
  const sentence = dueSentence(item);
  const { dueOn, daysLeft } = item;
  const isPast = item.severity === 'due-soon' && daysLeft !== null && daysLeft < 0;
  return (
    <li className="due-item" data-rule={item.rule}>
      <span className="due-severity">
        <SeverityMark severity={item.severity} {...(isPast ? { label: text.due.isOver } : {})} />
      </span>
      <span className="due-what">
        <span className="two-lines" title={sentence}>
          {sentence}
        </span>
        <span className="note cut" title={item.source}>
          {item.source}
        </span>
      </span>
      <span className="due-when">
        {dueOn !== null && daysLeft !== null && (
          <>
            <span>{dueOn.slice(0, 4) === today.slice(0, 4) ? shortDay(dueOn) : dueOn}</span>
            <span className={`note due-left-${item.severity}`}>
              {daysLeft < 0 ? text.due.past(-daysLeft) : text.due.left(daysLeft)}
            </span>
          </>
        )}
      </span>
      <Button size="small" onClick={() => go(route)} aria-label={`${label}：${sentence}`}>
        {label}
      </Button>
    </li>
  );
}

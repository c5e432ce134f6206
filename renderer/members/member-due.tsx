import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { dueSentence } from '../text/due.ts';
import { text } from '../text/zh-CN.ts';
import { SeverityMark } from '../ui/severity-mark.tsx';

/** What the check-up finds in this person's record: what is doubtful, missing or due, with its rule. */
export function MemberDue({ id }: { id: string }) {
  const { branch, asOf } = useWorkspace();
  const due = useOperation('due.list', { branchId: branch.id, asOf }, { records: ['member', 'meeting', 'setting'] });
  const items = due.value?.items.filter(({ record, recordId }) => record === 'member' && recordId === id) ?? [];
  if (items.length === 0) return null;
  return (
    <section className="panel member-due" aria-label={text.member.detail.due}>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <SeverityMark
              severity={item.severity}
              {...(item.severity === 'overdue' && item.dueOn === null ? { label: text.member.detail.contradicts } : {})}
            />
            <div>
              <p>{dueSentence(item)}</p>
              <p className="note">{item.source}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { Button } from 'antd';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { useShortcut } from '../ui/use-shortcut.ts';
import { kept, listInput } from './list-filter.ts';
import { branchScope } from './words.ts';

const words = text.member.detail;

/** Where the person stands in the list that was left, and the way to the ones before and after. */
export function Neighbours({ id, name, groupName }: { id: string; name: string; groupName: string }) {
  const { branch, asOf, go } = useWorkspace();
  const { index, filter } = kept;
  const from = Math.max(0, (index ?? 0) - 1);
  const page = useOperation(
    'member.list',
    index === null ? null : { ...listInput(filter, { asOf, branchId: branchScope(branch) }), offset: from, limit: 3 },
    { records: ['member'] },
  ).value;
  const place = page?.rows.findIndex((row) => row.id === id) ?? -1;
  const previous = place > 0 ? page?.rows[place - 1] : undefined;
  const next = place >= 0 ? page?.rows[place + 1] : undefined;

  function open(row: { id: string } | undefined, step: number): void {
    if (row === undefined) return;
    kept.index = from + place + step;
    go({ screen: 'members', recordId: row.id });
  }
  useShortcut({ key: 'pageup', onPress: () => open(previous, -1) });
  useShortcut({ key: 'pagedown', onPress: () => open(next, 1) });

  return (
    <div className="member-path note">
      <nav aria-label={text.member.title}>
        <button type="button" className="plain-button page-path-step" onClick={() => go({ screen: 'members' })}>
          {text.member.title}
        </button>
        {groupName !== '' && <span> › {groupName}</span>}
        <span> › {name}</span>
      </nav>
      {place >= 0 && page !== undefined && (
        <span className="member-neighbours">
          {words.place(from + place + 1, page.total)}
          <Button size="small" disabled={previous === undefined} onClick={() => open(previous, -1)}>
            {words.previous} <kbd>PgUp</kbd>
          </Button>
          <Button size="small" disabled={next === undefined} onClick={() => open(next, 1)}>
            {words.next} <kbd>PgDn</kbd>
          </Button>
        </span>
      )}
    </div>
  );
}

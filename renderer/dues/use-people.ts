import { useMemo } from 'react';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import type { SelectOption } from '../ui/select-field.tsx';

/** Members of the branch, also those who left: what they paid is theirs still. */
export function usePeople(): { options: SelectOption<string>[]; nameOf(id: string): string } {
  const { branch, asOf } = useWorkspace();
  const { value } = useOperation(
    'member.list',
    { asOf, branchId: branch.id, includeFormer: true, limit: 500 },
    { records: ['member', 'post'] },
  );
  return useMemo(() => {
    const rows = value?.rows ?? [];
    const names = new Map(rows.map((row) => [row.id, row.name]));
    return {
      options: rows.map((row) => ({ value: row.id, label: row.name, initials: row.initials })),
      nameOf: (id) => names.get(id) ?? '',
    };
  }, [value]);
}

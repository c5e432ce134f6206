import { useMemo } from 'react';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import type { SelectOption } from '../ui/select-field.tsx';

/** Members of the branch for choosing and naming, also those who left: an old line is about them still. */
export function usePeople(): { options: SelectOption<string>[]; nameOf(id: unknown): string } {
  const { branch, today } = useWorkspace();
  const { value } = useOperation(
    'member.list',
    { asOf: today, branchId: branch.id, includeFormer: true, limit: 500 },
    { records: ['member'] },
  );
  return useMemo(() => {
    const rows = value?.rows ?? [];
    const names = new Map<unknown, string>(rows.map((row) => [row.id, row.name]));
    return {
      options: rows.map((row) => ({ value: row.id, label: row.name, initials: row.initials })),
      nameOf: (id) => names.get(id) ?? '',
    };
  }, [value]);
}

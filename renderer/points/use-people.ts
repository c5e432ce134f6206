import { useMemo } from 'react';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import type { SelectOption } from '../ui/select-field.tsx';

/** Members of the branch for choosing, also those who left: an old entry is about them still. */
export function usePeople(): readonly SelectOption<string>[] {
  const { branch, today } = useWorkspace();
  const { value } = useOperation(
    'member.list',
    { asOf: today, branchId: branch.id, includeFormer: true, limit: 500 },
    { records: ['member'] },
  );
  return useMemo(
    () => (value?.rows ?? []).map(({ id, name, initials }) => ({ value: id, label: name, initials })),
    [value],
  );
}

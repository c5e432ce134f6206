import { useMemo } from 'react';
import { isDay } from '../../rules/dates.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import type { SelectOption } from '../ui/select-field.tsx';

/** Full members with rights on a day (the as-of date where it is none) for choosing; everybody's name for showing. */
export function usePeople(day?: string): { options: SelectOption<string>[]; nameOf(id: string): string } {
  const { branch, asOf } = useWorkspace();
  const { value } = useOperation(
    'member.list',
    {
      asOf: day !== undefined && isDay(day) ? day : asOf,
      branchId: branch.id,
      includeFormer: true,
      limit: 500,
    },
    { records: ['member'] },
  );
  return useMemo(() => {
    const rows = value?.rows ?? [];
    const names = new Map(rows.map((row) => [row.id, row.name]));
    return {
      options: rows
        .filter((row) => row.hasVotingRights)
        .map((row) => ({ value: row.id, label: row.name, initials: row.initials })),
      nameOf: (id) => names.get(id) ?? '',
    };
  }, [value]);
}

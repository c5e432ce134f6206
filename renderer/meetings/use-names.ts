import { useMemo } from 'react';
import type { Expected, Meeting } from '../../contract/meeting.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';

/** Names by member: of the roster of the day and, where a stored record names others, of those too. */
export function useNames(stored: Meeting | undefined, roster: readonly Expected[] | undefined): Map<string, string> {
  const { asOf } = useWorkspace();
  const known = useMemo(() => new Map(roster?.map((person) => [person.memberId, person.name])), [roster]);
  const isSomebodyMissing =
    roster !== undefined &&
    stored !== undefined &&
    [...stored.attendance, ...stored.exclusions].some((entry) => !known.has(entry.memberId));
  const others = useOperation('member.list', isSomebodyMissing ? { asOf, includeFormer: true, limit: 500 } : null, {
    records: ['member'],
  });
  return useMemo(
    () => new Map([...(others.value?.rows ?? []).map((row): [string, string] => [row.id, row.name]), ...known]),
    [others.value, known],
  );
}

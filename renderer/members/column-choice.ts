import { useState } from 'react';
import type { ColumnKey } from './member-columns.tsx';

/** Shown until somebody chooses otherwise. */
const usual: readonly ColumnKey[] = [
  'number',
  'name',
  'sex',
  'ethnicity',
  'bornOn',
  'idNumber',
  'joinedOn',
  'partyYears',
  'group',
  'category',
];

/** Kept on this machine; names of columns say nothing about anybody. */
const place = 'member-columns';

/** Which columns are shown, and how to change that. */
export function useColumnChoice(): [ReadonlySet<string>, (key: ColumnKey) => void] {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(stored() ?? usual));
  const toggle = (key: ColumnKey) => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    localStorage.setItem(place, JSON.stringify([...next]));
    setChosen(next);
  };
  return [chosen, toggle];
}

function stored(): string[] | null {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(place) ?? 'null');
    return Array.isArray(read) ? read.filter((key) => typeof key === 'string') : null;
  } catch {
    return null;
  }
}

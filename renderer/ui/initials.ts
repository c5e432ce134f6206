type Pinyin = typeof import('pinyin-pro');
let dictionary: Pinyin | undefined;
const known = new Map<string, string>();

/** Fetches the dictionary, a few hundred kilobytes, when a list is first opened. */
export async function loadInitials(): Promise<void> {
  dictionary ??= await import('pinyin-pro');
}

/** Pinyin initials of a label, lower case; empty until the dictionary is there. */
function initialsOf(label: string): string {
  const found = known.get(label);
  if (found !== undefined) return found;
  if (dictionary === undefined) return '';
  const initials = dictionary
    .pinyin(label, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .toLowerCase();
  known.set(label, initials);
  return initials;
}

/** Whether what is typed is in the label or begins its pinyin initials. */
export function matchesTyped(typed: string, label: string, initials = ''): boolean {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '' || label.toLowerCase().includes(wanted)) return true;
  return (initials || initialsOf(label)).includes(wanted);
}

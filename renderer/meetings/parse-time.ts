/** Reads a time of day as clerks write it: 8:30, 0830, 830, 8：30, 8点半 is not one. `null` when it is none. */
export function parseTime(typed: string): string | null {
  const plain = typed.normalize('NFKC').replaceAll(/\s/g, '');
  const match = /^(\d{1,2}):(\d{2})$/.exec(plain) ?? /^(\d{1,2})(\d{2})$/.exec(plain);
  if (match === null) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2]);
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

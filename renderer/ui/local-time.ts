const two = (value: number) => String(value).padStart(2, '0');

/** A moment (ISO 8601, UTC) on this machine's clock: `2026-11-24 09:42`. */
export function localTime(moment: string): string {
  const at = new Date(moment);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The same without the year, for the side bar: `11-24 10:20`. */
export function shortLocalTime(at: Date): string {
  return `${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

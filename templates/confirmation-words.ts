/** What a reason ends with that a second person confirmed; nobody else could: 单人办理. */
export function confirmationNote(confirmedBy: string): string {
  return confirmedBy === '' ? '（单人办理）' : `（${confirmedBy}确认）`;
}

/** Identity of a new record; chosen before the save, so that a repeated save is the same save. */
export function newId(): string {
  return crypto.randomUUID();
}

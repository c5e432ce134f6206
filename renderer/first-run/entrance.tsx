import type { ArchiveStatus } from '../../contract/archive.ts';
export function Entrance({ onEntered: _ }: { onEntered(status: ArchiveStatus): void }) {
  return null;
}

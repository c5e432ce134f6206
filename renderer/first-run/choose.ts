import type { Granted, Shell } from '../../contract/shell.ts';

/** An archive folder that may be opened, with its name without the ending. */
export interface ChosenArchive extends Granted {
  isPresent: boolean;
  openedAt: string | null;
}

export async function chooseArchive(shell: Shell): Promise<ChosenArchive | null> {
  const granted = await shell.choose({ kind: 'open-archive' });
  return granted === null ? null : { ...granted, isPresent: true, openedAt: null };
}

/** `临江社区第二党支部.zhibu` as people call it. */
export function archiveLabel(name: string): string {
  return name.replace(/\.zhibu$/, '');
}

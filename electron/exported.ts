import { statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { shell } from 'electron';
import type { GrantMode } from '../contract/port.ts';
import { plainName } from './dialogs.ts';

/** What the program itself writes, and the system's own programs may be asked to open. */
const openable = new Set(['.xlsx', '.pdf']);

/**
 * The path to open for a page's wish, or null: the granted folder itself, or a workbook or PDF directly inside it.
 * Nothing else, so that no program lying there can be started.
 */
export function exportedPath(granted: { path: string; mode: GrantMode }, file?: string): string | null {
  if (granted.mode !== 'write-folder' && granted.mode !== 'write-file') return null;
  if (file === undefined) return granted.path;
  if (granted.mode !== 'write-folder' || plainName(file) !== file || !openable.has(extname(file).toLowerCase()))
    return null;
  return join(granted.path, file);
}

/** Shows the folder, the written file in its folder, or opens an exported file. */
export async function openExported(granted: { path: string; mode: GrantMode }, file?: string): Promise<boolean> {
  const path = exportedPath(granted, file);
  if (path === null || statSync(path, { throwIfNoEntry: false }) === undefined) return false;
  if (granted.mode === 'write-file') {
    shell.showItemInFolder(path);
    return true;
  }
  return (await shell.openPath(path)) === '';
}

import { join } from 'node:path';
import { type BrowserWindow, dialog, type FileFilter } from 'electron';
import type { GrantMode } from '../contract/port.ts';
import type { Choice } from '../contract/shell.ts';
import { text } from './text.ts';

/** What the user chose; the path stays on this side. */
export interface Chosen {
  path: string;
  mode: GrantMode;
}

const archiveEnding = '.zhibu';
const rosters: FileFilter[] = [{ name: text.roster, extensions: ['xlsx', 'xls', 'csv', 'et'] }];
const workbooks: FileFilter[] = [{ name: text.workbook, extensions: ['xlsx', 'xls', 'et', 'csv'] }];
const attachable: FileFilter[] = [
  {
    name: text.attachable,
    extensions: 'jpg jpeg png webp gif bmp pdf ofd doc docx xls xlsx ppt pptx odt ods odp'.split(' '),
  },
];
/** Most files of one choice; the engine takes no more pages of one attachment. */
const mostAttachments = 200;
const sealed: FileFilter[] = [{ name: text.sealed, extensions: ['age'] }];

/** Asks the user by the system's own dialog; `null` when they give up. */
export async function choosePath(window: BrowserWindow, choice: Choice): Promise<Chosen | null> {
  switch (choice.kind) {
    case 'open-archive':
      return chosen(await openFolder(window, choice), 'read-folder');
    case 'export-folder':
      return chosen(await openFolder(window, choice), 'write-folder');
    case 'new-archive': {
      const parent = await openFolder(window, choice);
      const name = plainName(choice.suggestedName.replace(/\.zhibu$/i, ''));
      return chosen(parent === null ? null : join(parent, `${name}${archiveEnding}`), 'write-folder');
    }
    case 'open-roster':
      return chosen(await openFile(window, choice, rosters), 'read-file');
    case 'open-workbook':
      return chosen(await openFile(window, choice, workbooks), 'read-file');
    case 'open-sealed':
      return chosen(await openFile(window, choice, sealed), 'read-file');
    case 'save-file': {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: text.choose[choice.kind],
        defaultPath: plainName(choice.suggestedName),
      });
      return chosen(canceled ? null : filePath, 'write-file');
    }
  }
}

/** Files to attach, several at once. */
export async function chooseAttachments(window: BrowserWindow): Promise<string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: text.attachable,
    filters: attachable,
    properties: ['openFile', 'multiSelections', 'dontAddToRecent'],
  });
  return canceled ? [] : filePaths.slice(0, mostAttachments);
}

/**
 * A suggestion of the page as one plain file name: no folder, no drive, no device, nothing Windows refuses, so that
 * a name cannot lead out of the folder the user picked.
 */
export function plainName(suggested: string): string {
  const last = suggested.split(/[\\/:]/).at(-1) ?? '';
  const clean = [...last]
    .filter((character) => character >= ' ' && !'<>"|?*'.includes(character))
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 100);
  const isDevice = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(clean);
  return clean === '' || isDevice ? text.applicationName : clean;
}

function chosen(path: string | null | undefined, mode: GrantMode): Chosen | null {
  return path ? { path, mode } : null;
}

async function openFolder(window: BrowserWindow, { kind }: Choice): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: text.choose[kind],
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

async function openFile(window: BrowserWindow, { kind }: Choice, filters: FileFilter[]): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: text.choose[kind],
    filters,
    properties: ['openFile', 'dontAddToRecent'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

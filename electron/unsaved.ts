import { type BrowserWindow, dialog } from 'electron';
import { text } from './text.ts';

/** A page with unsaved entries holds its window open: the user decides; a lock, which drops the key, does not ask. */
export function guardUnsaved(window: BrowserWindow, isLocking: () => boolean): void {
  window.webContents.on('will-prevent-unload', (event) => {
    // Preventing it means that the page may go.
    if (isLocking() || askToLeave(window)) event.preventDefault();
  });
}

function askToLeave(window: BrowserWindow): boolean {
  const { message, detail, stay, leave } = text.unsaved;
  const buttons = [stay, leave];
  const answer = dialog.showMessageBoxSync(window, {
    ...{ type: 'warning', message, detail, buttons, noLink: true },
    defaultId: buttons.indexOf(stay),
    cancelId: buttons.indexOf(stay),
  });
  return answer === buttons.indexOf(leave);
}

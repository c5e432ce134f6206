import { ipcMain, type WebContents } from 'electron';
import type { z } from 'zod';
import type { Shell } from '../contract/shell.ts';
import { type Request, requestChannel } from './channels.ts';
import { isOurPage } from './sender.ts';

type Answer<Name extends Request> = Awaited<ReturnType<Shell[Name]>>;

/**
 * Answers one request of the page. The only place that touches ipcMain: a message from anything but our page's main
 * frame, or whose arguments do not fit the schema, is refused before `run` sees it.
 */
export function answer<Name extends Request, Input extends z.ZodType>(
  name: Name,
  input: Input,
  run: (input: z.output<Input>, page: WebContents) => Promise<Answer<Name>> | Answer<Name>,
): void {
  ipcMain.handle(requestChannel(name), (event, ...sent: unknown[]) => {
    if (!isOurPage(event.senderFrame)) throw new Error(`refused: ${name}`);
    const parsed = input.safeParse(sent);
    if (!parsed.success) throw new Error(`invalid input: ${name}`);
    return run(parsed.data, event.sender);
  });
}

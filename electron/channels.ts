import type { Shell } from '../contract/shell.ts';

/** What the page asks the main process: the functions of {@link Shell} but `subscribe`, which stays in the preload. */
export type Request = Exclude<keyof Shell, 'subscribe'>;

export function requestChannel(request: Request): string {
  return `shell:${request}`;
}

/** The main process hands a port to the page. */
export const portChannel = 'shell:engine-port';

/** The main process tells the page something. */
export const eventChannel = 'shell:event';

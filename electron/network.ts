import type { Session } from 'electron';

/** Whether the page may load from this address: only what `protocol.ts` serves, and the developer tools' own files. */
export function mayLoad(address: string, isPackaged: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol } = new URL(address);
  return protocol === 'app:' || (protocol === 'devtools:' && !isPackaged);
}

/** Cuts the page off the network below the content security policy. The engine's upload does not pass here. */
export function blockNetwork(session: Session, isPackaged: boolean): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url, isPackaged) }));
}

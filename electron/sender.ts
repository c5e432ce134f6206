/** As much of a frame as the decision needs. */
export interface SenderFrame {
  url: string;
  parent: unknown;
}

/** Whether a message comes from the main frame of our own page. */
export function isOurPage(frame: SenderFrame | null): boolean {
  if (frame === null || frame.parent !== null || !URL.canParse(frame.url)) return false;
  // The origin of a scheme of our own is the string 'null', so protocol and host are compared instead.
  const { protocol, host, username, password } = new URL(frame.url);
  return protocol === 'app:' && host === 'main' && username === '' && password === '';
}

import { shell } from 'electron';

/** The authorities whose regulations the check-up quotes. */
const hosts = new Set(['www.12371.cn', 'news.12371.cn', 'fuwu.12371.cn', 'www.gov.cn', 'www.ccdi.gov.cn']);

/** Whether an address may be handed to the system's browser: https, a known host, nothing hidden in it. */
export function isAllowedLink(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, username, password } = new URL(address);
  return protocol === 'https:' && hosts.has(hostname) && port === '' && username === '' && password === '';
}

/** The one gate to the system's browser. False when the address is refused. */
export async function openLink(address: string, open: (address: string) => Promise<void> = openInBrowser) {
  if (!isAllowedLink(address)) return false;
  await open(new URL(address).href);
  return true;
}

function openInBrowser(address: string): Promise<void> {
  return shell.openExternal(address);
}

import type { RequestOptions } from 'node:https';
import { AppError } from '../../contract/failure.ts';

/** Where snapshots go: the address, the branch's token, and the office's own certificate authority if it has one. */
export interface ServerTarget {
  url: string;
  token: string;
  /** PEM; null trusts what the system trusts. */
  authority: string | null;
}

/**
 * The origin of a receiver's address. HTTPS only; plain HTTP goes no further than this machine.
 *
 * @throws AppError `server-insecure` for plain HTTP to elsewhere, `invalid-input` when it is no such address
 */
export function receiverOrigin(address: string): string {
  const url = URL.parse(address);
  const isPlain =
    url?.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && url.password === '';
  if (!url || !isPlain || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new AppError({ code: 'invalid-input', fields: { url: ['invalid_format'] } });
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new AppError({ code: 'server-insecure', url: url.origin });
  }
  return url.origin;
}

/** What every request to the target carries. The certificate is checked whatever the environment says. */
export function requestOptions(target: ServerTarget): RequestOptions {
  return {
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
    headers: { Authorization: `Bearer ${target.token}` },
    ...(target.authority === null ? {} : { ca: target.authority }),
  };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

import { randomBytes } from 'node:crypto';

/** Stands in the built page where the nonce of this load goes; the build writes it (electron.vite.config.ts). */
export const noncePlaceholder = '__CSP_NONCE__';

export function createNonce(): string {
  return randomBytes(16).toString('base64');
}

/** Nothing but our own files; styles that antd writes at run time carry the nonce of this load. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'none'`,
    `form-action 'none'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

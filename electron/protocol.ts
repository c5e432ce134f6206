import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type ProtocolResponse, protocol, type Session } from 'electron';
import { contentSecurityPolicy, createNonce, noncePlaceholder } from './content-security-policy.ts';

export const pageAddress = 'app://main/index.html';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export type Resolved = { ok: true; segments: string[]; type: string } | { ok: false; status: 400 | 403 | 404 | 405 };

/** Decides what a request of the page may have. Pure, so that every trick can be tested without a window. */
export function resolveRequest(method: string, address: string): Resolved {
  if (method !== 'GET') return { ok: false, status: 405 };
  if (!URL.canParse(address)) return { ok: false, status: 400 };
  const { protocol: scheme, host, pathname, username, password, port } = new URL(address);
  if (scheme !== 'app:' || host !== 'main' || username !== '' || password !== '' || port !== '') {
    return { ok: false, status: 403 };
  }
  // Built files have plain names. Anything escaped, and with it every disguised separator or dot, is not one of them.
  const segments = pathname.slice(1).split('/');
  if (!segments.every((segment) => /^[\w-][\w.-]*$/.test(segment))) return { ok: false, status: 400 };
  const type = types[extname(segments.at(-1) ?? '')];
  return type === undefined ? { ok: false, status: 404 } : { ok: true, segments, type };
}

/** Must run before the application is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/**
 * Serves the built page, and nothing else, under `app://main/`. Not by `protocol.handle`: its web requests and streams
 * cost a tenth of the start-up (docs/decisions/start-up.md).
 */
export function servePage(session: Session, folder: string): void {
  session.protocol.registerBufferProtocol('app', async ({ method, url }, answer) => {
    const resolved = resolveRequest(method, url);
    if (!resolved.ok) return answer(refusal(resolved.status));
    const body = await readFile(join(folder, ...resolved.segments)).catch(() => null);
    if (body === null) return answer(refusal(404));
    const nonce = createNonce();
    const isPage = resolved.segments.at(-1) === 'index.html';
    answer({
      data: isPage ? Buffer.from(body.toString().replaceAll(noncePlaceholder, nonce)) : body,
      headers: {
        'Content-Type': resolved.type,
        'Content-Security-Policy': contentSecurityPolicy(nonce),
        'X-Content-Type-Options': 'nosniff',
        'Cross-Origin-Opener-Policy': 'same-origin',
        // The names of built files carry a hash; the page itself changes with every load.
        'Cache-Control': isPage ? 'no-store' : 'max-age=31536000, immutable',
      },
    });
  });
}

function refusal(statusCode: number): ProtocolResponse {
  return { statusCode, data: Buffer.alloc(0) };
}

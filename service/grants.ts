import { randomBytes } from 'node:crypto';
import { AppError } from '../contract/failure.ts';
import type { GrantMode } from '../contract/port.ts';

/**
 * Files and folders the user chose. The page holds a token, never a path; a token works once, and only the way
 * the dialog gave it. A misuse burns it.
 */
export class FileGrants {
  readonly #granted = new Map<string, { path: string; mode: GrantMode }>();

  /** Grants a path; returns its token. */
  add(path: string, mode: GrantMode, token: string = randomBytes(16).toString('hex')): string {
    this.#granted.set(token, { path, mode });
    return token;
  }

  /** The path behind a token. @throws AppError `no-such-grant` */
  take(token: string, mode: GrantMode): string {
    const grant = this.#granted.get(token);
    this.#granted.delete(token);
    if (grant === undefined || grant.mode !== mode) throw new AppError({ code: 'no-such-grant' });
    return grant.path;
  }
}

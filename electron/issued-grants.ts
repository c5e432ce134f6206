import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import type { GrantMode, ShellMessage } from '../contract/port.ts';
import type { Choice, Granted } from '../contract/shell.ts';

interface Issued {
  path: string;
  mode: GrantMode;
  kind: Choice['kind'];
}

/**
 * What dialogs of this run gave. The engine holds each grant for one use; this side remembers the path behind a
 * token, to show the folder later or to put an archive on the list of recent ones. The page sees neither.
 */
export interface IssuedGrants {
  /** Grants a path to the engine; resolves when the engine has it, so that the page cannot be faster. */
  issue(path: string, mode: GrantMode, kind: Choice['kind']): Promise<Granted>;
  find(token: string): Readonly<Issued> | null;
  /** A page loaded anew starts with nothing. */
  clear(): void;
}

export function createIssuedGrants(tell: (message: ShellMessage) => Promise<void>): IssuedGrants {
  const issued = new Map<string, Issued>();
  return {
    issue: async (path, mode, kind) => {
      const token = randomBytes(16).toString('hex');
      await tell({ type: 'grant', token, path, mode });
      issued.set(token, { path, mode, kind });
      return { token, name: basename(path) };
    },
    find: (token) => issued.get(token) ?? null,
    clear: () => issued.clear(),
  };
}

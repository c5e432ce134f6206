import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import type { GrantMode, ShellMessage } from '../contract/port.ts';
import type { Choice, Granted } from '../contract/shell.ts';

type Kind = Choice['kind'] | 'open-attachments';

interface Issued {
  path: string;
  mode: GrantMode;
  kind: Kind;
}

/**
 * What dialogs of this run gave. The engine holds each grant for one use; this side remembers the path behind a
 * token, to show the folder later or to put an archive on the list of recent ones. The page sees neither.
 */
export interface IssuedGrants {
  /** Grants a path to the engine; resolves when the engine has it, so that the page cannot be faster. */
  issue(path: string, mode: GrantMode, kind: Kind): Promise<Granted>;
  /** Names a path by a token that the engine has not heard of, and that `issue` has to make good before it is of use. */
  name(path: string, mode: GrantMode, kind: Kind): Granted;
  find(token: string): Readonly<Issued> | null;
  /** A page loaded anew starts with nothing. */
  clear(): void;
}

export function createIssuedGrants(tell: (message: ShellMessage) => Promise<void>): IssuedGrants {
  const issued = new Map<string, Issued>();
  function name(path: string, mode: GrantMode, kind: Kind): Granted {
    const token = randomBytes(16).toString('hex');
    issued.set(token, { path, mode, kind });
    return { token, name: basename(path) };
  }
  return {
    name,
    issue: async (path, mode, kind) => {
      const granted = name(path, mode, kind);
      await tell({ type: 'grant', token: granted.token, path, mode });
      return granted;
    },
    find: (token) => issued.get(token) ?? null,
    clear: () => issued.clear(),
  };
}

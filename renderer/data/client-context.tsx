import { createContext, type ReactNode, useContext } from 'react';
import type { Shell } from '../../contract/shell.ts';
import type { Client } from './client.ts';

export interface Connection {
  client: Client;
  shell: Shell;
}

const ConnectionContext = createContext<Connection | null>(null);

export function ConnectionProvider({ connection, children }: { connection: Connection; children: ReactNode }) {
  return <ConnectionContext value={connection}>{children}</ConnectionContext>;
}

function useConnection(): Connection {
  const connection = useContext(ConnectionContext);
  if (connection === null) throw new Error('there is no connection above this component');
  return connection;
}

/** The engine. */
export function useClient(): Client {
  return useConnection().client;
}

/** What the shell does for the page: dialogs, the lock, preferences. */
export function useShell(): Shell {
  return useConnection().shell;
}

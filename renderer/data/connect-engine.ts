import type { EnginePortMessage, Shell } from '../../contract/shell.ts';
import { type Client, type ClientPort, createClient } from './client.ts';

/** Asks the shell for the engine's port and keeps the client attached through crashes and restarts. */
export function connectEngine(shell: Shell): Client {
  const client = createClient();
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const [port] = event.ports;
    if (event.source !== window || !isPortMessage(event.data) || port === undefined) return;
    client.attach(port as ClientPort);
  });
  shell.subscribe((event) => {
    if (event.type === 'engine-stopped' || event.type === 'engine-failed') client.detach();
  });
  void shell.connect();
  return client;
}

function isPortMessage(data: unknown): data is EnginePortMessage {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'engine-port';
}

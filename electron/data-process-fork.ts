import { spawn } from 'node:child_process';
import type { MessagePortMain } from 'electron';
import type { DataProcess, DataProcessStart } from './data-process.ts';
import type { FromData, ToData } from './data-wire.ts';
import { engineEnvironment } from './engine-environment.ts';
import { createPending } from './pending.ts';

/**
 * The engine in a plain Node, for development and tests on the substitute runtime only: ports cannot be handed to a
 * child process, so this process relays, and sees what passes.
 */
export function forkDataProcess({ entry, options }: DataProcessStart, node: string): DataProcess {
  // Not `fork`: Electron's adds a variable to the environment that a plain Node has no use for.
  const child = spawn(node, [entry, JSON.stringify(options)], {
    serialization: 'advanced',
    env: engineEnvironment(process.env),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const pending = createPending();
  const ports = new Map<number, MessagePortMain>();
  let connections = 0;
  const send = (message: ToData) => {
    if (child.connected) child.send?.(message);
  };

  child.on('message', (message: FromData) => {
    if (message.kind === 'taken') pending.settle(message.id);
    else ports.get(message.connection)?.postMessage(message.message);
  });
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      pending.rejectAll();
      for (const port of ports.values()) port.close();
      ports.clear();
      resolve();
    };
    child.once('exit', end);
    child.once('error', end);
  });
  return {
    pid: child.pid,
    ended,
    tell: (message) =>
      pending.wait((id) => {
        if (!child.connected) return false;
        send({ kind: 'shell', id, message });
        return true;
      }),
    connect: (port) => {
      const connection = ++connections;
      ports.set(connection, port);
      send({ kind: 'connect', connection });
      port.on('message', ({ data }) => send({ kind: 'client', connection, message: data }));
      port.on('close', () => {
        ports.delete(connection);
        send({ kind: 'disconnect', connection });
      });
      port.start();
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

import { utilityProcess } from 'electron';
import type { DataProcess, DataProcessStart } from './data-process.ts';
import type { FromData, ToData } from './data-wire.ts';
import { engineEnvironment } from './engine-environment.ts';
import { createPending } from './pending.ts';

/** The engine in Electron's utility process; the page's port goes there whole, so its messages do not pass here. */
export function startUtilityProcess({ entry, options }: DataProcessStart): DataProcess {
  const child = utilityProcess.fork(entry, [JSON.stringify(options)], {
    serviceName: 'zhibu-engine',
    env: engineEnvironment(process.env),
    stdio: 'ignore',
  });
  const pending = createPending();
  const post = (message: ToData, ports: Electron.MessagePortMain[] = []) => child.postMessage(message, ports);
  let connections = 0;

  child.on('message', (message: FromData) => {
    if (message.kind === 'taken') pending.settle(message.id);
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      pending.rejectAll();
      resolve();
    });
  });
  return {
    get pid() {
      return child.pid;
    },
    ended,
    tell: (message) =>
      pending.wait((id) => {
        post({ kind: 'shell', id, message });
        return true;
      }),
    connect: (port) => post({ kind: 'connect', connection: ++connections }, [port]),
    kill: () => void child.kill(),
  };
}

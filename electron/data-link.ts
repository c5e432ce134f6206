import type { MessageEvent as ElectronMessageEvent, MessagePortMain, ParentPort } from 'electron';
import type { ClientMessage, EngineMessage, ShellMessage } from '../contract/port.ts';
import type { FromData, ToData } from './data-wire.ts';

/** One page's end of the conversation, inside the data process. */
export interface PagePort {
  post(message: EngineMessage): void;
  onMessage(listener: (message: ClientMessage) => void): void;
  onClose(listener: () => void): void;
}

export interface LinkHandlers {
  onPage(port: PagePort): void;
  /** The main process waits until this is done. */
  onShell(message: ShellMessage): void | Promise<void>;
}

/** Joins the data process to whichever parent started it: Electron's utility process, or a plain child process. */
export function joinParent(handlers: LinkHandlers): void {
  // Only Electron's utility process has it; the type says always.
  const { parentPort } = process as { parentPort?: ParentPort };
  if (parentPort === undefined) joinOverChildProcess(handlers);
  else joinOverPorts(parentPort, handlers);
}

function joinOverPorts(parent: ParentPort, handlers: LinkHandlers): void {
  parent.on('message', ({ data, ports }: ElectronMessageEvent) => {
    const message: ToData = data;
    const [port] = ports;
    if (message.kind === 'connect' && port !== undefined) handlers.onPage(pagePort(port));
    if (message.kind === 'shell') void carryOut(message, handlers, (answer) => parent.postMessage(answer));
  });
}

function pagePort(port: MessagePortMain): PagePort {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', ({ data }) => listener(data));
      port.start();
    },
    onClose: (listener) => void port.on('close', listener),
  };
}

function joinOverChildProcess(handlers: LinkHandlers): void {
  const pages = new Map<number, { listeners: ((message: ClientMessage) => void)[]; closers: (() => void)[] }>();
  const send = (message: FromData) => {
    // Sending after the parent is gone would throw; the process ends with the channel anyway.
    if (process.connected) process.send?.(message);
  };
  process.on('message', (message: ToData) => {
    if (message.kind === 'shell') void carryOut(message, handlers, send);
    else if (message.kind === 'client')
      for (const listener of pages.get(message.connection)?.listeners ?? []) listener(message.message);
    else if (message.kind === 'connect') {
      const { connection } = message;
      const page = { listeners: [], closers: [] } as {
        listeners: ((message: ClientMessage) => void)[];
        closers: (() => void)[];
      };
      pages.set(connection, page);
      handlers.onPage({
        post: (reply) => {
          if (pages.has(connection)) send({ kind: 'engine', connection, message: reply });
        },
        onMessage: (listener) => void page.listeners.push(listener),
        onClose: (listener) => void page.closers.push(listener),
      });
    } else {
      const page = pages.get(message.connection);
      pages.delete(message.connection);
      for (const close of page?.closers ?? []) close();
    }
  });
  // The main process is gone: nobody is left to tell this one to end.
  process.on('disconnect', () => {
    void Promise.resolve(handlers.onShell({ type: 'stop' })).finally(() => process.exit(0));
  });
}

async function carryOut(
  { id, message }: { id: number; message: ShellMessage },
  handlers: LinkHandlers,
  send: (answer: FromData) => void,
): Promise<void> {
  try {
    await handlers.onShell(message);
  } finally {
    send({ kind: 'taken', id });
  }
}

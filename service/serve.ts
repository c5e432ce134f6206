import type { ClientMessage, EngineMessage } from '../contract/port.ts';
import type { Service } from './service.ts';

/** One end of a channel: Node's MessagePort, Electron's, a child process. */
export interface ServicePort {
  post(message: EngineMessage): void;
  onMessage(listener: (message: ClientMessage) => void): void;
  /** The other end is gone: a page that was loaded anew, a window that was closed. */
  onClose(listener: () => void): void;
}

/** Serves an engine over a port: calls in, results, progress and events out; a cancel aborts its call. */
export function serve(port: ServicePort, service: Service): void {
  const running = new Map<number, AbortController>();
  const leave = service.onEvent((event) => port.post({ type: 'event', event }));
  port.onClose(() => {
    leave();
    for (const controller of running.values()) controller.abort();
  });
  port.onMessage((message) => {
    if (message.type === 'cancel') {
      running.get(message.id)?.abort();
      return;
    }
    const { id } = message;
    const controller = new AbortController();
    running.set(id, controller);
    const job = {
      signal: controller.signal,
      progress: (progress: { done: number; total: number; label: string }) =>
        port.post({ type: 'progress', id, progress }),
    };
    void service.call(message.name, message.input, job).then((result) => {
      running.delete(id);
      if (result.ok) port.post({ type: 'result', id, ok: true, value: result.value });
      else port.post({ type: 'result', id, ok: false, failure: result.failure });
    });
  });
}

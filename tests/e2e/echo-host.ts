// An engine that opens no database, so that it runs inside Electron 33's utility process, where the native module
// cannot be loaded: it proves the transport (calls, progress, cancel, grants, death), not the engine.

import { joinParent, type PagePort } from '../../electron/data-link.ts';
import type { ServicePort } from '../../service/serve.ts';

const granted = new Map<string, string>();
let locks = 0;

joinParent({
  onPage: serveEcho,
  onShell: (message) => {
    if (message.type === 'grant') granted.set(message.token, message.mode);
    if (message.type === 'lock') locks += 1;
    if (message.type === 'stop') setImmediate(() => process.exit(0));
  },
});

function serveEcho(port: PagePort & ServicePort): void {
  const timers = new Map<number, NodeJS.Timeout>();
  port.onMessage((message) => {
    const { id } = message;
    if (message.type === 'cancel') {
      clearInterval(timers.get(id));
      port.post({ type: 'result', id, ok: false, failure: { code: 'cancelled' } });
      return;
    }
    const reply = (value: unknown) => port.post({ type: 'result', id, ok: true, value });
    if (message.name === 'echo') reply(message.input);
    if (message.name === 'pid') reply(process.pid);
    if (message.name === 'locks') reply(locks);
    if (message.name === 'arguments') reply([...process.argv, ...Object.entries(process.env).flat()]);
    if (message.name === 'take') {
      reply(granted.get(String(message.input)) ?? null);
      granted.delete(String(message.input));
    }
    if (message.name === 'die') process.exit(7);
    if (message.name === 'count') {
      let done = 0;
      const timer = setInterval(() => {
        done += 1;
        port.post({ type: 'progress', id, progress: { done, total: 0, label: '' } });
        if (done === Number(message.input)) {
          clearInterval(timer);
          reply(done);
        }
      }, 5);
      timers.set(id, timer);
    }
    // 'wait' is never answered.
  });
}

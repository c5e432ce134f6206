import { AppError } from '../../contract/failure.ts';
import type { OperationName, Output, Wire } from '../../contract/operations.ts';
import type { ClientMessage, EngineEvent, EngineMessage, Progress } from '../../contract/port.ts';

/** One end of a message channel: the page's MessagePort, or Node's in a test. */
export interface ClientPort {
  postMessage(message: ClientMessage): void;
  onmessage: ((event: { data: EngineMessage }) => void) | null;
}

export interface CallOptions {
  onProgress?: (progress: Progress) => void;
  /** Aborting asks the engine to stop; the call then ends with `cancelled`. */
  signal?: AbortSignal;
}

/** `waiting`: no engine yet; `ready`: calls are answered; `stopped`: the engine is gone and may come back. */
export type EngineState = 'waiting' | 'ready' | 'stopped';

export interface Client {
  /** Runs one operation. Rejects with an {@link AppError} that carries the failure. */
  call<Name extends OperationName>(name: Name, input: Wire<Name>, options?: CallOptions): Promise<Output<Name>>;
  /** A port to an engine, the first or the one after a crash. */
  attach(port: ClientPort): void;
  /** The engine is gone: everything that waits is rejected with `engine-stopped`, nothing is repeated. */
  detach(): void;
  readonly state: EngineState;
  onEvent(listener: (event: EngineEvent) => void): () => void;
  onState(listener: (state: EngineState) => void): () => void;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: AppError): void;
  onProgress: ((progress: Progress) => void) | undefined;
  release(): void;
}

/** The page's side of `contract/port.ts`. Calls made before the first port wait for it. */
export function createClient(): Client {
  const waiting = new Map<number, Waiting>();
  const unsent: ClientMessage[] = [];
  const eventListeners = new Set<(event: EngineEvent) => void>();
  const stateListeners = new Set<(state: EngineState) => void>();
  let port: ClientPort | null = null;
  let state: EngineState = 'waiting';
  let lastId = 0;

  function changeState(next: EngineState): void {
    if (state === next) return;
    state = next;
    for (const listener of stateListeners) listener(next);
  }

  function send(message: ClientMessage): void {
    if (port === null) unsent.push(message);
    else port.postMessage(message);
  }

  function receive(message: EngineMessage): void {
    if (message.type === 'event') {
      for (const listener of eventListeners) listener(message.event);
      return;
    }
    const call = waiting.get(message.id);
    if (call === undefined) return;
    if (message.type === 'progress') {
      call.onProgress?.(message.progress);
      return;
    }
    waiting.delete(message.id);
    call.release();
    if (message.ok) call.resolve(message.value);
    else call.reject(new AppError(message.failure));
  }

  function detach(): void {
    if (port !== null) port.onmessage = null;
    port = null;
    unsent.length = 0;
    const lost = [...waiting.values()];
    waiting.clear();
    for (const call of lost) {
      call.release();
      call.reject(new AppError({ code: 'engine-stopped' }));
    }
    changeState('stopped');
  }

  return {
    get state() {
      return state;
    },
    call<Name extends OperationName>(name: Name, input: Wire<Name>, { onProgress, signal }: CallOptions = {}) {
      return new Promise<Output<Name>>((resolve, reject) => {
        if (state === 'stopped') return reject(new AppError({ code: 'engine-stopped' }));
        if (signal?.aborted) return reject(new AppError({ code: 'cancelled' }));
        const id = ++lastId;
        const cancel = () => send({ type: 'cancel', id });
        signal?.addEventListener('abort', cancel);
        waiting.set(id, {
          resolve: (value) => resolve(value as Output<Name>),
          reject,
          onProgress,
          release: () => signal?.removeEventListener('abort', cancel),
        });
        try {
          send({ type: 'call', id, name, input });
        } catch (error) {
          // What cannot be cloned is a mistake of the page, not of the engine.
          waiting.delete(id);
          reject(error);
        }
      });
    },
    attach(next) {
      if (port !== null) detach();
      port = next;
      next.onmessage = ({ data }) => receive(data);
      for (const message of unsent.splice(0)) next.postMessage(message);
      changeState('ready');
    },
    detach,
    onEvent: (listener) => subscribe(eventListeners, listener),
    onState: (listener) => subscribe(stateListeners, listener),
  };
}

function subscribe<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Messages that wait to be carried out by another process, which may end first. */
export interface Pending {
  /** Sends with a fresh number; `send` returns false when there is nobody to send to. */
  wait(send: (id: number) => boolean): Promise<void>;
  settle(id: number): void;
  /** The other process is gone: what waits now, and what is tried later, is rejected. */
  rejectAll(): void;
}

export function createPending(): Pending {
  const waiting = new Map<number, { resolve: () => void; reject: (error: Error) => void }>();
  let lastId = 0;
  let isOver = false;
  return {
    wait: (send) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        waiting.set(id, { resolve, reject });
        if (isOver || !send(id)) {
          waiting.delete(id);
          reject(new Error('engine-stopped'));
        }
      }),
    settle: (id) => {
      waiting.get(id)?.resolve();
      waiting.delete(id);
    },
    rejectAll: () => {
      isOver = true;
      for (const { reject } of waiting.values()) reject(new Error('engine-stopped'));
      waiting.clear();
    },
  };
}

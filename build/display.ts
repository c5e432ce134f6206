import { type ChildProcess, spawn } from 'node:child_process';

export interface Display {
  /** For the DISPLAY variable. */
  name: string;
  stop(): void;
}

/** Starts an X server without a screen on a number that Xvfb finds free. */
export function startDisplay(): Promise<Display> {
  // 24-bit colour and the smallest screen the window is laid out for.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1366x768x24', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3]?.once('data', (number) => resolve({ name: `:${String(number).trim()}`, stop: stopper(server) }));
  });
}

function stopper(server: ChildProcess): () => void {
  const stop = () => {
    server.kill();
  };
  process.once('exit', stop);
  return stop;
}

import { app, utilityProcess } from 'electron';
import { commandLineMark } from './data-wire.ts';
import { findPlace } from './place.ts';

/** What follows the mark, or null when the window is wanted. `resources/bin/zhibu` sets it. */
export function commandLine(words: string[] = process.argv): string[] | null {
  const at = words.indexOf(commandLineMark);
  return at < 0 ? null : words.slice(at + 1);
}

/** Runs the engine's command line without any window, where no plain Node travels with the program. */
export async function runCommandLine(words: string[]): Promise<void> {
  await app.whenReady();
  const child = utilityProcess.fork(findPlace().dataHost, [commandLineMark, ...words], { stdio: 'inherit' });
  child.once('exit', (code) => app.exit(code));
}

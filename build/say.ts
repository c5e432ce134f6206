/** A line for the developer. */
export function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

/** Something the developer has to do; shown without a stack. */
export class PlainError extends Error {}

/** Runs a script's main function; a {@link PlainError} ends it with one sentence and exit code 1. */
export async function runScript(main: () => Promise<number> | Promise<void>): Promise<void> {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.stderr.write(`${error instanceof PlainError ? error.message : (error as Error).stack}\n`);
    process.exitCode = 1;
  }
}

import type { Service } from '../service.ts';

/** What a command is given: parsed arguments, an engine, somewhere to write. */
export interface CommandContext {
  readonly service: Service;
  readonly positionals: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | string[] | undefined>>;
  /** Machine-readable: prints one JSON value (or JSON lines) on stdout and nothing else. */
  readonly json: boolean;
  print(line: string): void;
  readInput(file: string): Promise<string>;
}

/** 0 done · 1 findings or refused · 2 wrong usage */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  readonly usage: string;
  /** What it does, one line of Chinese. */
  readonly summary: string;
  readonly positionals: { least: number; most: number };
  readonly flags: Readonly<Record<string, { type: 'string' | 'boolean'; multiple?: boolean; short?: string }>>;
  run(context: CommandContext): Promise<ExitCode>;
}

/** Wrong usage: told with the command's usage line, exit code 2. */
export class UsageError extends Error {}

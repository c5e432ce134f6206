#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { AppError, type Failure } from '../../contract/failure.ts';
import { createService } from '../service.ts';
import { type Command, type CommandContext, type ExitCode, UsageError } from './command.ts';
import { commands } from './commands/index.ts';
import { cliText } from './text.ts';

/** Finds the command of one or two words (`call`, `key reveal`) at the start of the arguments. */
function findCommand(args: readonly string[]): { command: Command; rest: string[] } | undefined {
  for (const words of [2, 1]) {
    const name = args.slice(0, words).join(' ');
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (args.length >= words && command !== undefined) return { command, rest: args.slice(words) };
  }
  return undefined;
}

async function run(args: readonly string[]): Promise<ExitCode> {
  const found = findCommand(args);
  if (found === undefined) {
    process.stderr.write(`${help()}\n`);
    return args.length === 0 || args[0] === 'help' || args[0] === '--help' ? 0 : 2;
  }
  let json = false;
  try {
    const { values, positionals } = parseCommandLine(found.command, found.rest);
    json = values.json === true;
    const service = createService();
    const context: CommandContext = {
      service,
      positionals,
      flags: values,
      json,
      print: (line) => process.stdout.write(`${line}\n`),
      readInput,
    };
    try {
      return await found.command.run(context);
    } finally {
      service.stop();
    }
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n${found.command.usage}\n`);
      return 2;
    }
    if (!(error instanceof AppError)) throw error;
    tell(error.failure, json);
    return 1;
  }
}

function parseCommandLine(command: Command, args: string[]) {
  try {
    const parsed = parseArgs({
      args,
      allowPositionals: true,
      options: { ...command.flags, json: { type: 'boolean' } },
    });
    const { least, most } = command.positionals;
    if (parsed.positionals.length < least || parsed.positionals.length > most)
      throw new UsageError(cliText.argumentCount(least, most, parsed.positionals.length));
    return parsed;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Failures go to stdout as JSON when a machine reads, to stderr in words when a person does. */
function tell(failure: Failure, json: boolean): void {
  if (json) process.stdout.write(`${JSON.stringify({ failure })}\n`);
  else process.stderr.write(`${cliText.failure(failure)}\n`);
}

async function readInput(file: string): Promise<string> {
  if (file !== '-') {
    const { readFile } = await import('node:fs/promises');
    return readFile(file, 'utf8').catch(() => {
      throw new AppError({ code: 'file-unreadable', file, reason: 'missing' });
    });
  }
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function help(): string {
  const lines = Object.values(commands).map((command) => `  ${command.usage}\n      ${command.summary}`);
  return [cliText.title, '', ...lines, '', cliText.exitCodes].join('\n');
}

process.exitCode = await run(process.argv.slice(2));

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AppError } from '../../contract/failure.ts';
import type { OperationName, Output, Wire } from '../../contract/operations.ts';
import type { JobControl } from '../context.ts';
import type { Service } from '../service.ts';
import { type CommandContext, UsageError } from './command.ts';

/** Calls an operation and throws its failure, so that commands read straight down. */
export async function callOrThrow<Name extends OperationName>(
  service: Service,
  name: Name,
  input: Wire<Name>,
  job?: JobControl,
): Promise<Output<Name>> {
  const result = await service.call(name, input, job);
  if (!result.ok) throw new AppError(result.failure);
  return result.value as Output<Name>;
}

/** The positional at `index`, made absolute. */
export function pathArgument(context: CommandContext, index: number): string {
  const value = context.positionals[index];
  if (value === undefined || value === '') throw new UsageError(`argument ${index + 1} is missing`);
  return resolve(value);
}

/** A secret: only ever read from a file, whose last line break does not count. */
export function readPassphrase(context: CommandContext, flag = 'passphrase-file'): string {
  const file = context.flags[flag];
  if (typeof file !== 'string') throw new UsageError(`--${flag} is missing`);
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch {
    throw new AppError({ code: 'file-unreadable', file, reason: 'missing' });
  }
}

/**
 * Opens the archive named first on the command line, runs `work`, closes again (with a verified copy when
 * something changed).
 */
export async function withArchive<Result>(context: CommandContext, work: () => Promise<Result>): Promise<Result> {
  const folder = pathArgument(context, 0);
  await callOrThrow(context.service, 'archive.open', {
    folder: context.service.grant(folder, 'read-folder'),
    passphrase: readPassphrase(context),
    ...namedPerson(context),
  });
  try {
    return await work();
  } finally {
    await callOrThrow(context.service, 'archive.close', {});
  }
}

/**
 * The code stands in the terminal, in front of whoever runs the command, and is the command's result: it is not asked
 * back as in the window.
 */
export async function confirmRecovery({ service }: CommandContext, recoveryCode: string): Promise<void> {
  const groups = recoveryCode.split('-').slice(0, 2);
  await callOrThrow(service, 'archive.confirmRecoveryCode', { groups, positions: [0, 1] });
}

/** Whose passphrase it is, where several people have one; every slot is tried without it. */
function namedPerson({ flags }: CommandContext): { person?: string } {
  return typeof flags.person === 'string' ? { person: flags.person } : {};
}

export const archiveFlags = { 'passphrase-file': { type: 'string' }, person: { type: 'string' } } as const;

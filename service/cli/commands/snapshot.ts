import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AppError } from '../../../contract/failure.ts';
import { readSigningKeyText } from '../../../contract/minisign.ts';
import { AgeRecipient } from '../../../contract/snapshot.ts';
import { type Command, type CommandContext, UsageError } from '../command.ts';
import { archiveFlags, callOrThrow, pathArgument, readPassphrase, withArchive } from '../session.ts';
import { snapshotText } from '../snapshot-text.ts';

export const snapshotSealCommand: Command = {
  usage: 'zhibu snapshot seal ARCHIVE [--to RECIPIENT …] --out FILE --passphrase-file FILE [--json]',
  summary: snapshotText.summaries.seal,
  positionals: { least: 1, most: 1 },
  flags: { ...archiveFlags, to: { type: 'string', multiple: true }, out: { type: 'string' } },
  async run(context) {
    const out = fileFlag(context, 'out');
    const recipients = recipientsIn(context);
    const sealed = await withArchive(context, () =>
      callOrThrow(context.service, 'snapshot.seal', {
        file: context.service.grant(out, 'write-file'),
        ...(recipients.length > 0 ? { recipients } : {}),
      }),
    );
    context.print(context.json ? JSON.stringify({ file: out, ...sealed }) : snapshotText.sealed(out, sealed));
    return 0;
  },
};

export const snapshotOpenCommand: Command = {
  usage: 'zhibu snapshot open FILE --identity FILE --into DIR [--signer KEY] [--json]',
  summary: snapshotText.summaries.open,
  positionals: { least: 1, most: 1 },
  flags: { identity: { type: 'string' }, into: { type: 'string' }, signer: { type: 'string' } },
  async run(context) {
    const into = fileFlag(context, 'into');
    const signer = signerIn(context);
    const opened = await callOrThrow(context.service, 'snapshot.open', {
      file: context.service.grant(pathArgument(context, 0), 'read-file'),
      identity: context.service.grant(fileFlag(context, 'identity'), 'read-file'),
      folder: context.service.grant(into, 'write-folder'),
      ...(signer === null ? {} : { signer }),
    });
    context.print(context.json ? JSON.stringify({ folder: into, ...opened }) : snapshotText.opened(into, opened));
    return 0;
  },
};

export const snapshotInspectCommand: Command = {
  usage: 'zhibu snapshot inspect FILE [--json]',
  summary: snapshotText.summaries.inspect,
  positionals: { least: 1, most: 1 },
  flags: {},
  async run(context) {
    const file = context.service.grant(pathArgument(context, 0), 'read-file');
    const found = await callOrThrow(context.service, 'snapshot.inspect', { file });
    context.print(context.json ? JSON.stringify(found) : snapshotText.described(found));
    return 0;
  },
};

export const snapshotPushCommand: Command = {
  usage:
    'zhibu snapshot push ARCHIVE [--server URL] [--token-file FILE] [--ca-file FILE] [--to RECIPIENT …] --passphrase-file FILE [--json]',
  summary: snapshotText.summaries.push,
  positionals: { least: 1, most: 1 },
  flags: {
    ...archiveFlags,
    server: { type: 'string' },
    'token-file': { type: 'string' },
    'ca-file': { type: 'string' },
    to: { type: 'string', multiple: true },
  },
  async run(context) {
    const { server } = context.flags;
    const recipients = recipientsIn(context);
    const target = {
      ...(typeof server === 'string' ? { url: server } : {}),
      ...(context.flags['token-file'] === undefined ? {} : { token: readPassphrase(context, 'token-file').trim() }),
      ...(context.flags['ca-file'] === undefined ? {} : { authority: readText(fileFlag(context, 'ca-file')) }),
      ...(recipients.length > 0 ? { recipients } : {}),
    };
    const pushed = await withArchive(context, async () => {
      if (Object.keys(target).length > 0) await callOrThrow(context.service, 'snapshot.saveTarget', target);
      return callOrThrow(context.service, 'snapshot.push', {});
    });
    context.print(context.json ? JSON.stringify(pushed) : snapshotText.pushed(pushed));
    return 0;
  },
};

export const snapshotKeysCommand: Command = {
  usage: 'zhibu snapshot keys ARCHIVE --passphrase-file FILE [--json]',
  summary: snapshotText.summaries.keys,
  positionals: { least: 1, most: 1 },
  flags: archiveFlags,
  async run(context) {
    const keys = await withArchive(context, () => callOrThrow(context.service, 'snapshot.identity', {}));
    context.print(context.json ? JSON.stringify(keys) : snapshotText.keys(keys));
    return 0;
  },
};

function fileFlag(context: CommandContext, flag: string): string {
  const value = context.flags[flag];
  if (typeof value !== 'string' || value === '') throw new UsageError(`--${flag} is missing`);
  return resolve(value);
}

function recipientsIn(context: CommandContext): string[] {
  const given = context.flags.to;
  const recipients = Array.isArray(given) ? given : [];
  for (const recipient of recipients) {
    if (!AgeRecipient.safeParse(recipient).success) {
      throw new AppError({ code: 'snapshot-refused', reason: 'bad-recipient', detail: recipient.slice(0, 80) });
    }
  }
  return recipients;
}

/** The key line itself, or a file that holds it. */
function signerIn(context: CommandContext): string | null {
  const given = context.flags.signer;
  if (typeof given !== 'string') return null;
  const signer = readSigningKeyText(given) ?? readSigningKeyText(readText(resolve(given)));
  if (signer === null) throw new UsageError('--signer RW…');
  return signer;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new AppError({ code: 'file-unreadable', file, reason: 'missing' });
  }
}

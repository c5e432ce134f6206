import { resolve } from 'node:path';
import { type Command, type ExitCode, UsageError } from '../command.ts';
import { archiveFlags, callOrThrow, withArchive } from '../session.ts';
import { cliText } from '../text.ts';

export const copyCommand: Command = {
  usage: 'zhibu copy ARCHIVE [--out DIR] [--list] --passphrase-file FILE [--json]',
  summary: cliText.summaries.copy,
  positionals: { least: 1, most: 1 },
  flags: { ...archiveFlags, out: { type: 'string' }, list: { type: 'boolean' } },
  run: (context) =>
    withArchive<ExitCode>(context, async () => {
      if (context.flags.list === true) {
        const copies = await callOrThrow(context.service, 'copy.list', {});
        for (const copy of copies) context.print(context.json ? JSON.stringify(copy) : cliText.copyLine(copy));
        return 0;
      }
      const { out } = context.flags;
      const copy = await callOrThrow(
        context.service,
        'copy.make',
        typeof out === 'string' ? { folder: context.service.grant(resolve(out), 'write-folder') } : {},
      );
      context.print(context.json ? JSON.stringify(copy) : cliText.copyLine(copy));
      return 0;
    }),
};

export const verifyCommand: Command = {
  usage: 'zhibu verify ARCHIVE --passphrase-file FILE [--json]',
  summary: cliText.summaries.verify,
  positionals: { least: 1, most: 1 },
  flags: archiveFlags,
  run: (context) =>
    withArchive<ExitCode>(context, async () => {
      const archive = await callOrThrow(context.service, 'archive.verify', {});
      const copies = [];
      for (const copy of await callOrThrow(context.service, 'copy.list', {}))
        copies.push(await callOrThrow(context.service, 'copy.verify', { id: copy.id }));
      const broken = copies.filter((copy) => copy.verifiedAt === null).map((copy) => copy.id);
      if (context.json) context.print(JSON.stringify({ ...archive, copies: copies.length, brokenCopies: broken }));
      else context.print(cliText.verified(archive, copies.length, broken));
      return archive.ok && broken.length === 0 ? 0 : 1;
    }),
};

export const restoreCommand: Command = {
  usage: 'zhibu restore ARCHIVE [COPY] --passphrase-file FILE [--json]',
  summary: cliText.summaries.restore,
  positionals: { least: 1, most: 2 },
  flags: archiveFlags,
  run: (context) =>
    withArchive<ExitCode>(context, async () => {
      const copies = await callOrThrow(context.service, 'copy.list', {});
      const id = context.positionals[1] ?? copies.find((copy) => copy.verifiedAt !== null)?.id;
      if (id === undefined) throw new UsageError(cliText.noCopies);
      const { keptAside } = await callOrThrow(context.service, 'copy.restore', { id });
      context.print(context.json ? JSON.stringify({ restored: id, keptAside }) : cliText.restored(id, keptAside));
      return 0;
    }),
};

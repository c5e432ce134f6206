import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { archiveName } from '../../archive/place.ts';
import type { Command } from '../command.ts';
import { archiveFlags, callOrThrow, confirmRecovery, pathArgument, readPassphrase } from '../session.ts';
import { cliText } from '../text.ts';

export const newCommand: Command = {
  usage: 'zhibu new ARCHIVE --passphrase-file FILE [--branch FULL-NAME] [--person NAME] [--json]',
  summary: cliText.summaries.new,
  positionals: { least: 1, most: 1 },
  flags: { ...archiveFlags, branch: { type: 'string' } },
  async run(context) {
    const folder = pathArgument(context, 0);
    const name = archiveName(folder);
    const branchId = randomUUID();
    const { branch, person } = context.flags;
    const { recoveryCode } = await callOrThrow(context.service, 'archive.create', {
      folder: context.service.grant(folder, 'write-folder'),
      name,
      person: typeof person === 'string' ? person : userInfo().username,
      passphrase: readPassphrase(context),
      branch: { id: branchId, revision: 0, fullName: typeof branch === 'string' ? branch : name },
    });
    await confirmRecovery(context, recoveryCode);
    if (context.json) context.print(JSON.stringify({ archive: folder, branchId, recoveryCode }));
    else context.print(cliText.created(folder, recoveryCode));
    return 0;
  },
};

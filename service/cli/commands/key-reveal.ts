import type { Command } from '../command.ts';
import { archiveFlags, callOrThrow, readPassphrase, withArchive } from '../session.ts';
import { cliText } from '../text.ts';

export const keyRevealCommand: Command = {
  usage: 'zhibu key reveal ARCHIVE --passphrase-file FILE [--json]',
  summary: cliText.summaries.keyReveal,
  positionals: { least: 1, most: 1 },
  flags: archiveFlags,
  async run(context) {
    // The warning goes to stderr, so that a script that reads the key still shows it to the person.
    process.stderr.write(`${cliText.keyWarning}\n`);
    const { key } = await withArchive(context, () =>
      callOrThrow(context.service, 'archive.revealKey', { passphrase: readPassphrase(context) }),
    );
    context.print(context.json ? JSON.stringify({ cipher: 'sqlcipher', version: 4, key }) : key);
    return 0;
  },
};

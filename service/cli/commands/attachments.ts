import { randomUUID } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { AttachmentSlot } from '../../../contract/attachment.ts';
import { RecordName } from '../../../contract/history.ts';
import { PartialDate } from '../../../contract/values.ts';
import { attachmentText } from '../attachment-text.ts';
import { type Command, type ExitCode, UsageError } from '../command.ts';
import { archiveFlags, callOrThrow, withArchive } from '../session.ts';

export const attachCommand: Command = {
  usage:
    'zhibu attach ARCHIVE RECORD ID FILE… [--slot sign-in|photo|notice|courseware|scan|other] [--part ID] [--title TEXT] [--taken-on DATE] [--location TEXT] [--as-pages] --passphrase-file FILE [--json]',
  summary: attachmentText.summaries.attach,
  positionals: { least: 4, most: 203 },
  flags: {
    ...archiveFlags,
    slot: { type: 'string' },
    part: { type: 'string' },
    title: { type: 'string' },
    'taken-on': { type: 'string' },
    location: { type: 'string' },
    'as-pages': { type: 'boolean' },
  },
  run: (context) => {
    const { flags, service } = context;
    const [, recordName, recordId = '', ...files] = context.positionals;
    const record = RecordName.safeParse(recordName);
    if (!record.success) throw new UsageError(`RECORD: ${RecordName.options.join(', ')}`);
    const slot = AttachmentSlot.safeParse(flags.slot ?? 'scan');
    if (!slot.success) throw new UsageError(`--slot ${AttachmentSlot.options.join('|')}`);
    const takenOn = PartialDate.optional().safeParse(flags['taken-on']);
    if (!takenOn.success) throw new UsageError('--taken-on YYYY[-MM[-DD]]');
    const text = (flag: string) => (typeof flags[flag] === 'string' ? flags[flag] : '');
    return withArchive<ExitCode>(context, async () => {
      for (const pages of flags['as-pages'] === true ? [files] : files.map((file) => [file])) {
        const added = await callOrThrow(service, 'attachment.add', {
          id: randomUUID(),
          record: record.data,
          recordId,
          part: text('part'),
          slot: slot.data,
          title: text('title'),
          originalLocation: text('location'),
          ...(takenOn.data === undefined ? {} : { takenOn: takenOn.data }),
          files: pages.map((file) => ({ grant: service.grant(resolve(file), 'read-file') })),
        });
        // Told at once: a later file may be refused, and this one stays.
        context.print(context.json ? JSON.stringify(added) : attachmentText.added(added));
      }
      return 0;
    });
  },
};

export const attachmentSaveCommand: Command = {
  usage: 'zhibu attachment save ARCHIVE ID FILE|DIR [--page N] --passphrase-file FILE [--json]',
  summary: attachmentText.summaries.save,
  positionals: { least: 3, most: 3 },
  flags: { ...archiveFlags, page: { type: 'string' } },
  run: (context) => {
    const { service, flags } = context;
    const [, id = '', target = ''] = context.positionals;
    const page = flags.page === undefined ? undefined : Number(flags.page);
    if (page !== undefined && !(Number.isInteger(page) && page >= 1)) throw new UsageError('--page 1, 2, …');
    return withArchive<ExitCode>(context, async () => {
      const { pages } = await callOrThrow(service, 'attachment.get', { id });
      const isOne = page !== undefined || pages.length === 1;
      const path = resolve(target);
      const { files } = await callOrThrow(
        service,
        'attachment.export',
        isOne
          ? { id, position: (page ?? 1) - 1, file: service.grant(path, 'write-file') }
          : { id, folder: service.grant(path, 'write-folder') },
      );
      if (context.json) context.print(JSON.stringify({ files }));
      else for (const file of files) context.print(attachmentText.saved(isOne ? basename(path) : file));
      return 0;
    });
  },
};

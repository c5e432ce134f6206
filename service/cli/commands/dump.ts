import { RecordName } from '../../../contract/history.ts';
import { IsoDate } from '../../../contract/values.ts';
import { type Command, UsageError } from '../command.ts';
import { archiveFlags, callOrThrow, withArchive } from '../session.ts';
import { cliText } from '../text.ts';

export const dumpCommand: Command = {
  usage: 'zhibu dump ARCHIVE RECORD [--as-of DATE] [--unmask] --passphrase-file FILE',
  summary: cliText.summaries.dump,
  positionals: { least: 2, most: 2 },
  flags: { ...archiveFlags, 'as-of': { type: 'string' }, unmask: { type: 'boolean' } },
  async run(context) {
    const record = RecordName.safeParse(context.positionals[1]);
    if (!record.success) throw new UsageError(`RECORD: ${RecordName.options.join(', ')}`);
    const asOf = context.flags['as-of'];
    if (asOf !== undefined && !IsoDate.safeParse(asOf).success) throw new UsageError('--as-of YYYY-MM-DD');
    const rows = await withArchive(context, () =>
      callOrThrow(context.service, 'record.dump', {
        record: record.data,
        unmask: context.flags.unmask === true,
        ...(typeof asOf === 'string' ? { asOf } : {}),
      }),
    );
    for (const row of rows) context.print(JSON.stringify(row));
    return 0;
  },
};

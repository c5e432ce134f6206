import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Branch } from '../../../contract/branch.ts';
import { AppError } from '../../../contract/failure.ts';
import { LedgerFormat } from '../../../contract/ledgers.ts';
import type { Output } from '../../../contract/operations.ts';
import { IsoDate, Year } from '../../../contract/values.ts';
import { ledgers } from '../../../templates/ledgers/index.ts';
import { type Command, type CommandContext, type ExitCode, UsageError } from '../command.ts';
import { archiveFlags, callOrThrow, withArchive } from '../session.ts';
import { cliText } from '../text.ts';

type Exported = Output<'ledger.export'>;

export const exportCommand: Command = {
  usage:
    'zhibu export ARCHIVE --out DIR --year Y [--as-of DATE] [--ledger ID …] [--format xlsx,pdf] [--branch ID] [--unmask] [--replace] --passphrase-file FILE [--json]',
  summary: cliText.summaries.export,
  positionals: { least: 1, most: 1 },
  flags: {
    ...archiveFlags,
    out: { type: 'string' },
    year: { type: 'string' },
    'as-of': { type: 'string' },
    ledger: { type: 'string', multiple: true },
    format: { type: 'string' },
    branch: { type: 'string' },
    unmask: { type: 'boolean' },
    replace: { type: 'boolean' },
  },
  async run(context) {
    const wanted = readWanted(context);
    return withArchive<ExitCode>(context, async () => {
      const branches = await branchesToExport(context);
      const files: (Exported['files'][number] & { branchId: string })[] = [];
      const missing: Exported['missing'] = [];
      for (const branch of branches) {
        const folder = branches.length === 1 ? wanted.out : join(wanted.out, branch.shortName || branch.fullName);
        const done = await exportBranch(context, branch, folder, wanted);
        files.push(...done.files.map((file) => ({ ...file, branchId: branch.id })));
        missing.push(...done.missing);
      }
      if (context.json) context.print(JSON.stringify({ files, missing }));
      else {
        for (const file of files) context.print(file.name);
        for (const { file, character, where } of missing)
          context.print(cliText.missingCharacter(file, character, where));
      }
      return 0;
    });
  },
};

interface Wanted {
  out: string;
  year: number;
  asOf: string | undefined;
  ids: string[];
  formats: LedgerFormat[];
}

function readWanted({ flags }: CommandContext): Wanted {
  if (typeof flags.out !== 'string') throw new UsageError('--out DIR');
  const year = Year.safeParse(Number(flags.year));
  if (!year.success) throw new UsageError('--year YYYY');
  const asOf = IsoDate.optional().safeParse(flags['as-of']);
  if (!asOf.success) throw new UsageError('--as-of YYYY-MM-DD');
  const formats = z
    .array(LedgerFormat)
    .safeParse(typeof flags.format === 'string' ? flags.format.split(',') : ['xlsx', 'pdf']);
  if (!formats.success) throw new UsageError('--format xlsx,pdf');
  const named = Array.isArray(flags.ledger) ? flags.ledger.flatMap((value) => value.split(',')) : [];
  const ids = named.length === 0 ? ledgers.map((ledger) => ledger.id) : named.map(ledgerId);
  return { out: resolve(flags.out), year: year.data, asOf: asOf.data, ids, formats: formats.data };
}

/** A ledger by its id (`03-member-roster`) or its number (`3`). */
function ledgerId(named: string): string {
  const found = ledgers.find((ledger) => ledger.id === named || String(ledger.number) === named.replace(/^0/, ''));
  if (found === undefined) throw new UsageError(`--ledger: ${ledgers.map((ledger) => ledger.id).join(', ')}`);
  return found.id;
}

async function branchesToExport({ service, flags }: CommandContext): Promise<Branch[]> {
  const all = await callOrThrow(service, 'branch.list', {});
  if (typeof flags.branch === 'string') {
    const one = all.find((branch) => branch.id === flags.branch);
    if (one === undefined) throw new AppError({ code: 'no-such-record', record: 'branch', id: flags.branch });
    return [one];
  }
  const branches = all.filter((branch) => branch.kind !== 'party-committee' && branch.kind !== 'general-branch');
  return branches.length === 0 ? all : branches;
}

async function exportBranch(
  context: CommandContext,
  branch: Branch,
  folder: string,
  wanted: Wanted,
): Promise<Exported> {
  mkdirSync(folder, { recursive: true });
  const { today } = await callOrThrow(context.service, 'archive.status', {});
  const yearEnd = `${wanted.year}-12-31`;
  return callOrThrow(context.service, 'ledger.export', {
    ids: wanted.ids,
    formats: wanted.formats,
    folder: context.service.grant(folder, 'write-folder'),
    replace: context.flags.replace === true,
    options: {
      branchId: branch.id,
      year: wanted.year,
      asOf: wanted.asOf ?? (yearEnd < today ? yearEnd : today),
      unmask: context.flags.unmask === true,
    },
  });
}

import { resolve } from 'node:path';
import { rosterColumns } from '../../../templates/roster.ts';
import type { Command, ExitCode } from '../command.ts';
import { importText } from '../import-text.ts';
import { archiveFlags, callOrThrow, pathArgument, withArchive } from '../session.ts';
import { cliText } from '../text.ts';

export const importCommand: Command = {
  usage:
    'zhibu import ARCHIVE FILE [--plan-only] [--skip-problem-rows] [--sheet NAME] [--branch ID] [--on-roll-from DATE] [--marked-copy FILE] --passphrase-file FILE [--json]',
  summary: cliText.summaries.import,
  positionals: { least: 2, most: 2 },
  flags: {
    ...archiveFlags,
    'plan-only': { type: 'boolean' },
    'skip-problem-rows': { type: 'boolean' },
    sheet: { type: 'string' },
    branch: { type: 'string' },
    'on-roll-from': { type: 'string' },
    'marked-copy': { type: 'string' },
  },
  run: (context) =>
    withArchive<ExitCode>(context, async () => {
      const { service, flags } = context;
      const text = (flag: string) => (typeof flags[flag] === 'string' ? flags[flag] : undefined);
      const { planId, plan } = await callOrThrow(service, 'import.plan', {
        file: service.grant(pathArgument(context, 1), 'read-file'),
        sheet: text('sheet'),
        branchId: text('branch'),
      });
      const marked = text('marked-copy');
      if (marked !== undefined)
        await callOrThrow(service, 'import.markedCopy', { planId, file: service.grant(resolve(marked), 'write-file') });
      const skipProblemRows = flags['skip-problem-rows'] === true;
      const isRefused = plan.counts.problemRows > 0 && !skipProblemRows;
      const isPlanOnly = flags['plan-only'] === true;
      const applied =
        isRefused || isPlanOnly
          ? undefined
          : await callOrThrow(service, 'import.apply', { planId, skipProblemRows, onRollFrom: text('on-roll-from') });
      const batch = applied?.batch ?? null;
      if (context.json) {
        const { counts, problems, notices, ...rest } = plan;
        const summary = { new: counts.new, changed: counts.changed, same: counts.same };
        context.print(
          JSON.stringify({
            ...summary,
            problems,
            batch,
            notices,
            sheet: rest.sheet,
            columns: rest.columns,
            newGroups: rest.newGroups,
            changes: plan.changed,
          }),
        );
      } else {
        context.print(importText.plan(plan));
        for (const problem of plan.problems) context.print(importText.problem(problem));
        for (const { name, changes } of plan.changed)
          for (const change of changes) {
            const title = rosterColumns.find(({ field }) => field === change.field)?.title ?? change.field;
            context.print(importText.change(name, change, title));
          }
        for (const notice of plan.notices) context.print(importText.notice(notice));
        if (isPlanOnly) context.print(importText.planOnly);
        else if (isRefused) context.print(importText.refused);
        else
          context.print(batch === null ? importText.nothingToDo : importText.applied(pathArgument(context, 0), batch));
      }
      return isRefused || (isPlanOnly && plan.counts.problemRows > 0) ? 1 : 0;
    }),
};

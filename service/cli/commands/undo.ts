import { AppError } from '../../../contract/failure.ts';
import { type Command, type ExitCode, UsageError } from '../command.ts';
import { archiveFlags, callOrThrow, withArchive } from '../session.ts';
import { cliText } from '../text.ts';
import { undoText } from '../undo-text.ts';

export const undoCommand: Command = {
  usage: 'zhibu undo ARCHIVE BATCH|NUMBER [--plan-only] [--reason TEXT] --passphrase-file FILE [--json]',
  summary: cliText.summaries.undo,
  positionals: { least: 2, most: 2 },
  flags: { ...archiveFlags, 'plan-only': { type: 'boolean' }, reason: { type: 'string' } },
  run: (context) =>
    withArchive<ExitCode>(context, async () => {
      const named = context.positionals[1];
      if (named === undefined) throw new UsageError('argument 2 is missing');
      const target = /^\d+$/.test(named) ? { change: Number(named) } : { batch: named };
      const plan = await callOrThrow(context.service, 'change.planUndo', target);
      const isPlanOnly = context.flags['plan-only'] === true;
      if (!context.json) {
        for (const effect of plan.effects) context.print(undoText.effect(effect, plan.names));
        if (plan.counts.effects > plan.effects.length)
          context.print(undoText.more(plan.counts.effects - plan.effects.length));
        for (const obstacle of plan.obstacles) context.print(undoText.obstacle(obstacle));
      }
      if (isPlanOnly) {
        context.print(context.json ? JSON.stringify(plan) : undoText.planOnly);
        return plan.obstacles.length > 0 ? 1 : 0;
      }
      const [obstacle] = plan.obstacles;
      if (obstacle !== undefined)
        throw new AppError({
          code: 'cannot-undo',
          reason: obstacle.code,
          records: plan.obstacles.filter(({ id }) => id !== '').map(({ record, id, label }) => ({ record, id, label })),
        });
      const given = context.flags.reason;
      const reason = typeof given === 'string' && given.trim() !== '' ? given : undoText.reason;
      const undone = await callOrThrow(context.service, 'change.undo', { target, plan: plan.plan, reason });
      context.print(context.json ? JSON.stringify({ of: named, ...undone }) : undoText.undone(undone));
      return 0;
    }),
};

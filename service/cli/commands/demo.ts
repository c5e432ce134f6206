import { resolve } from 'node:path';
import { DemoSize } from '../../../contract/archive.ts';
import { type Command, type CommandContext, UsageError } from '../command.ts';
import { callOrThrow, readPassphrase } from '../session.ts';
import { cliText } from '../text.ts';

/** Everything in a demo archive is invented, so its passphrase need not be secret. */
const practicePassphrase = '演示支部-练习用';

export const demoCommand: Command = {
  usage: 'zhibu demo [ARCHIVE] [--members N] [--years Y] [--seed S] [--today DATE] [--passphrase-file FILE] [--json]',
  summary: cliText.summaries.demo,
  positionals: { least: 0, most: 1 },
  flags: {
    members: { type: 'string' },
    years: { type: 'string' },
    seed: { type: 'string' },
    today: { type: 'string' },
    out: { type: 'string' },
    'passphrase-file': { type: 'string' },
  },
  async run(context) {
    const { out, today } = context.flags;
    const folder = resolve(context.positionals[0] ?? (typeof out === 'string' ? out : '演示支部.zhibu'));
    const hasOwn = context.flags['passphrase-file'] !== undefined;
    const passphrase = hasOwn ? readPassphrase(context) : practicePassphrase;
    const made = await callOrThrow(context.service, 'archive.createDemo', {
      folder: context.service.grant(folder, 'write-folder'),
      person: cliText.demoPerson,
      passphrase,
      ...(typeof today === 'string' ? { today } : {}),
      ...readSize(context),
    });
    if (context.json) context.print(JSON.stringify({ archive: folder, ...made, ...(hasOwn ? {} : { passphrase }) }));
    else context.print(cliText.demoCreated(folder, made.members, made.meetings, hasOwn ? undefined : passphrase));
    return 0;
  },
};

function readSize(context: CommandContext) {
  const size = DemoSize.safeParse({
    members: numberFlag(context, 'members'),
    years: numberFlag(context, 'years'),
    seed: numberFlag(context, 'seed'),
  });
  if (!size.success) throw new UsageError(size.error.issues.map((issue) => `--${issue.path.join('.')}`).join(', '));
  return size.data;
}

function numberFlag(context: CommandContext, name: string): number | undefined {
  const value = context.flags[name];
  return typeof value === 'string' ? Number(value) : undefined;
}

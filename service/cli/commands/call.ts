import { resolve } from 'node:path';
import { AppError } from '../../../contract/failure.ts';
import type { GrantMode } from '../../../contract/port.ts';
import type { Service } from '../../service.ts';
import { type Command, UsageError } from '../command.ts';
import { archiveFlags, withArchive } from '../session.ts';
import { cliText } from '../text.ts';

export const callCommand: Command = {
  usage: 'zhibu call ARCHIVE OPERATION [--input FILE|-] --passphrase-file FILE [--json]',
  summary: cliText.summaries.call,
  positionals: { least: 2, most: 2 },
  flags: { ...archiveFlags, input: { type: 'string' } },
  async run(context) {
    const { input: file } = context.flags;
    const text = typeof file === 'string' ? await context.readInput(file) : '{}';
    const input = withGrants(parseJson(text), context.service);
    const name = context.positionals[1] ?? '';
    const result = await withArchive(context, () => context.service.call(name, input));
    if (!result.ok) throw new AppError(result.failure);
    context.print(JSON.stringify(result.value, null, context.json ? undefined : 2));
    return 0;
  },
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(cliText.notJson);
  }
}

const grantText = /^grant:(read-file|write-file|read-folder|write-folder):(.+)$/s;

/** Operations take tokens, not paths; `"grant:read-file:/path"` in the input stands for a token of that path. */
function withGrants(value: unknown, service: Service): unknown {
  if (typeof value === 'string') {
    const match = grantText.exec(value);
    return match ? service.grant(resolve(match[2] ?? ''), match[1] as GrantMode) : value;
  }
  if (Array.isArray(value)) return value.map((item) => withGrants(item, service));
  if (value === null || typeof value !== 'object') return value;
  // fromEntries defines own keys, so that a `__proto__` in the input reaches the schema and is refused there.
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withGrants(item, service)]));
}

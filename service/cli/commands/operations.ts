import { z } from 'zod';
import { operations } from '../../../contract/operations.ts';
import type { Command } from '../command.ts';
import { cliText } from '../text.ts';

export const operationsCommand: Command = {
  usage: 'zhibu operations [--json]',
  summary: cliText.summaries.operations,
  positionals: { least: 0, most: 0 },
  flags: {},
  async run(context) {
    const rows = Object.entries(operations).map(([name, operation]) => ({
      name,
      kind: operation.kind,
      archive: operation.archive,
      input: z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }),
    }));
    if (context.json) context.print(JSON.stringify(rows, null, 2));
    else for (const row of rows) context.print(`${row.kind.padEnd(6)}${row.name}`);
    return 0;
  },
};

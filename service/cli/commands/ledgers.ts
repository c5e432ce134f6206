import { ledgers } from '../../../templates/ledgers/index.ts';
import type { Command } from '../command.ts';
import { cliText } from '../text.ts';

export const ledgersCommand: Command = {
  usage: 'zhibu ledgers [--json]',
  summary: cliText.summaries.ledgers,
  positionals: { least: 0, most: 0 },
  flags: {},
  async run(context) {
    if (context.json) context.print(JSON.stringify(ledgers, null, 2));
    else for (const ledger of ledgers) context.print(`${ledger.id.padEnd(28)}${ledger.title}`);
    return 0;
  },
};

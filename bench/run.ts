import { benchCopies } from './copies.ts';
import { benchExport } from './export.ts';
import { benchImport } from './import.ts';
import { benchLists } from './lists.ts';
import type { Measurement } from './measure.ts';
import { benchRecords } from './records.ts';
import { benchSaves } from './saves.ts';
import { benchStartup } from './startup.ts';

/** Everything that is measured, by the word that picks it on the command line. */
const benches: Record<string, () => Promise<Measurement[]>> = {
  records: benchRecords,
  lists: benchLists,
  saves: benchSaves,
  copies: benchCopies,
  export: benchExport,
  import: benchImport,
  startup: benchStartup,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0)
  throw new Error(`no such bench: ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`);

process.stdout.write('| what | ours | yardstick, same run | ratio |\n|---|---|---|---|\n');
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const { what, ours, yardstick, ratio } of await bench())
    process.stdout.write(`| ${what} | ${ours} | ${yardstick || '–'} | ${ratio === null ? '–' : ratio.toFixed(2)} |\n`);
}

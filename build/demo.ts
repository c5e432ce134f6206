import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, runVisibly } from './command.ts';
import { root } from './folders.ts';
import { PlainError, runScript, say } from './say.ts';

const output = join(root, 'out', 'demo');
const archive = join(output, '演示支部.zhibu');
const ledgers = join(output, '台账');
/** Everything in the archive is invented, so its passphrase lies beside it for whoever wants to open it. */
const passphraseFile = join(output, '演示口令.txt');

/** The main job with no window: a demo archive, all its ledgers of this year and the last as workbooks and PDFs. */
async function demo(): Promise<void> {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  writeFileSync(passphraseFile, '演示支部-练习用\n');
  await zhibu('demo', archive, ...process.argv.slice(2));
  const thisYear = new Date().getFullYear();
  for (const year of [thisYear - 1, thisYear]) {
    const folder = join(ledgers, String(year));
    const result = await zhibuQuietly('export', archive, '--out', folder, '--year', String(year));
    if (result.code !== 0) throw new PlainError(result.output);
    say(`${folder}: ${readdirSync(folder).length} files`);
  }
  say(`The archive is ${archive}; \`npm start\` opens it, with the passphrase in ${passphraseFile}.`);
}

function zhibuArguments(words: string[]): string[] {
  return [join(root, 'service', 'cli', 'main.ts'), ...words, '--passphrase-file', passphraseFile];
}

async function zhibu(...words: string[]): Promise<void> {
  const code = await runVisibly(process.execPath, zhibuArguments(words));
  if (code !== 0) throw new PlainError(`zhibu ${words[0]} ended with ${code}.`);
}

function zhibuQuietly(...words: string[]) {
  return run(process.execPath, zhibuArguments(words));
}

await runScript(demo);

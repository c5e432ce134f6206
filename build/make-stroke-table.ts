/**
 * Writes rules/names/stroke-table.ts: characters in 姓氏笔画 order. The stroke sequences come from the package
 * cnchar-order (MIT), mended by the corrections below, which were found by comparing it with independent data
 * and settled by the components of the characters. Run: node build/make-stroke-table.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

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

function readSequences(): Map<string, string> {
  const file = fileURLToPath(import.meta.resolve('cnchar-order'));
  const embedded = /JSON\.parse\('(\{"一":.*?\})'\)/s.exec(readFileSync(file, 'utf8'));
  if (!embedded?.[1]) throw new Error('cnchar-order no longer embeds its table as JSON.parse');
  const table: Record<string, string> = JSON.parse(embedded[1]);
  const sequences = new Map<string, string>();
  for (const [character, strokes] of Object.entries(table)) {
    sequences.set(character, [...strokes].map((stroke) => strokeTypes[stroke] ?? '5').join(''));
  }
  for (const [character, sequence] of Object.entries(corrections)) sequences.set(character, sequence);
  return sequences;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function writeTable(sequences: Map<string, string>): string {
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
  return `// Made by build/make-stroke-table.ts from cnchar-order (MIT, (c) theajack). Do not edit.

/**
 * Characters in 姓氏笔画 order: by stroke count, then by the types of their strokes (横竖撇点折) from the first
 * stroke on. Characters written together have the same sequence. ${sequences.size} characters: all of GB 2312 and more.
 */
export const strokeTable: Readonly<Record<number, string>> = {
${lines.join('\n')}
};
`;
}

const target = fileURLToPath(new URL('../rules/names/stroke-table.ts', import.meta.url));
writeFileSync(target, writeTable(readSequences()));

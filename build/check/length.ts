import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFiles } from './imports.ts';

const longest = 300;
/** A test file is a list of promises, each short by itself. */
const longestTest = 500;
/** Sentences and nothing else. */
const sentences = /^renderer\/text\//;

/** Files that have outgrown one purpose. A first line `// Over 300 lines: <why>` answers for it. */
export function lengthProblems(root: string): string[] {
  return sourceFiles(root).flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const lines = text.split('\n').length - 1;
    const limit = /\.test\.tsx?$/.test(file) ? longestTest : longest;
    if (lines <= limit || sentences.test(file) || /^\/\/ Over 300 lines: \S/.test(text)) return [];
    return [`${file}: ${lines} lines; split it, or say why in a first line "// Over 300 lines: …"`];
  });
}

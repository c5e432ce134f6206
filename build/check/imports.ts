import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

export interface Import {
  /** Path from the root, with forward slashes. */
  from: string;
  /** A file of the tree, or the name of a package (`node:` ones keep their prefix). */
  to: string;
  isPackage: boolean;
  /** Erased when the program runs. */
  isTypeOnly: boolean;
}

/** The folders that hold the program; each one is a layer. */
export const layerFolders = [
  'contract',
  'rules',
  'db',
  'templates',
  'service',
  'electron',
  'renderer',
  'server',
  'build',
  'bench',
  'tests',
];

/** Source files below a root, as paths from it with forward slashes. */
export function sourceFiles(root: string): string[] {
  return globSync(`{${layerFolders.join(',')}}/**/*.{ts,tsx}`, { cwd: root })
    .map((file) => file.replaceAll(sep, '/'))
    .toSorted();
}

/** Every import of every source file. */
export function readImports(root: string): Import[] {
  return sourceFiles(root).flatMap((file) => importsOf(root, file));
}

/** Source without comments, so that words in a comment count for nothing; line breaks stay. */
export function withoutComments(source: string): string {
  const token = /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
  return source.replace(token, (whole, text?: string) => text ?? whole.replace(/[^\n]/g, ''));
}

const statement = /(?:^|[\s;}])(?:import|export)\s+(type\s)?([^'"`;=()]*?\sfrom\s*)?(['"])([^'"\n]+)\3/g;
const call = /\bimport\(\s*(['"])([^'"\n]+)\1\s*\)/g;

function importsOf(root: string, file: string): Import[] {
  const source = withoutComments(readFileSync(join(root, file), 'utf8'));
  const found: Import[] = [];
  for (const [, type, names, , target = ''] of source.matchAll(statement)) {
    found.push(describe(root, file, target, type !== undefined || onlyTypes(names ?? '')));
  }
  for (const [, , target = ''] of source.matchAll(call)) found.push(describe(root, file, target, false));
  return found;
}

/** `{ type A, type B } from`: nothing is left of it when types are erased. */
function onlyTypes(names: string): boolean {
  const inside = names.match(/^\{([\s\S]*)\}\s*from\s*$/)?.[1];
  if (inside === undefined) return false;
  const parts = inside.split(',').filter((part) => part.trim() !== '');
  return parts.length > 0 && parts.every((part) => part.trim().startsWith('type '));
}

function describe(root: string, from: string, target: string, isTypeOnly: boolean): Import {
  if (!target.startsWith('.')) return { from, to: packageName(target), isPackage: true, isTypeOnly };
  const file = join(root, dirname(from), target.replace(/\?.*$/, ''));
  const to = relative(root, existsSync(file) ? file : `${file}.ts`).replaceAll(sep, '/');
  const inPackage = to.match(/^node_modules\/(.+)/)?.[1];
  if (inPackage !== undefined) return { from, to: packageName(inPackage), isPackage: true, isTypeOnly };
  return { from, to, isPackage: false, isTypeOnly };
}

function packageName(target: string): string {
  if (target.startsWith('node:')) return target;
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
}

import type { Import } from './imports.ts';

/** Files that import each other in a ring, one line a ring. Imports of types alone do not count: they are erased. */
export function circleProblems(imports: Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to, isPackage, isTypeOnly } of imports) {
    if (!isPackage && !isTypeOnly) next.set(from, [...(next.get(from) ?? []), to]);
  }
  const problems: string[] = [];
  const done = new Set<string>();
  const path: string[] = [];

  function visit(file: string): void {
    const start = path.indexOf(file);
    if (start >= 0) problems.push(`circle: ${[...path.slice(start), file].join(' -> ')}`);
    if (start >= 0 || done.has(file)) return;
    path.push(file);
    for (const target of next.get(file) ?? []) visit(target);
    path.pop();
    done.add(file);
  }

  for (const file of next.keys()) visit(file);
  return problems;
}

import { circleProblems } from './circles.ts';
import { readImports, sourceFiles } from './imports.ts';
import { layerProblems } from './layers.ts';
import { lengthProblems } from './length.ts';
import { wordProblems } from './words.ts';

/** Holds the tree to the rules of the house; one line a breach, none when all is well. */
export function houseProblems(root: string): string[] {
  const imports = readImports(root);
  // A checker that finds nothing to check has been pointed at the wrong place.
  if (sourceFiles(root).length === 0 || imports.length === 0) return [`no source files under ${root}`];
  return [...layerProblems(imports), ...circleProblems(imports), ...wordProblems(root), ...lengthProblems(root)];
}

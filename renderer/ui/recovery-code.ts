/** Digits of a group of the printed code. */
export const groupLength = 4;

/** A code or a group as it is compared: case, spaces and hyphens do not matter, O is 0, I and L are 1. */
export function plainCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-–—_]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

/** The groups of a code as it is printed. */
export function codeGroups(code: string): string[] {
  return plainCode(code).match(/.{1,4}/g) ?? [];
}

/** Two different positions, in order. */
export function askedPositions(groups: number): [number, number] {
  const [first = 0, second = 0] = crypto.getRandomValues(new Uint32Array(2));
  const one = first % groups;
  const other = (one + 1 + (second % (groups - 1))) % groups;
  return one < other ? [one, other] : [other, one];
}

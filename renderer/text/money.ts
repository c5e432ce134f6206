/** Fen as yuan with two decimals and groups. */
export function yuan(fen: number): string {
  const whole = String(Math.trunc(Math.abs(fen) / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${whole}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
}

/** What was typed as yuan, in fen; `null` for no amount. `1,234.5`, `82`, full-width figures. */
export function readYuan(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[,\s¥元]/g, '');
  const found = /^(\d{1,9})(?:\.(\d{0,2}))?$/.exec(plain);
  if (found === null) return null;
  return Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
}

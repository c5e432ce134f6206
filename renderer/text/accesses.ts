/** What left the archive or was shown, in words, by the part the history keeps it under. */

const formats: Readonly<Record<string, string>> = { pdf: 'PDF', xlsx: 'Excel' };
const numbers: Readonly<Record<string, string>> = { masked: '号码遮盖', unmask: '号码完整显示' };

const byPart: Readonly<Record<string, (what: string) => string>> = {
  ledger: (what) => {
    const parts = what.split(' ');
    const titles = parts.filter((part) => !(part in formats) && !(part in numbers));
    const how = parts.flatMap((part) => formats[part] ?? numbers[part] ?? []);
    return `导出：${titles.join('、')}（${how.join('、')}）`;
  },
  list: (what) => what.replace(/^(.*) (\d+)$/, '打印：$1，$2 行'),
  snapshot: (what) => what.replace(/^(\d+) (\w{8})\w*$/, '导出：第 $1 份快照，文件指纹 $2'),
  key: () => '显示：档案密钥',
  'recovery-code': () => '显示：新的恢复码',
};

/** `undefined` for what is told by its field. */
export function accessText(part: string, what: string): string | undefined {
  return byPart[part]?.(what);
}

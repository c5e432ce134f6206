import { type CodeTable, foldText } from './code-table.ts';

const names: Record<string, string> = {};
const list =
  '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺';
for (const [index, stem] of list.split(' ').entries()) names[String(index + 1).padStart(2, '0')] = `${stem}族`;
names['97'] = '其他';
names['98'] = '外国血统中国籍人士';

const stems = Object.fromEntries(
  Object.entries(names)
    .filter(([, name]) => name.endsWith('族'))
    .map(([code, name]) => [foldText(name.slice(0, -1)), code]),
);

/**
 * GB/T 3304-1991 民族: 56, and 97/98 (general knowledge). The name without 族 is accepted, and 维族 for
 * 维吾尔族; 哈族 may be two. Printed with 族. `Object.keys` orders 10 to 98 before 01: iterate `ethnicityCodes`.
 */
export const ethnicities: CodeTable = {
  source: 'GB/T 3304-1991',
  names,
  aliases: { ...stems, 维族: '05', 维: '05', 其它: '97' },
  ambiguous: { 哈族: ['16', '17'] },
};

/** Codes in the order of the standard. */
export const ethnicityCodes: readonly string[] = Object.keys(names).sort();

/** 少数民族: registered, and neither 汉族 nor unknown. */
export function isMinority(code: string | null): boolean {
  return code !== null && code !== '01';
}

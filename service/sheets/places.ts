import { bareText } from './clean-text.ts';

export interface RosterBranch {
  readonly id: string;
  readonly fullName: string;
  readonly shortName: string;
}

/** Branch by what a roster calls it: its full or short name, or the end of one that no other shares. */
export function resolveBranch(branches: readonly RosterBranch[], name: string): string | null {
  const wanted = branchKey(name);
  const keys = branches.map(({ id, fullName, shortName }) => ({
    id,
    keys: [branchKey(fullName), branchKey(shortName)],
  }));
  const exact = keys.filter((branch) => branch.keys.includes(wanted));
  const found = exact.length > 0 ? exact : keys.filter((branch) => branch.keys.some((key) => key.endsWith(wanted)));
  return found.length === 1 && wanted !== '' ? (found[0]?.id ?? null) : null;
}

/** 中共××第一支部委员会, ××第1党支部 → ××第一支部. */
function branchKey(name: string): string {
  return withChineseNumerals(bareText(name))
    .replace(/^(中国共产党|中共)/, '')
    .replace(/党?支部(委员会)?$/, '支部')
    .replace(/党?总支(部)?(委员会)?$/, '总支');
}

/** 第一党小组, 第1小组, 一组 → 一. What has no number keeps its name. */
export function groupKey(name: string): string {
  return withChineseNumerals(bareText(name))
    .replace(/(党小组|小组|组)$/, '')
    .replace(/^第(?=[一二三四五六七八九十]+$)/, '')
    .replace(/^党?小?组(?=[一二三四五六七八九十]+$)/, '');
}

function withChineseNumerals(text: string): string {
  return text.replace(/\d{1,2}/g, (digits) => chineseNumber(Number(digits)));
}

function chineseNumber(value: number): string {
  const ones = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? ones[tens] : ''}${tens > 0 ? '十' : ''}${ones[value % 10]}`;
}

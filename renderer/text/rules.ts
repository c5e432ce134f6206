/** What the rules that refuse a save are about, by their id; the sentence goes on with “应为…，现在是…”. */
const names: Record<string, string> = {};

/** Names the subject of a rule; one without a name of its own is spoken of in general. */
export function ruleText(rule: string): string {
  return names[rule] ?? '这一项';
}

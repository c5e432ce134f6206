/** What the ledgers of supervision and care print besides their headings. */
export const registerWords = {
  closedBy: (who: string) => `${who}销号`,
  counted: (name: string, count: number) => `${name} ${count} 项`,
  none: '无',
  kindAndText: (kind: string, text: string) => `${kind}：${text}`,
  cameIn: (name: string) => `${name}（流入）`,
  period: (from: string, to: string) => `${from.replaceAll('-', '.')}—${to.replaceAll('-', '.')}`,
} as const;

export const electionWords = {
  term: (number: number) => `第${number}届`,
  elected: '当选',
  notElected: '未当选',
  noQuorum: '到会不足五分之四，选举无效',
  excluded: (name: string, reason: string, number: string, adoptedOn: string) =>
    `不计入：${name}（${reason}，上级批准${number}，${adoptedOn}党员大会通过）`,
} as const;

/** Words of printing the list on the screen. */
export const printText = {
  button: '打印本页',
  hint: '照屏幕上的列表打印（Ctrl P）',
  nothing: '这一页没有列表可打印；台账在“台账”里导出',
  tooMany: (most: number) => `超过 ${most} 行，先筛选再打印`,
  title: (list: string) => `打印：${list}`,
  print: (pages: number) => (pages === 0 ? '打印' : `打印 ${pages} 页`),
  note: '照屏幕上筛选、排序和选列的样子打印，遮盖的号码仍遮盖；打印记入变更记录。',
  drawing: '正在排版',
  page: (number: number, pages: number) => `第 ${number} 页，共 ${pages} 页`,
  previous: '上一页',
  next: '下一页',
  /** What a list is narrowed by, in one line. */
  joined: (parts: readonly string[]) => parts.filter((part) => part !== '').join('，'),
  year: (year: number) => `${year} 年`,
  span: (from: string | null, to: string | null) => `${from ?? '最早'} 至 ${to ?? '最近'}`,
  narrowed: '筛选后的一部分',
  found: (typed: string) => (typed.trim() === '' ? '' : `含“${typed.trim()}”`),
  missing: (characters: string) => `这些字字体里没有，印成 〓：${characters}`,
};

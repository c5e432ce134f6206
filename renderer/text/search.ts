/** Ctrl K. */
export const searchText = {
  title: '搜索',
  placeholder: '姓名、首字母、证件尾号、会议名称、页面',
  groups: { people: '党员', meetings: '会议', pages: '页面' },
  more: (count: number) => `还有 ${count} 项，请再多打几个字`,
  none: (typed: string) => `没有找到“${typed}”。可以打姓名、首字母、身份证或电话的后几位、会议名称。`,
  start: '打姓名的首字母就能找到人，如 oyj 找到欧阳静。',
  hints: { move: '上下选', open: '打开', close: '关闭' },
} as const;

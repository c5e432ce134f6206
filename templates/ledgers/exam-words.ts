import { writtenDay } from './words.ts';

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** `0` → 一, up to 二十. */
function numeral(place: number): string {
  if (place < 10) return numerals[place] ?? '';
  return `十${place === 10 ? '' : (numerals[place - 11] ?? '')}`.replace(/^十十$/, '二十');
}

/** Points without a needless `.0`. */
export function pointsText(points: number): string {
  return String(points);
}

/** What the ledgers of exams print. */
export const examWords = {
  states: { absent: '缺考', exempt: '免考', excused: '免考', running: '正在答题', waiting: '待阅卷' },
  passed: '及格',
  failed: '不及格',
  voided: (day: string, reason: string) => `${day} 作废：${reason}`,
  provisional: '成绩未确认',
  mode: { screen: '上机', paper: '纸笔' },
  full: (points: number) => `满分 ${pointsText(points)}`,
} as const;

/** What papers, keys and answer sheets print. */
export const paperWords = {
  paperHeading: ['姓名：＿＿＿＿＿＿', '党小组：＿＿＿＿＿＿', '得分：＿＿＿＿＿＿'],
  keyTitle: (title: string) => `${title}参考答案`,
  sheetTitle: (title: string) => `${title}答题卡`,
  keyHeading: (fullMark: number, questions: number) => [`满分 ${pointsText(fullMark)} 分`, `共 ${questions} 题`],
  draft: '未定稿，仅供核对',
  whole: (fullMark: number, questions: number) => `本卷共 ${questions} 题，满分 ${pointsText(fullMark)} 分。`,
  part: (place: number, kind: string, count: number, points: number) =>
    `${numeral(place)}、${kind}（共 ${count} 题，每题 ${pointsText(points)} 分，共 ${pointsText(count * points)} 分）`,
  stem: (number: number, stem: string, hasBlank: boolean) => `${number}. ${stem}${hasBlank ? '（　　）' : ''}`,
  option: (letter: string, option: string) => `${letter}. ${option}`,
  trueFalse: '（正确的填“√”，错误的填“×”）',
  mark: { right: '√', wrong: '×' },
  answer: (number: number, answer: string, explanation: string) =>
    `${number}. ${answer}${explanation === '' ? '' : `　　解析：${explanation}`}`,
  number: '题号',
  answered: '答案',
  room: '作答',
  empty: '没有题目',
} as const;

export const certificateWords = {
  title: '合格证书',
  number: (number: string) => `编号：${number}`,
  text: (name: string, day: string, title: string, score: number, fullMark: number) =>
    `${name}同志于${writtenDay(day)}参加“${title}”，成绩 ${pointsText(score)} 分（满分 ${pointsText(fullMark)} 分），合格。\n特发此证。`,
  issued: (branch: string, day: string) => `${branch}\n${writtenDay(day)}`,
  signatures: ['发证单位（盖章）', '经办人'],
} as const;

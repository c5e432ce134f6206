import type { FormLedger } from '../../contract/ledger.ts';

/** Prints about one paper or one certificate: drawn like ledgers, asked for where they belong, in no list of ledgers. */
function print(number: number, name: string, title: string): FormLedger {
  return {
    kind: 'form',
    id: `${number}-${name}`,
    number,
    title,
    subject: 'education',
    period: 'live',
    per: 'branch',
    orientation: 'portrait',
    source: name,
  };
}

export const prints: readonly FormLedger[] = [
  print(91, 'exam-paper', '试卷'),
  print(92, 'exam-key', '参考答案'),
  print(93, 'exam-sheet', '答题卡'),
  print(94, 'exam-certificate', '合格证书'),
];

import type { FormLedger } from '../../contract/ledger.ts';

/** A print about one paper or one certificate. */
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

export const examPrints: readonly FormLedger[] = [
  print(91, 'exam-paper', '试卷'),
  print(92, 'exam-key', '参考答案'),
  print(93, 'exam-sheet', '答题卡'),
  print(94, 'exam-certificate', '合格证书'),
];

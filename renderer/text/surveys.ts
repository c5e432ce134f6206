import type { SurveyReason } from '../../contract/failure.ts';

const kept = '已收的问卷都在，没有改动。';

/** Why a survey did not take what was asked of it. */
export const surveyFailures: Readonly<Record<SurveyReason, { happened: string; kept: string; remedy: string }>> = {
  begun: {
    happened: '调查已经开始，题目不能再改，也不能删除。',
    kept,
    remedy: '题目有误时，结束这次调查，另建一份。',
  },
  'not-begun': { happened: '调查还没有开始，不能收问卷。', kept, remedy: '先在调查页按“开始”。' },
  closed: { happened: '调查已经结束，不再收问卷，也不能重新开始。', kept, remedy: '需要继续了解时，另建一份调查。' },
  'not-closed': {
    happened: '调查还没有结束，不能看结果。边收边看，就能推算出某一个人的回答。',
    kept,
    remedy: '收齐以后先结束调查，再看结果。',
  },
  'no-questions': { happened: '还没有题目，不能开始。', kept, remedy: '至少写一道题再开始。' },
};

import type { DevelopmentCase } from '../contract/development.ts';
import type { Rhythm } from '../contract/development-process.ts';
import { addMonths } from './dates.ts';
import { type Achieved, gapsBetween } from './development.ts';
import type { DevelopmentFacts, Found } from './development-facts.ts';

/** Reviews of an activist at most half a year apart, from the day of becoming one to candidate or today. */
export function reviewFindings(record: DevelopmentCase, { done }: Achieved, { asOf }: DevelopmentFacts): Found[] {
  const start = done.get(3)?.on;
  if (start === undefined) return [];
  const end = done.get(7)?.on ?? asOf;
  const days = record.reviews
    .filter((review) => review.kind === 'branch-review' && review.on >= start && review.on <= end)
    .map((review) => review.on);
  const source = '发展细则第11条：党支部每半年对入党积极分子进行一次考察';
  return gapsBetween([start, ...days, end], 6).map((gap): Found => {
    const isNow = gap.to === end && !done.has(7);
    return {
      rule: 'V3c',
      code: isNow ? 'due' : 'gap',
      severity: isNow ? 'due-soon' : 'incomplete',
      stepNo: 6,
      dueOn: isNow ? addMonths(gap.from, 6) : null,
      params: { from: gap.from, to: gap.to },
      expected: `<=${addMonths(gap.from, 6)}`,
      actual: isNow ? '' : gap.to,
      source,
    };
  });
}

/** 思想汇报, talks and reviews on probation that are due now; what was missed before is shown in the file. */
export function rhythmFindings(rhythms: readonly Rhythm[]): Found[] {
  return rhythms
    .filter(({ stepNo, kind, months }) => !(stepNo === 6 && kind === 'branch-review' && months >= 6))
    .flatMap((rhythm) =>
      rhythm.gaps
        .filter(({ isOpen }) => isOpen)
        .map(
          (gap): Found => ({
            rule: 'development-rhythm',
            code: 'due',
            severity: 'due-soon',
            stepNo: rhythm.stepNo,
            dueOn: rhythm.dueOn,
            params: { kind: rhythm.kind, months: rhythm.months, from: gap.from },
            expected: rhythm.dueOn ?? '',
            actual: '',
            source: rhythm.isLocal ? '当地规定，可在步骤模板里改' : '发展党员工作细则',
          }),
        ),
    );
}

/** Who came from another unit brings the materials along (发展细则第12条). */
export function moveFindings(record: DevelopmentCase): Found[] {
  return record.moves
    .filter(({ hasMaterials }) => !hasMaterials)
    .map(
      ({ kind, on, unit }): Found => ({
        rule: 'development-move',
        code: kind,
        severity: 'incomplete',
        params: { on, unit },
        expected: '',
        actual: unit,
        source: '发展细则第12条：工作、学习所在单位发生变动，应当及时移交培养教育等有关材料',
      }),
    );
}
